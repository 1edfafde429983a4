import { Statement } from "../../../platform/src/index.js";
/** Rows that a recalculation reads at a time: memory stays flat for a customer of any length. */
export const EVENTS_A_READ = 5_000;
export const TOUCHES_OF_CUSTOMER = new Statement('identity.touches-of-customer', `select click_id as "clickId", occurred_at as "occurredAt" from touches
   where workspace_id = $1 and customer_id = $2 and click_id > $3
   order by click_id limit ${String(EVENTS_A_READ)}`);
export const CONVERSIONS_OF_CUSTOMER = new Statement('identity.conversions-of-customer', `select id, type, status, occurred_at as "occurredAt", reporting_amount as "reportingAmount",
          reporting_refunded as "reportingRefunded"
   from conversions
   where workspace_id = $1 and customer_id = $2
     and (occurred_at, id) > ($3::timestamptz, $4)
   order by occurred_at, id limit ${String(EVENTS_A_READ)}`);
//# sourceMappingURL=events.store.js.map