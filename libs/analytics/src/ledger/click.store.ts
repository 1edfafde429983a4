import { RecordShape, Statement } from '@app/platform';
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

export const CLICK_RECORD = new RecordShape<StoredClick>({
  clickId: 'text',
  linkId: 'text',
  campaignId: 'text',
  source: 'text',
  medium: 'text',
  referrer: 'text',
  country: 'text',
  visitorId: 'text',
  visitorKey: 'text',
  occurredAt: 'timestamptz',
  createdAt: 'timestamptz',
});

/** Values: the workspace, and the clicks as a text of `CLICK_RECORD`. */
export const INSERT_CLICKS = new Statement<unknown>(
  'ledger.insert-clicks',
  `insert into clicks (workspace_id, ${CLICK_RECORD.columns})
   select $1, ${CLICK_RECORD.fields} from ${CLICK_RECORD.source('$2', 'click')}`,
);

export const INSERT_TOUCHES = new Statement<unknown>(
  'ledger.insert-touches',
  `insert into touches (workspace_id, customer_id, click_id, occurred_at)
   select $1, * from unnest($2::text[], $3::text[], $4::timestamptz[])
   on conflict do nothing`,
);
