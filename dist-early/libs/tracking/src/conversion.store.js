import { Statement } from "../../platform/src/index.js";
export const CONVERSION_COLUMNS = `workspace_id as "workspaceId", id, type,
  event_name as "eventName", customer_id as "customerId", click_id as "clickId",
  order_id as "orderId", status, amount, currency, refunded_amount as "refundedAmount",
  refunded_at as "refundedAt", rate_from as "rateFrom", rate_to as "rateTo",
  reporting_amount as "reportingAmount", reporting_refunded as "reportingRefunded",
  occurred_at as "occurredAt", created_at as "createdAt", metadata,
  external_id as "externalId", email, name, avatar, country`;
export const CONVERSION_BY_ID = new Statement('tracking.conversion-by-id', `select ${CONVERSION_COLUMNS} from conversions where workspace_id = $1 and id = $2`);
export const CONVERSION_FOR_UPDATE = new Statement('tracking.conversion-for-update', `select ${CONVERSION_COLUMNS} from conversions where workspace_id = $1 and id = $2 for update`);
/** A lead or sale is unique by type and order; its unique index has the same condition. */
export const CONVERSION_BY_ORDER = new Statement('tracking.conversion-by-order', `select ${CONVERSION_COLUMNS} from conversions
   where workspace_id = $1 and type = $2 and order_id = $3 and type <> 'custom'`);
/** A custom is unique by event name and order. */
export const CUSTOM_BY_ORDER = new Statement('tracking.custom-by-order', `select ${CONVERSION_COLUMNS} from conversions
   where workspace_id = $1 and event_name = $2 and order_id = $3 and type = 'custom'`);
export const INSERT_CONVERSION = new Statement('tracking.insert-conversion', `insert into conversions (workspace_id, id, type, event_name, customer_id, click_id, order_id,
     status, amount, currency, refunded_amount, refunded_at, rate_from, rate_to,
     reporting_amount, reporting_refunded, occurred_at, created_at, metadata, external_id, email,
     name, avatar, country)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
     $20, $21, $22, $23, $24)`);
export const MOVE_CONVERSION = new Statement('tracking.move-conversion', `update conversions
   set status = $3, refunded_amount = $4, refunded_at = $5, reporting_refunded = $6
   where workspace_id = $1 and id = $2`);
//# sourceMappingURL=conversion.store.js.map