import { Statement } from '@app/platform';
import { searchTextOf } from '../search-text.js';

export const WEEK_SECONDS = '604800::bigint';

/** The week of an instant. */
export const WEEK = (instant: string): string =>
  `floor(extract(epoch from ${instant}) / ${WEEK_SECONDS})::integer`;

/** Fewer fresh entries than this are read as they are: sooner than their grams would be found. */
const FEW_FRESH = 1_000;

/** Values: the workspace, and the entries as `toEntryRecords` writes them. */
export const SAVE_ENTRIES = new Statement<unknown>(
  'directory.save-entries',
  `with given as materialized (
     select * from json_to_recordset($2::json) as entry (
       customer_id text, created_at timestamptz, first_seen_at timestamptz, campaign_id text,
       source text, content text
     )
   ),
   -- Locked before "indexed" is looked at: the indexing may just be changing it.
   former as materialized (
     select week, indexed from customer_directory
     where workspace_id = $1 and customer_id = any (array(select customer_id from given))
     order by customer_id for update
   ),
   uncounted as (
     update directory_weeks set customers = directory_weeks.customers - taken.customers
     from (select week, count(*) as customers from former where indexed group by week) taken
     where directory_weeks.workspace_id = $1 and directory_weeks.week = taken.week
   )
   insert into customer_directory (workspace_id, customer_id, created_at, week, first_seen_at,
     campaign_id, source, content, indexed)
   select $1, customer_id, created_at, ${WEEK('created_at')}, first_seen_at, campaign_id, source,
     content, false
   from given
   -- Always true, but what is locked must have been read.
   where (select count(*) from former) >= 0
   on conflict (workspace_id, customer_id) do update
   set created_at = excluded.created_at, week = excluded.week,
       first_seen_at = excluded.first_seen_at, campaign_id = excluded.campaign_id,
       source = excluded.source, content = excluded.content, indexed = false`,
);

/** Values: the workspace, and the ids of customers that are no more. */
export const REMOVE_ENTRIES = new Statement<unknown>(
  'directory.remove-entries',
  `with gone as (
     delete from customer_directory
     where workspace_id = $1 and customer_id = any ($2::text[])
     returning week, indexed
   )
   update directory_weeks set customers = directory_weeks.customers - taken.customers
   from (select week, count(*) as customers from gone where indexed group by week) taken
   where directory_weeks.workspace_id = $1 and directory_weeks.week = taken.week`,
);

/**
 * Moves up to $2 fresh entries of a workspace into the index, once there are enough of them to be worth
 * it. Answers how many it has moved; 0 when nothing is left to do.
 */
export const INDEX_ENTRIES = new Statement<{ indexed: number }>(
  'directory.index-entries',
  `with fresh as materialized (
     select customer_id from customer_directory
     where workspace_id = $1 and not indexed
       and (
         select count(*) from (
           select 1 from customer_directory where workspace_id = $1 and not indexed
           limit ${String(FEW_FRESH)}
         ) few
       ) = ${String(FEW_FRESH)}
     order by week limit $2 for update skip locked
   ),
   moved as (
     update customer_directory set indexed = true
     where workspace_id = $1 and customer_id = any (array(select customer_id from fresh))
     returning week
   ),
   counted as (
     insert into directory_weeks as known (workspace_id, week, customers)
     select $1, week, count(*) from moved group by week order by week
     on conflict (workspace_id, week) do update
     set customers = known.customers + excluded.customers
   )
   select count(*) as indexed from moved`,
);

/** Keeps the indexing from counting until the transaction ends. */
export const HOLD_WEEKS = new Statement<unknown>(
  'directory.hold-weeks',
  'lock table directory_weeks in share row exclusive mode',
);

export const FORGET_WEEKS = new Statement<unknown>(
  'directory.forget-weeks',
  'delete from directory_weeks where workspace_id = $1',
);

export const COUNT_WEEKS = new Statement<unknown>(
  'directory.count-weeks',
  `insert into directory_weeks (workspace_id, week, customers)
   select $1, week, count(*) from customer_directory
   where workspace_id = $1 and indexed group by week`,
);

/** Workspaces with entries that are not in the index, each found by one look into theirs. */
export const FRESH_WORKSPACES = new Statement<{ workspaceId: string }>(
  'directory.fresh-workspaces',
  `with recursive fresh as (
     (select workspace_id from customer_directory where not indexed
      order by workspace_id limit 1)
     union all
     (select next.workspace_id from fresh cross join lateral (
        select workspace_id from customer_directory
        where not indexed and workspace_id > fresh.workspace_id
        order by workspace_id limit 1
      ) as next)
   )
   select workspace_id as "workspaceId" from fresh`,
);

/** What the directory has of a customer. */
export interface Listed {
  id: string;
  createdAt: Date;
  externalId: string | null;
  email: string | null;
  name: string | null;
  firstSeenAt: Date;
  /** Of the first touch, like `source`. */
  campaignId: string | null;
  source: string | null;
}

/** The entries of live customers as `SAVE_ENTRIES` takes them. */
export const toEntryRecords = (customers: readonly Listed[]): string =>
  JSON.stringify(
    customers.map(({ id, createdAt, firstSeenAt, campaignId, source, ...who }) => ({
      customer_id: id,
      created_at: createdAt,
      first_seen_at: firstSeenAt,
      campaign_id: campaignId,
      source,
      content: searchTextOf(who.externalId, who.email, who.name),
    })),
  );
