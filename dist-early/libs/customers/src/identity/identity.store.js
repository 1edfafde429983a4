import { Statement } from "../../../platform/src/index.js";
const CUSTOMER_COLUMNS = `workspace_id as "workspaceId", id, external_id as "externalId", email,
  name, avatar, country, metadata, created_at as "createdAt", updated_at as "updatedAt",
  deleted_at as "deletedAt", first_seen_at as "firstSeenAt",
  earliest_touch_at as "earliestTouchAt", earliest_touch_click_id as "earliestTouchClickId",
  first_conversion_at as "firstConversionAt", first_touch_click_id as "firstTouchClickId",
  last_activity_at as "lastActivityAt", leads, sales, ltv`;
export const CUSTOMER_BY_EXTERNAL_ID = new Statement('identity.customer-by-external-id', `select ${CUSTOMER_COLUMNS} from customers
   where workspace_id = $1 and external_id = $2 for update`);
/** In the order of ids: writers that lock several rows never wait in a circle. */
export const CUSTOMERS_BY_ID = new Statement('identity.customers-by-id', `select ${CUSTOMER_COLUMNS} from customers
   where workspace_id = $1 and id = any ($2::text[]) order by id for update`);
export const OLDEST_BY_EMAIL = new Statement('identity.oldest-by-email', `select id from customers
   where workspace_id = $1 and email = $2 and deleted_at is null
   order by created_at, external_id limit 1`);
export const OLDEST_BY_CLICK = new Statement('identity.oldest-by-click', `select customer.id
   from touches touch
   join customers customer
     on customer.workspace_id = touch.workspace_id and customer.id = touch.customer_id
   where touch.workspace_id = $1 and touch.click_id = $2 and customer.deleted_at is null
   order by customer.created_at, customer.external_id limit 1`);
const INSERTED = `workspace_id, id, external_id, email, name, avatar, country, metadata,
  search_text, created_at, updated_at, first_seen_at, earliest_touch_at, earliest_touch_click_id,
  first_conversion_at, first_touch_click_id, last_activity_at, leads, sales, ltv`;
export const INSERT_CUSTOMERS = new Statement('identity.insert-customers', `insert into customers (${INSERTED})
   select ${INSERTED} from jsonb_populate_recordset(null::customers, $1::jsonb)`);
const UPDATE = `update customers set
     external_id = changed.external_id, email = changed.email, name = changed.name,
     avatar = changed.avatar, country = changed.country, metadata = changed.metadata,
     search_text = changed.search_text, created_at = changed.created_at,
     updated_at = changed.updated_at, deleted_at = changed.deleted_at,
     first_seen_at = changed.first_seen_at, earliest_touch_at = changed.earliest_touch_at,
     earliest_touch_click_id = changed.earliest_touch_click_id,
     first_conversion_at = changed.first_conversion_at,
     first_touch_click_id = changed.first_touch_click_id,
     last_activity_at = changed.last_activity_at, leads = changed.leads, sales = changed.sales,
     ltv = changed.ltv`;
const SAME_ROW = 'customers.workspace_id = changed.workspace_id and customers.id = changed.id';
/** By itself, because the planner takes a set for 100 rows and would read the table for one. */
export const UPDATE_CUSTOMER = new Statement('identity.update-customer', `${UPDATE} from jsonb_populate_record(null::customers, $1::jsonb) changed where ${SAME_ROW}`);
export const UPDATE_CUSTOMERS = new Statement('identity.update-customers', `${UPDATE} from jsonb_populate_recordset(null::customers, $1::jsonb) changed where ${SAME_ROW}`);
export const CLICK_BY_ID = new Statement('identity.click-by-id', `select click_id as "clickId", visitor_key as "visitorKey", occurred_at as "occurredAt"
   from clicks where workspace_id = $1 and click_id = $2`);
/** One row when the claim is new, none when it stood already. */
export const INSERT_CLAIM = new Statement('identity.insert-claim', `insert into claims (workspace_id, click_id, customer_id) values ($1, $2, $3)
   on conflict do nothing returning customer_id`);
export const CLAIMERS_OF_CLICK = new Statement('identity.claimers-of-click', `select customer_id as id from claims where workspace_id = $1 and click_id = $2`);
/** One row when the tie is new, none when it stood already. */
export const INSERT_VISITOR = new Statement('identity.insert-visitor', `insert into customer_visitors (workspace_id, visitor_key, customer_id) values ($1, $2, $3)
   on conflict do nothing returning customer_id`);
export const CUSTOMERS_OF_VISITOR = new Statement('identity.customers-of-visitor', `select customer_id as id from customer_visitors where workspace_id = $1 and visitor_key = $2`);
/** The customers for whom the click is a new touch. */
export const INSERT_TOUCHES_OF_CLICK = new Statement('identity.insert-touches-of-click', `insert into touches (workspace_id, customer_id, click_id, occurred_at)
   select $1, customer_id, $3, $4 from unnest($2::text[]) customer_id
   on conflict do nothing returning customer_id as id`);
/** The visitor's clicks that are new touches of the customer. */
export const INSERT_TOUCHES_OF_VISITOR = new Statement('identity.insert-touches-of-visitor', `insert into touches (workspace_id, customer_id, click_id, occurred_at)
   select workspace_id, $2, click_id, occurred_at from clicks
   where workspace_id = $1 and visitor_key = $3
   on conflict do nothing returning click_id as "clickId", occurred_at as "occurredAt"`);
/** Unstitched conversions that one of these emails or clicks may find somebody for. */
export const WAITING_CONVERSIONS = new Statement('identity.waiting-conversions', `select id, type, status, email, click_id as "clickId", name, avatar, country,
          occurred_at as "occurredAt", reporting_amount as "reportingAmount",
          reporting_refunded as "reportingRefunded"
   from conversions
   where workspace_id = $1 and customer_id is null
     and (email = any ($2::text[]) or click_id = any ($3::text[]))
   order by id for update`);
/** One row when the conversion was still unstitched. */
export const STITCH_CONVERSION = new Statement('identity.stitch-conversion', `update conversions set customer_id = $3
   where workspace_id = $1 and id = $2 and customer_id is null returning id`);
export const SAVEPOINT = new Statement('identity.savepoint', 'savepoint part');
export const RELEASE_SAVEPOINT = new Statement('identity.release-savepoint', 'release savepoint part');
export const ROLLBACK_TO_SAVEPOINT = new Statement('identity.rollback-to-savepoint', 'rollback to savepoint part');
//# sourceMappingURL=identity.store.js.map