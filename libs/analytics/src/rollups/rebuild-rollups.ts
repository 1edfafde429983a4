import { LocalCalendar, Statement, type Transaction } from '@app/platform';
import { ENTER_LANE, LANE_STATE, laneOf } from '../ledger/lane.js';
import { cohortCellsOf, retentionCellsOf, spendingCellsOf } from './cells.sql.js';
import { COUNT_CONVERSIONS } from './conversion-counts.store.js';
import { dayTableOf } from './day-table.js';
import { CUSTOMER_ROWS, expectedRowsOf } from './events.sql.js';
import { HOLD_CELLS } from './fold.store.js';

/** Sorts and hashes of a million customers; given back at the end of the transaction. */
export const TAKE_MEMORY = new Statement<unknown>(
  'rollups.take-memory',
  `select set_config('work_mem', '64MB', true)`,
);

/** When the first customer was seen, and the last customer or conversion came. */
const EXTENT = new Statement<{ first: Date | null; last: Date | null }>(
  'rollups.extent',
  `select least(
       (select min(first_seen_at) from customers where workspace_id = $1),
       (select min(occurred_at) from conversions where workspace_id = $1)
     ) as first,
     greatest(
       (select max(first_seen_at) from customers where workspace_id = $1),
       (select max(occurred_at) from conversions where workspace_id = $1)
     ) as last`,
);

const REMOVE_ALL = new Statement<unknown>(
  'rollups.remove-all',
  `with deltas as (delete from cohort_deltas where workspace_id = $1),
     cohort as (delete from cohort_cells where workspace_id = $1),
     counted as (delete from conversion_deltas where workspace_id = $1),
     counts as (delete from conversion_cells where workspace_id = $1),
     retention as (delete from retention_cells where workspace_id = $1)
   delete from spending_cells where workspace_id = $1`,
);

const BUILD = new Statement<unknown>(
  'rollups.build',
  `with ${expectedRowsOf(CUSTOMER_ROWS)},
   cohort as (
     insert into cohort_cells (workspace_id, dimension, grain, period, origin, customers, live,
       with_leads, converted, sales, revenue)
     select $1, cell.* from (${cohortCellsOf('expected')}) as cell
   ),
   retention as (
     insert into retention_cells (workspace_id, unit, grain, period, age, customers)
     select $1, cell.* from (${retentionCellsOf('expected')}) as cell
   )
   insert into spending_cells (workspace_id, dimension, month, origin, age, revenue, new_buyers)
   select $1, cell.* from (${spendingCellsOf('expected')}) as cell`,
);

const MARK_BUILT = new Statement<unknown>(
  'rollups.mark-built',
  'update workspaces set rollups_built_at = now() where id = $1',
);

/**
 * Builds the rollups of a workspace anew, from its customers' rows and its events, in its time zone
 * of now. Its writes wait from here to the end of the transaction, which at a million customers takes
 * longer than a statement may: so it is for `patiently`.
 */
export async function rebuildRollups(transaction: Transaction, workspaceId: string): Promise<void> {
  const lane = laneOf(workspaceId);
  await transaction.rows(ENTER_LANE, [lane]);
  await transaction.rows(HOLD_CELLS, [lane]);
  const state = await transaction.first(LANE_STATE, [workspaceId]);
  if (!state) return;
  const calendar = LocalCalendar.of(state.timezone);
  const extent = await transaction.first(EXTENT, [workspaceId]);
  await transaction.rows(TAKE_MEMORY);
  await transaction.rows(REMOVE_ALL, [workspaceId]);
  const days = dayTableOf(calendar, extent?.first ?? null, extent?.last ?? null);
  await transaction.rows(BUILD, [workspaceId, ...days]);
  await transaction.rows(COUNT_CONVERSIONS, [workspaceId]);
  await transaction.rows(MARK_BUILT, [workspaceId]);
}
