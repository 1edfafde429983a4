import { LocalCalendar, Statement, type Transaction } from '@app/platform';
import { LANE_STATE } from '../ledger/lane.js';
import { DELTA_COLUMNS, cohortCellsOf, retentionCellsOf, spendingCellsOf } from './cells.sql.js';
import { WRONG_CONVERSION_COUNTS } from './conversion-counts.store.js';
import { dayTableOf } from './day-table.js';
import { expectedRowsOf, projectedCustomers } from './events.sql.js';
import { TAKE_MEMORY } from './rebuild-rollups.js';

/** Of one thing: what is stored, and what the events say instead. */
export interface Difference {
  kind: string;
  /** Which customer, or which cell. */
  subject: string;
  stored: Record<string, unknown>;
  expected: Record<string, unknown>;
}

/** A difference of a kind, and how many there are of this kind. */
export interface CountedDifference extends Difference {
  total: number;
}

interface Cells {
  table: string;
  keys: readonly string[];
  sums: readonly string[];
  cellsOf: (rows: string) => string;
}

const CELLS: readonly Cells[] = [
  {
    table: 'cohort_cells',
    keys: ['dimension', 'grain', 'period', 'origin'],
    sums: ['customers', 'live', 'with_leads', 'converted', 'sales', 'revenue'],
    cellsOf: cohortCellsOf,
  },
  {
    table: 'retention_cells',
    keys: ['unit', 'grain', 'period', 'age'],
    sums: ['customers'],
    cellsOf: retentionCellsOf,
  },
  {
    table: 'spending_cells',
    keys: ['dimension', 'month', 'origin', 'age'],
    sums: ['revenue', 'new_buyers'],
    cellsOf: spendingCellsOf,
  },
];

/** The cells of one table that are not what the events come to; a missing one is all zeros. */
function differencesOf({ table, keys, sums, cellsOf }: Cells): string {
  const key = keys.join(', ');
  const named = keys.map((name) => (name === 'origin' ? `nullif(origin, '')` : name)).join();
  const summed = sums.map((sum) => `sum(${sum})::bigint as ${sum}`).join(', ');
  const sumsOf = (side: string): string => sums.map((sum) => `coalesce(${side}.${sum}, 0)`).join();
  const recordOf = (side: string): string =>
    sums.map((sum) => `'${sum}', coalesce(${side}.${sum}, 0)`).join();
  return `
  select '${table}' as kind, concat_ws(' ', ${named}) as subject,
    json_build_object(${recordOf('stored')}) as stored,
    json_build_object(${recordOf('event')}) as expected
  from (${cellsOf('expected')}) as event
  full join (
    select ${key}, ${summed} from (
      select ${key}, ${sums.join(', ')} from ${table} where workspace_id = $1
      union all
      select ${key}, ${sums.join(', ')} from (${cellsOf('delta')}) as unfolded
    ) as cell
    group by ${key}
  ) as stored using (${key})
  where (${sumsOf('event')}) is distinct from (${sumsOf('stored')})`;
}

const COMPARE = new Statement<CountedDifference>(
  'rollups.compare',
  `with ${expectedRowsOf(projectedCustomers())},
   delta as materialized (
     -- one row: a delta that is not folded yet
     select ${DELTA_COLUMNS} from cohort_deltas where workspace_id = $1
   ),
   difference as (${CELLS.map(differencesOf).join('\n  union all')}
   ),
   counted as (
     -- one row: a difference, and its place among those of its kind
     select *, count(*) over (partition by kind) as total,
       row_number() over (partition by kind order by subject) as place
     from difference
   )
   select kind, subject, stored, expected, total
   from counted
   where place <= $5
   order by kind, place`,
);

/** When the first customer or event was, and the last. */
const EXTENT = new Statement<{ first: Date | null; last: Date | null }>(
  'rollups.extent-of-events',
  `select least(
       (select min(created_at) from customers where workspace_id = $1),
       (select min(occurred_at) from touches where workspace_id = $1),
       (select min(occurred_at) from conversions where workspace_id = $1)
     ) as first,
     greatest(
       (select max(created_at) from customers where workspace_id = $1),
       (select max(occurred_at) from conversions where workspace_id = $1)
     ) as last`,
);

const LIVE = new Statement<{ stored: number; expected: number }>(
  'rollups.compare-live',
  `select (
       select coalesce(sum(live), 0)::bigint from cohort_cells
       where workspace_id = $1 and dimension = 'all' and grain = 'month'
     ) + (
       select coalesce(sum(live), 0) from cohort_deltas where workspace_id = $1
     ) as stored,
     (select count(*) from customers where workspace_id = $1 and deleted_at is null) as expected`,
);

/**
 * Computes the rollups of a workspace a second time, from its events alone, and compares them with
 * cells and deltas. Answers the first `most` differences of each kind.
 */
export async function compareRollups(
  transaction: Transaction,
  workspaceId: string,
  most: number,
): Promise<CountedDifference[]> {
  const state = await transaction.first(LANE_STATE, [workspaceId]);
  if (!state?.rollupsBuiltAt) {
    const [stored, expected] = [{ built: false }, { built: true }];
    return [{ kind: 'rollups', subject: 'all', stored, expected, total: 1 }];
  }
  await transaction.rows(TAKE_MEMORY);
  const extent = await transaction.first(EXTENT, [workspaceId]);
  const calendar = LocalCalendar.of(state.timezone);
  const days = dayTableOf(calendar, extent?.first ?? null, extent?.last ?? null);
  const cells = await transaction.rows(COMPARE, [workspaceId, ...days, most]);
  const live = await transaction.first(LIVE, [workspaceId]);
  if (live && live.stored !== live.expected) {
    cells.push({
      kind: 'count',
      subject: 'live customers',
      stored: { customers: live.stored },
      expected: { customers: live.expected },
      total: 1,
    });
  }
  return [...cells, ...(await conversionCountDifferences(transaction, workspaceId, most))];
}

async function conversionCountDifferences(
  transaction: Transaction,
  workspaceId: string,
  most: number,
): Promise<CountedDifference[]> {
  const wrong = await transaction.rows(WRONG_CONVERSION_COUNTS, [workspaceId]);
  return wrong.slice(0, most).map(({ day, type, status, stitched, conversions, counted }) => ({
    kind: 'conversion_cells',
    subject: `${day} ${type} ${status} ${stitched ? 'stitched' : 'unstitched'}`,
    stored: { conversions },
    expected: { conversions: counted },
    total: wrong.length,
  }));
}
