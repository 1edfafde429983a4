import { average, dayNumberOf, dayText, ratio, type Value } from '@app/platform';
import { Select, type Question } from '../analytics-store.js';
import { CALENDARS, type DayRange, type PeriodUnit } from '../periods.js';
import { firstDayOf } from '../rollups/cells.sql.js';
import { cover, type Piece } from '../rollups/cover.js';
import { calendarOfRollups } from '../rollups/rollup-calendar.js';

export const COHORT_GROUPS = ['week', 'month', 'campaign', 'source'] as const;
export type CohortGroup = (typeof COHORT_GROUPS)[number];

/** An answer lists this many groups; its totals are over all of them. */
export const MAX_GROUPS = 1_000;

export interface CohortsQuestion {
  workspaceId: string;
  groupBy: CohortGroup;
  /** The days of `firstSeenAt`, in the workspace's time zone. */
  days: DayRange;
  /** How many periods of retention, of weeks or months only; 0 for none. */
  periods: number;
  now: Date;
}

interface CohortMeasures {
  customers: number;
  customersWithLeads: number;
  convertedCustomers: number;
  sales: number;
  /** Net, in minor units of the reporting currency. */
  revenue: number;
}

interface CohortTotals extends CohortMeasures {
  conversionRate: number | null;
  averageLtv: number | null;
  averageOrderValue: number | null;
}

interface Cohort extends CohortTotals {
  cohort: string | null;
  /** Customers with a counting sale in the k-th period after the cohort's own. */
  retention?: number[];
}

export interface CohortsAnswer {
  /** The workspace's, in which days, weeks and months are meant. */
  timezone: string;
  truncated: boolean;
  totals: CohortTotals;
  cohorts: Cohort[];
}

/** A cohort, by the first day of its period or its origin's name; the first row is the total. */
interface CohortRow extends CohortMeasures {
  isTotal: boolean;
  key: string;
}

interface RetentionRow {
  key: string;
  age: number;
  customers: number;
}

// Sums of what a part of the customers has; of no customers there is no group.
const COHORTS_OF_PARTS = `
select grouping(key) = 1 as "isTotal", key,
  coalesce(sum(customers), 0)::bigint as customers,
  coalesce(sum(with_leads), 0)::bigint as "customersWithLeads",
  coalesce(sum(converted), 0)::bigint as "convertedCustomers",
  coalesce(sum(sales), 0)::bigint as sales,
  coalesce(sum(revenue), 0)::bigint as revenue
from part
group by grouping sets ((key), ())
having grouping(key) = 1 or sum(customers) <> 0`;

// One more than is listed says whether the list was cut, and one is the total.
const LIMIT = MAX_GROUPS + 2;

/** Values of the parts: the workspace, first and last day, and the pieces that they are cut into. */
const PIECES = `unnest($4::text[], $5::date[], $6::date[]) as piece (grain, first_day, end_day)`;
const DELTAS = `from cohort_deltas
  where workspace_id = $1 and first_seen_day >= $2::date and first_seen_day < $3::date`;

const parts = (dimension: string, cellKey: string, deltaKey: string): string => `
with part as (
  -- one row: sums over the customers first seen in a day, week or month, of all or of one origin
  select ${cellKey} as key, customers, with_leads, converted, sales, revenue
  from ${PIECES}
  join cohort_cells cell on cell.workspace_id = $1 and cell.dimension = '${dimension}'
    and cell.grain = piece.grain and cell.period >= piece.first_day and cell.period < piece.end_day
  union all
  -- one row: what a write has changed of them since
  select ${deltaKey}, customers, with_leads, converted, sales, revenue
  ${DELTAS}
)`;

const byPeriodIn = (unit: PeriodUnit): Select<CohortRow> =>
  new Select(`cohorts-by-${unit}`, {
    postgres: `
${parts('all', firstDayOf(unit, 'cell.period'), firstDayOf(unit, 'first_seen_day'))}
${COHORTS_OF_PARTS}
order by "isTotal" desc, key
limit ${LIMIT}`,
  });

const byOrigin = (dimension: 'campaign' | 'source', column: string): Select<CohortRow> =>
  new Select(`cohorts-by-${dimension}`, {
    postgres: `
${parts(dimension, 'cell.origin', column)}
${COHORTS_OF_PARTS}
order by "isTotal" desc, customers desc, key = '', key
limit ${LIMIT}`,
  });

