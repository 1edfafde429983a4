import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table customer_directory (
  workspace_id text collate "C" not null,
  customer_id text collate "C" not null,
  created_at timestamptz(3) not null,
  week integer not null,
  content text collate "C" not null,
  indexed boolean not null,
  constraint customer_directory_pkey primary key (workspace_id, customer_id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

create table conversion_deltas (
  workspace_id text collate "C" not null,
  id bigint generated always as identity,
  day date not null,
  type text collate "C" not null,
  status text collate "C" not null,
  stitched boolean not null,
  conversions integer not null,
  constraint conversion_deltas_pkey primary key (workspace_id, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_threshold = -1, autovacuum_vacuum_cost_delay = 0);

create table conversion_cells (
  workspace_id text collate "C" not null,
  day date not null,
  type text collate "C" not null,
  status text collate "C" not null,
  stitched boolean not null,
  conversions integer not null,
  constraint conversion_cells_pkey primary key (workspace_id, day, type, status, stitched)
) with (fillfactor = 70);

insert into conversion_cells (workspace_id, day, type, status, stitched, conversions)
select workspace_id, (occurred_at at time zone 'UTC')::date, type, status,
  customer_id is not null, count(*)
from conversions group by 1, 2, 3, 4, 5;

create table directory_weeks (
  workspace_id text collate "C" not null,
  week integer not null,
  customers integer not null,
  constraint directory_weeks_pkey primary key (workspace_id, week)
) with (fillfactor = 50);

-- The prefix of a week's grams. Two weeks that share one only cost time: readers compare the week.
create function directory_slice(workspace_id text, week integer) returns text
  immutable strict parallel safe language sql
  as $$ select left(md5(workspace_id || week), 6) $$;

-- Every three characters in a row, and the two and the one at the end. The cost keeps the planner from
-- computing it for a whole table.
create function directory_grams(slice text, content text) returns tsvector
  immutable strict parallel safe cost 10000 language sql
  as $$
    select array_to_tsvector(array(
      select slice || substr(content, place, 3) from generate_series(1, length(content)) place
    ))
  $$;
`;

/** After the rows, because indexes are built faster than they grow. */
const INDEXES = `
create index customer_directory_created on customer_directory (workspace_id, created_at, customer_id);
create index customer_directory_fresh on customer_directory (workspace_id, week) where not indexed;
create index customer_directory_grams on customer_directory
  using gin (directory_grams(directory_slice(workspace_id, week), content))
  with (fastupdate = off) where indexed;
create index cohort_deltas_live on cohort_deltas (workspace_id) include (live) where live <> 0;

insert into directory_weeks (workspace_id, week, customers)
select workspace_id, week, count(*) from customer_directory group by workspace_id, week;

drop index customers_search, customers_created, customers_activity_desc;
alter table customers drop column search_text;
`;

const DOWN = `
drop index cohort_deltas_live;
drop table directory_weeks, customer_directory, conversion_cells, conversion_deltas;
drop function directory_grams, directory_slice;
alter table customers add column search_text text collate "C" not null default '';
alter table customers alter column search_text drop default;
create index customers_created on customers (workspace_id, created_at, id)
  where deleted_at is null;
create index customers_activity_desc
  on customers (workspace_id, last_activity_at desc nulls last, id desc) where deleted_at is null;
create index customers_search on customers using gin (workspace_id, search_text gin_trgm_ops)
  where deleted_at is null;
`;

const ROWS_A_READ = 5_000;

const CUSTOMERS_AFTER = `
select workspace_id, id, created_at, external_id, email, name
from customers
where (workspace_id, id) > ($1, $2) and deleted_at is null
order by workspace_id, id limit ${String(ROWS_A_READ)}`;

const INSERT_ENTRIES = `
insert into customer_directory (workspace_id, customer_id, created_at, week, content, indexed)
select workspace_id, customer_id, created_at, floor(extract(epoch from created_at) / 604800),
  content, true
from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[])
  as entry (workspace_id, customer_id, created_at, content)`;

interface CustomerRow {
  workspace_id: string;
  id: string;
  created_at: Date;
  external_id: string | null;
  email: string | null;
  name: string | null;
}

/** As searches folded case when this migration was written; PostgreSQL's `lower` depends on its locale. */
const fold = (text: string): string =>
  Array.from(text, (character) => character.toUpperCase().toLowerCase()).join('');

const contentOf = ({ external_id, email, name }: CustomerRow): string =>
  [external_id, email, name]
    .filter((field) => field !== null)
    .map(fold)
    .join('Z');

export class Lists1764100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
    let last: CustomerRow | undefined;
    do {
      const after = [last?.workspace_id ?? '', last?.id ?? ''];
      const rows = (await queryRunner.query(CUSTOMERS_AFTER, after)) as CustomerRow[];
      await queryRunner.query(INSERT_ENTRIES, [
        rows.map((row) => row.workspace_id),
        rows.map((row) => row.id),
        rows.map((row) => row.created_at),
        rows.map(contentOf),
      ]);
      last = rows.length < ROWS_A_READ ? undefined : rows.at(-1);
    } while (last);
    await queryRunner.query(INDEXES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
