import { Statement } from '@app/platform';
import type { Click } from './click.entity.js';

const COLUMNS = `click_id as "clickId", link_id as "linkId", campaign_id as "campaignId", source,
  medium, referrer, country, visitor_id as "visitorId", visitor_key as "visitorKey",
  occurred_at as "occurredAt", created_at as "createdAt"`;

/** A click of a workspace that is known from around it. */
export type StoredClick = Omit<Click, 'workspaceId'>;

/** What becomes a touch: a click's time, and what it came from. */
export type VisitorClick = Pick<Click, 'clickId' | 'campaignId' | 'source' | 'occurredAt'>;

export const CLICKS_BY_ID = new Statement<StoredClick>(
  'ledger.clicks-by-id',
  `select ${COLUMNS} from clicks where workspace_id = $1 and click_id = any ($2::text[])`,
);

/** The first so many clicks of a visitor behind one of them. */
export const CLICKS_OF_VISITOR = new Statement<VisitorClick>(
  'ledger.clicks-of-visitor',
  `select click_id as "clickId", campaign_id as "campaignId", source, occurred_at as "occurredAt"
   from clicks
   where workspace_id = $1 and visitor_key = $2 and click_id > $3
   order by click_id limit $4`,
);

/** Values: the clicks as JSON records of the table. */
export const INSERT_CLICKS = new Statement<unknown>(
  'ledger.insert-clicks',
  `insert into clicks (workspace_id, click_id, link_id, campaign_id, source, medium, referrer,
     country, visitor_id, visitor_key, occurred_at, created_at)
   select $1, click_id, link_id, campaign_id, source, medium, referrer, country, visitor_id,
     visitor_key, occurred_at, created_at
   from json_populate_recordset(null::clicks, $2::json)`,
);

export const INSERT_TOUCHES = new Statement<unknown>(
  'ledger.insert-touches',
  `insert into touches (workspace_id, customer_id, click_id, occurred_at)
   select $1, * from unnest($2::text[], $3::text[], $4::timestamptz[])
   on conflict do nothing`,
);