const COHORTS = {
  week: byPeriodIn('week'),
  month: byPeriodIn('month'),
  campaign: byOrigin('campaign', 'campaign_id'),
  source: byOrigin('source', 'source'),
};

const retentionIn = (unit: PeriodUnit): Select<RetentionRow> =>
  new Select(`cohorts-retention-by-${unit}`, {
    postgres: `
with part as (
  -- one row: customers first seen in a day, week or month that bought at an age
  select ${firstDayOf(unit, 'cell.period')} as key, cell.age, cell.customers
  from ${PIECES}
  join retention_cells cell on cell.workspace_id = $1 and cell.unit = '${unit}'
    and cell.grain = piece.grain and cell.period >= piece.first_day and cell.period < piece.end_day
  where cell.age < $7
  union all
  -- one row: what a write has changed of them since
  select ${firstDayOf(unit, 'first_seen_day')}, ${unit}_age, active_${unit}s
  ${DELTAS} and ${unit}_age < $7
)
select key, age, sum(customers) as customers
from part
group by key, age`,
  });

const RETENTION = { week: retentionIn('week'), month: retentionIn('month') };

const NOBODY: CohortMeasures = {
  customers: 0,
  customersWithLeads: 0,
  convertedCustomers: 0,
  sales: 0,
  revenue: 0,
};

const totalsOf = (row: CohortMeasures): CohortTotals => ({
  customers: row.customers,
  customersWithLeads: row.customersWithLeads,
  convertedCustomers: row.convertedCustomers,
  conversionRate: ratio(row.convertedCustomers, row.customers),
  sales: row.sales,
  revenue: row.revenue,
  averageLtv: average(row.revenue, row.customers),
  averageOrderValue: average(row.revenue, row.sales),
});

/** By the first day of a cohort's period: a list as long as its periods have begun, at most `count`. */
function retentionLists(
  rows: RetentionRow[],
  count: number,
  begunOf: (key: string) => number,
): (key: string) => number[] {
  const customers = new Map(rows.map((row) => [`${row.key}+${row.age}`, row.customers]));
  return (key) =>
    Array.from(
      { length: Math.max(0, Math.min(count, begunOf(key))) },
      (_, age) => customers.get(`${key}+${age}`) ?? 0,
    );
}

const piecesOf = (pieces: Piece[]): Value[] => [
  pieces.map(({ grain }) => grain),
  pieces.map(({ from }) => dayText(from)),
  pieces.map(({ end }) => dayText(end)),
];

/** Customers grouped by when they were first seen, or by what brought them. */
export const cohorts: Question<CohortsQuestion, CohortsAnswer> = {
  name: 'cohorts',
  answer: async (run, { workspaceId, groupBy, days, periods: count, now }) => {
    const calendar = await calendarOfRollups(run, workspaceId);
    const isByTime = groupBy === 'week' || groupBy === 'month';
    const pieces = piecesOf(cover(days, isByTime ? [groupBy] : ['month', 'week']));
    const values = [workspaceId, dayText(days.from), dayText(days.end), ...pieces];
    const [total, ...groups] = await run(COHORTS[groupBy], values);

    const { numberOf, labelOf } = CALENDARS[groupBy === 'month' ? 'month' : 'week'];
    const periodOf = (key: string): number => numberOf(dayNumberOf(key));
    const nameOf = (key: string): string | null =>
      isByTime ? labelOf(periodOf(key)) : key || null;
    let retentionOf: ((key: string) => number[]) | undefined;
    if (isByTime && count > 0) {
      const current = numberOf(calendar.dayOf(now));
      const rows = await run(RETENTION[groupBy], [...values, count]);
      retentionOf = retentionLists(rows, count, (key) => current - periodOf(key) + 1);
    }
    return {
      timezone: calendar.timezone,
      truncated: groups.length > MAX_GROUPS,
      totals: totalsOf(total ?? NOBODY),
      cohorts: groups.slice(0, MAX_GROUPS).map((row) => ({
        cohort: nameOf(row.key),
        ...totalsOf(row),
        ...(retentionOf && { retention: retentionOf(row.key) }),
      })),
    };
  },
};
