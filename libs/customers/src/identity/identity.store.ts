import { RecordShape, Statement } from '@app/platform';
import type { Customer } from '../customer.entity.js';
import type { Origin } from './projection.js';

/** A customer's row as the writes of this folder hold it, with what its earliest touch came from. */
export type CustomerRow = Omit<Customer, 'searchText'> & Origin;

const COLUMNS = `customer.workspace_id as "workspaceId", customer.id,
  customer.external_id as "externalId", customer.email, customer.name, customer.avatar,
  customer.country, customer.metadata, customer.created_at as "createdAt",
  customer.updated_at as "updatedAt", customer.deleted_at as "deletedAt",
  customer.first_seen_at as "firstSeenAt", customer.earliest_touch_at as "earliestTouchAt",
  customer.earliest_touch_click_id as "earliestTouchClickId",
  customer.first_conversion_at as "firstConversionAt",
  customer.first_touch_click_id as "firstTouchClickId",
  customer.last_activity_at as "lastActivityAt", customer.leads, customer.sales, customer.ltv,
  click.campaign_id as "campaignId", click.source`;

const WITH_EARLIEST_TOUCH = `left join clicks click
    on click.workspace_id = customer.workspace_id
   and click.click_id = customer.earliest_touch_click_id`;

export const CUSTOMERS_BY_EXTERNAL_ID = new Statement<CustomerRow>(
  'identity.customers-by-external-id',
  `select ${COLUMNS} from customers customer ${WITH_EARLIEST_TOUCH}
   where customer.workspace_id = $1 and customer.external_id = any ($2::text[])`,
);

export const CUSTOMERS_BY_ID = new Statement<CustomerRow>(
  'identity.customers-by-id',
  `select ${COLUMNS} from customers customer ${WITH_EARLIEST_TOUCH}
   where customer.workspace_id = $1 and customer.id = any ($2::text[])`,
);

/** Who has an email or click; of several live customers, the oldest. */
interface Oldest {
  key: string;
  id: string;
}

export const OLDEST_BY_EMAIL = new Statement<Oldest>(
  'identity.oldest-by-email',
  `select wanted.email as key, oldest.id
   from unnest($2::text[]) as wanted (email)
   cross join lateral (
     select id from customers
     where workspace_id = $1 and email = wanted.email and deleted_at is null
     order by created_at, external_id limit 1
   ) oldest`,
);

/** Nobody while others are still to get the click: they may be older. */
export const OLDEST_BY_CLICK = new Statement<Oldest>(
  'identity.oldest-by-click',
  `select wanted.click_id as key, oldest.id
   from unnest($2::text[]) as wanted (click_id)
   cross join lateral (
     select customer.id
     from touches touch
     join customers customer
       on customer.workspace_id = touch.workspace_id and customer.id = touch.customer_id
     where touch.workspace_id = $1 and touch.click_id = wanted.click_id
       and customer.deleted_at is null
     order by customer.created_at, customer.external_id limit 1
   ) oldest
   where not exists (
     select 1 from pending_touches
     where workspace_id = $1 and pending_touches.click_id = wanted.click_id
   )`,
);

const PROFILE = {
  externalId: 'text',
  email: 'text',
  name: 'text',
  avatar: 'text',
  country: 'text',
  metadata: 'jsonb',
  searchText: 'text',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
  deletedAt: 'timestamptz',
  firstSeenAt: 'timestamptz',
  earliestTouchAt: 'timestamptz',
  earliestTouchClickId: 'text',
  firstConversionAt: 'timestamptz',
  firstTouchClickId: 'text',
  lastActivityAt: 'timestamptz',
  leads: 'integer',
  sales: 'integer',
  ltv: 'bigint',
};

/** A customer's row with the columns that follow from it. */
export type CustomerRecord = CustomerRow & { searchText: string };

export const CUSTOMER_RECORD = new RecordShape<CustomerRecord>({ id: 'text', ...PROFILE });

/** Values: the workspace, and the customers as a text of `CUSTOMER_RECORD`. */
export const INSERT_CUSTOMERS = new Statement<unknown>(
  'identity.insert-customers',
  `insert into customers (workspace_id, ${CUSTOMER_RECORD.columns})
   select $1, ${CUSTOMER_RECORD.fields} from ${CUSTOMER_RECORD.source('$2', 'customer')}`,
);

export const UPDATE_CUSTOMERS = new Statement<unknown>(
  'identity.update-customers',
  `update customers set ${new RecordShape<CustomerRecord>(PROFILE).assignments('changed')}
   from ${CUSTOMER_RECORD.source('$2', 'changed')}
   where customers.workspace_id = $1 and customers.id = changed.id`,
);

/** A customer's claim of a click, or its tie to a visitor: `key` is the click or the visitor. */
export interface Tie {
  key: string;
  customerId: string;
}

/** The first so many of those who claim each click. */
export const CLAIMERS = new Statement<Tie>(
  'identity.claimers',
  `select wanted.click_id as key, claim.customer_id as "customerId"
   from unnest($2::text[]) as wanted (click_id)
   cross join lateral (
     select customer_id from claims
     where workspace_id = $1 and click_id = wanted.click_id
     order by customer_id limit $3
   ) claim`,
);

/** The first so many of those who follow each visitor. */
export const FOLLOWERS = new Statement<Tie>(
  'identity.followers',
  `select wanted.visitor_key as key, follower.customer_id as "customerId"
   from unnest($2::text[]) as wanted (visitor_key)
   cross join lateral (
     select customer_id from customer_visitors
     where workspace_id = $1 and visitor_key = wanted.visitor_key
     order by customer_id limit $3
   ) follower`,
);

export const CLAIM = new Statement<unknown>(
  'identity.claim',
  `select 1 from claims where workspace_id = $1 and click_id = $2 and customer_id = $3`,
);

export const FOLLOWER = new Statement<unknown>(
  'identity.follower',
  `select 1 from customer_visitors
   where workspace_id = $1 and visitor_key = $2 and customer_id = $3`,
);

export const INSERT_CLAIMS = new Statement<unknown>(
  'identity.insert-claims',
  `insert into claims (workspace_id, click_id, customer_id)
   select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing`,
);

export const INSERT_FOLLOWERS = new Statement<unknown>(
  'identity.insert-followers',
  `insert into customer_visitors (workspace_id, visitor_key, customer_id)
   select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing`,
);
