import { Statement } from '@app/platform';
import { DELTA_COLUMNS, cohortCellsOf, retentionCellsOf, spendingCellsOf } from './cells.sql.js';

const backlogsOf = (
  table: 'cohort_deltas' | 'conversion_deltas',
): Statement<{ workspaceId: string; deltas: number }> =>
  new Statement(
    `rollups.backlogs-${table}`,
    `with recursive waiting as (
     -- one row: a workspace that has deltas, found by one look into the index
     (select workspace_id from ${table} where workspace_id > $1 order by workspace_id limit 1)
     union all
     (select next.workspace_id from waiting cross join lateral (
        select workspace_id from ${table} where workspace_id > waiting.workspace_id
        order by workspace_id limit 1
      ) as next)
   )
   select waiting.workspace_id as "workspaceId", backlog.deltas
   from waiting cross join lateral (
     select count(*) as deltas from (
       select from ${table} where workspace_id = waiting.workspace_id limit $2
     ) as delta
   ) as backlog`,
  );

/** Workspaces that have deltas, by id, and how many: at most `$2` are counted of each. */
export const BACKLOGS = [backlogsOf('cohort_deltas'), backlogsOf('conversion_deltas')] as const;

export const UNBUILT_WORKSPACES = new Statement<{ id: string }>(
  'rollups.unbuilt-workspaces',
  'select id from workspaces where rollups_built_at is null order by id',
);

/**
 * Who changes the cells of a workspace holds this until its transaction ends. Values: the
 * workspace's lane. A rebuild waits for it, behind the lane; a fold does not wait, and needs no lane.
 */
export const HOLD_CELLS = new Statement<unknown>(
  'rollups.hold-cells',
  'select pg_advisory_xact_lock($1::int, -2)',
);
export const TRY_TO_HOLD_CELLS = new Statement<{ held: boolean }>(
  'rollups.try-to-hold-cells',
  'select pg_try_advisory_xact_lock($1::int, -2) as held',
);

/** What a fold did: how many deltas it took, and as JSON the keys of the cells that became zero. */
export interface Fold {
  folded: number;
  cohortCells: object[] | null;
  retentionCells: object[] | null;
  spendingCells: object[] | null;
}

/**
 * Moves the `$2` oldest deltas of a workspace into its cells, in one statement: a row is either a
 * delta or in the cells, for every reader. By ctid, which no statistics can lead astray.
 */
export const FOLD = new Statement<Fold>(
  'rollups.fold',
  `with taken as (
     -- one row: a delta that is folded
     delete from cohort_deltas
     where workspace_id = $1 and ctid = any (array(
       select ctid from cohort_deltas where workspace_id = $1 order by id limit $2
     ))
     returning ${DELTA_COLUMNS}
   ),
   cohort as (
     -- one row: a cell as it is now
     insert into cohort_cells as cell (workspace_id, dimension, grain, period, origin, customers,
       live, with_leads, converted, sales, revenue)
     select $1, added.* from (${cohortCellsOf('taken')}) as added
     on conflict on constraint cohort_cells_pkey do update set
       customers = cell.customers + excluded.customers,
       live = cell.live + excluded.live,
       with_leads = cell.with_leads + excluded.with_leads,
       converted = cell.converted + excluded.converted,
       sales = cell.sales + excluded.sales,
       revenue = cell.revenue + excluded.revenue
     returning dimension, grain, period, origin,
       customers = 0 and live = 0 and with_leads = 0 and converted = 0 and sales = 0
         and revenue = 0 as is_empty
   ),
   retention as (
     -- one row: a cell as it is now
     insert into retention_cells as cell (workspace_id, unit, grain, period, age, customers)
     select $1, added.* from (${retentionCellsOf('taken')}) as added
     on conflict on constraint retention_cells_pkey do update set
       customers = cell.customers + excluded.customers
     returning unit, grain, period, age, customers = 0 as is_empty
   ),
   spending as (
     -- one row: a cell as it is now
     insert into spending_cells as cell (workspace_id, dimension, month, origin, age, revenue,
       new_buyers)
     select $1, added.* from (${spendingCellsOf('taken')}) as added
     on conflict on constraint spending_cells_pkey do update set
       revenue = cell.revenue + excluded.revenue,
       new_buyers = cell.new_buyers + excluded.new_buyers
     returning dimension, month, origin, age, revenue = 0 and new_buyers = 0 as is_empty
   )
   select (select count(*) from taken) as folded,
     (select json_agg(cohort) from cohort where is_empty) as "cohortCells",
     (select json_agg(retention) from retention where is_empty) as "retentionCells",
     (select json_agg(spending) from spending where is_empty) as "spendingCells"`,
);

/** Values: the workspace, and the keys as JSON. */
export const REMOVE_CELLS = {
  cohortCells: new Statement<unknown>(
    'rollups.remove-cohort-cells',
    `delete from cohort_cells cell
     using json_to_recordset($2::json) as key (dimension text, grain text, period date, origin text)
     where cell.workspace_id = $1 and cell.dimension = key.dimension and cell.grain = key.grain
       and cell.period = key.period and cell.origin = key.origin`,
  ),
  retentionCells: new Statement<unknown>(
    'rollups.remove-retention-cells',
    `delete from retention_cells cell
     using json_to_recordset($2::json) as key (unit text, grain text, period date, age smallint)
     where cell.workspace_id = $1 and cell.unit = key.unit and cell.grain = key.grain
       and cell.period = key.period and cell.age = key.age`,
  ),
  spendingCells: new Statement<unknown>(
    'rollups.remove-spending-cells',
    `delete from spending_cells cell
     using json_to_recordset($2::json) as key (dimension text, month date, origin text, age smallint)
     where cell.workspace_id = $1 and cell.dimension = key.dimension and cell.month = key.month
       and cell.origin = key.origin and cell.age = key.age`,
  ),
} as const;
