const UP = `
alter table workspaces add column rollups_built_at timestamptz(3);

create table cohort_deltas (
  workspace_id text collate "C" not null,
  id bigint generated always as identity,
  first_seen_day date not null,
  campaign_id text collate "C" not null,
  source text collate "C" not null,
  week_age smallint,
  month_age smallint,
  customers integer not null,
  live integer not null,
  with_leads integer not null,
  converted integer not null,
  sales integer not null,
  revenue bigint not null,
  active_weeks integer not null,
  active_months integer not null,
  new_buyers integer not null,
  constraint cohort_deltas_pkey primary key (workspace_id, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_threshold = -1, autovacuum_vacuum_cost_delay = 0);

create table cohort_cells (
  workspace_id text collate "C" not null,
  dimension text collate "C" not null,
  grain text collate "C" not null,
  period date not null,
  origin text collate "C" not null,
  customers integer not null,
  live integer not null,
  with_leads integer not null,
  converted integer not null,
  sales bigint not null,
  revenue bigint not null,
  constraint cohort_cells_pkey primary key (workspace_id, dimension, grain, period, origin)
) with (fillfactor = 70);

create table retention_cells (
  workspace_id text collate "C" not null,
  unit text collate "C" not null,
  grain text collate "C" not null,
  period date not null,
  age smallint not null,
  customers integer not null,
  constraint retention_cells_pkey primary key (workspace_id, unit, grain, period, age)
) with (fillfactor = 70);

create table spending_cells (
  workspace_id text collate "C" not null,
  dimension text collate "C" not null,
  month date not null,
  origin text collate "C" not null,
  age smallint not null,
  revenue bigint not null,
  new_buyers integer not null,
  constraint spending_cells_pkey primary key (workspace_id, dimension, month, origin, age)
) with (fillfactor = 70);

create index conversions_counting
  on conversions (workspace_id, customer_id, occurred_at)
  include (reporting_amount, reporting_refunded)
  where type = 'sale' and status = 'approved' and customer_id is not null;
`;
const DOWN = `
drop index conversions_counting;
drop table spending_cells, retention_cells, cohort_cells, cohort_deltas;
alter table workspaces drop column rollups_built_at;
`;
export class Rollups1764000000000 {
    async up(queryRunner) {
        await queryRunner.query(UP);
    }
    async down(queryRunner) {
        await queryRunner.query(DOWN);
    }
}
//# sourceMappingURL=1764000000000-rollups.js.map