import {
  average,
  dayNumberOf,
  dayText,
  firstDayOfMonth,
  monthNumberOf,
  type LocalCalendar,
  type Value,
} from '@app/platform';
import type { Question } from '../analytics-store.js';
import { ALL_DAYS, CALENDARS } from '../periods.js';
import { calendarOfRollups } from '../rollups/rollup-calendar.js';
import { MAX_GROUPS } from './cohorts.js';
import {
  LTV_STATEMENTS,
  SINCE,
  type AgeRow,
  type CohortRow,
  type LtvGroup,
} from './ltv-cohorts.sql.js';

export { LTV_GROUPS, type LtvGroup } from './ltv-cohorts.sql.js';

export interface LtvCohortsQuestion {
  workspaceId: string;
  groupBy: LtvGroup;
  /** How many calendar months of first-seen customers, the last of which contains `asOf`. */
  months: number;
  /** An instant, or a day of the workspace's time zone, meaning its last millisecond. */
  asOf: Date | string;
  now: Date;
}

/** One month of age: the k-th calendar month after each customer's own first month. */
interface LtvPoint {
  month: number;
  /** Net, in minor units of the reporting currency, like every sum here. */
  revenue: number;
  cumulativeRevenue: number;
  ltv: number | null;
  /** Whether the month has ended for every customer of the cohort. */
  complete: boolean;
}

interface LtvCohort {
  cohort: string | null;
  customers: number;
  payingCustomers: number;
  revenue: number;
  ltv: number | null;
  curve: LtvPoint[];
}

export interface LtvCohortsAnswer {
  /** The workspace's, in which days and months are meant. */
  timezone: string;
  asOf: Date;
  truncated: boolean;
  cohorts: LtvCohort[];
}

/** The last of the months of customers, counted through. */
interface LastMonth {
  last: number;
  /** Whether it has ended; all others have, as `asOf` is not after today. */
  lastHasEnded: boolean;
}

const monthOf = (firstDay: string): number => monthNumberOf(dayNumberOf(firstDay));

function cohortOf(
  row: CohortRow,
  name: string | null,
  ages: readonly AgeRow[],
  { last, lastHasEnded }: LastMonth,
): LtvCohort {
  const { customers } = row;
  const youngest = monthOf(row.lastMonth);
  let cumulativeRevenue = 0;
  // Up to the last month that has begun for some customer of the cohort.
  const curve = Array.from({ length: last - monthOf(row.firstMonth) + 1 }, (_, age) => {
    const revenue = ages.find((spent) => spent.age === age)?.revenue ?? 0;
    cumulativeRevenue += revenue;
    return {
      month: age,
      revenue,
      cumulativeRevenue,
      ltv: average(cumulativeRevenue, customers),
      complete: youngest + age < last || (youngest + age === last && lastHasEnded),
    };
  });
  return {
    cohort: name,
    customers,
    payingCustomers: ages.reduce((sum, { newBuyers }) => sum + newBuyers, 0),
    revenue: cumulativeRevenue,
    ltv: average(cumulativeRevenue, customers),
    curve,
  };
}

function withEmptyMonths(rows: readonly CohortRow[], firstDays: readonly string[]): CohortRow[] {
  return firstDays.map(
    (key) =>
      rows.find((row) => row.key === key) ?? { key, firstMonth: key, lastMonth: key, customers: 0 },
  );
}

function groupByKey(rows: readonly AgeRow[]): ReadonlyMap<string, AgeRow[]> {
  const groups = new Map<string, AgeRow[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  return groups;
}

const instantOf = (asOf: Date | string, calendar: LocalCalendar): Date =>
  typeof asOf === 'string' ? new Date(calendar.startOf(dayNumberOf(asOf) + 1).getTime() - 1) : asOf;

/** What the customers of the last months have spent, by their age in months. */
export const ltvCohorts: Question<LtvCohortsQuestion, LtvCohortsAnswer> = {
  name: 'ltv-cohorts',
  answer: async (run, { workspaceId, groupBy, months: count, asOf: given, now }) => {
    const calendar = await calendarOfRollups(run, workspaceId);
    const asOf = instantOf(given, calendar);
    const last = monthNumberOf(calendar.dayOf(asOf));
    const numbers = Array.from({ length: count }, (_, index) => last - count + 1 + index);
    const end = calendar.startOf(firstDayOfMonth(last + 1));
    const lastHasEnded = end.getTime() - 1 <= Math.min(asOf.getTime(), now.getTime());
    const firstDays = numbers.map((number) => dayText(firstDayOfMonth(number)));
    const values: Value[] = [workspaceId, firstDays, dayText(firstDayOfMonth(last + 1))];

    // The end of a month cuts nothing off, and after now there is hardly ever anything.
    const isCut =
      end.getTime() - 1 > asOf.getTime() &&
      (await run(SINCE, [workspaceId, asOf])).some(({ anything }) => anything);
    const edge = isCut ? [asOf, end] : [];
    const starts = numbers.map((number) => calendar.startOf(firstDayOfMonth(number)));
    const { cohorts, spending } = LTV_STATEMENTS[groupBy][isCut ? 'cut' : 'whole'];

    // Nobody was seen before all days, and SQL does not know some of the years before them.
    const isTooEarly = firstDayOfMonth(last) < ALL_DAYS.from;
    const found = isTooEarly ? [] : await run(cohorts, [...values, ...edge]);
    const truncated = found.length > MAX_GROUPS;
    const rows =
      groupBy === 'month' ? withEmptyMonths(found, firstDays) : found.slice(0, MAX_GROUPS);
    const listed = truncated ? rows.map(({ key }) => key) : null;
    const spent = isTooEarly
      ? []
      : await run(spending, [...values, ...edge, ...(isCut ? [starts] : []), listed]);
    const ages = groupByKey(spent);
    const nameOf = (key: string): string | null =>
      groupBy === 'month' ? CALENDARS.month.labelOf(monthOf(key)) : key || null;
    return {
      timezone: calendar.timezone,
      asOf,
      truncated,
      cohorts: rows.map((row) =>
        cohortOf(row, nameOf(row.key), ages.get(row.key) ?? [], { last, lastHasEnded }),
      ),
    };
  },
};
