import { Statement } from "../../../platform/src/index.js";
/** The clicks, visitors and email by which events still find the customer. */
export const KEYS_OF_CUSTOMER = new Statement('erasure.keys-of-customer', `select external_id as "externalId", email,
     array(select click_id from touches where workspace_id = $1 and customer_id = $2
           union select click_id from claims where workspace_id = $1 and customer_id = $2)
       as clicks,
     array(select visitor_key from customer_visitors where workspace_id = $1 and customer_id = $2)
       as visitors
   from customers where workspace_id = $1 and id = $2`);
export const DELETE_CLAIMS = new Statement('erasure.delete-claims', 'delete from claims where workspace_id = $1 and customer_id = $2');
export const DELETE_VISITORS = new Statement('erasure.delete-visitors', 'delete from customer_visitors where workspace_id = $1 and customer_id = $2');
export const SCRUB_CONVERSIONS = new Statement('erasure.scrub-conversions', `update conversions
   set metadata = '{}', external_id = null, email = null, name = null, avatar = null,
       country = null
   where workspace_id = $1 and customer_id = $2`);
/** Clicks that no live customer has as a touch any more. */
export const SCRUB_CLICKS = new Statement('erasure.scrub-clicks', `update clicks set visitor_id = null, referrer = null, country = null
   from touches own
   where own.workspace_id = $1 and own.customer_id = $2
     and clicks.workspace_id = own.workspace_id and clicks.click_id = own.click_id
     and not exists (
       select 1
       from touches other
       join customers customer
         on customer.workspace_id = other.workspace_id and customer.id = other.customer_id
       where other.workspace_id = $1 and other.click_id = own.click_id
         and other.customer_id <> $2 and customer.deleted_at is null
     )`);
//# sourceMappingURL=erasure.store.js.map