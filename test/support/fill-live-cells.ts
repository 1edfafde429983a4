import type { DataSource } from 'typeorm';

/** The workspace's live customers as the folder would have counted them. */
export async function fillLiveCells(dataSource: DataSource, workspaceId: string): Promise<void> {
  await dataSource.query(
    `with emptied as (
       update cohort_cells set live = 0 where workspace_id = $1
     )
     insert into cohort_cells (workspace_id, dimension, grain, period, origin, customers, live,
       with_leads, converted, sales, revenue)
     select $1, 'all', 'month', date '2026-01-01' + (select count(*) from cohort_cells)::int, '',
       count(*), count(*), 0, 0, 0, 0
     from customers where workspace_id = $1 and deleted_at is null`,
    [workspaceId],
  );
}
