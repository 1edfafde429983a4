import { Statement } from '@app/platform';
import type { Conversion } from './conversion.entity.js';

export const CONVERSION_COLUMNS = `workspace_id as "workspaceId", id, type,
  event_name as "eventName", customer_id as "customerId", click_id as "clickId",
  order_id as "orderId", status, amount, currency, refunded_amount as "refundedAmount",
  refunded_at as "refundedAt", rate_from as "rateFrom", rate_to as "rateTo",
  reporting_amount as "reportingAmount", reporting_refunded as "reportingRefunded",
  occurred_at as "occurredAt", created_at as "createdAt", metadata,
  external_id as "externalId", email, name, avatar, country`;

export const CONVERSIONS_BY_ID = new Statement<Conversion>(
  'ledger.conversions-by-id',
  `select ${CONVERSION_COLUMNS} from conversions
   where workspace_id = $1 and id = any ($2::text[])`,
);

/** A lead or sale is unique by type and order; its unique index has the same condition. */
export const CONVERSIONS_BY_ORDER = new Statement<Conversion>(
  'ledger.conversions-by-order',
  `select ${CONVERSION_COLUMNS} from conversions
   where workspace_id = $1 and type = $2 and order_id = any ($3::text[]) and type <> 'custom'`,
);

/** A custom is unique by event name and order. */
export const CUSTOMS_BY_ORDER = new Statement<Conversion>(
  'ledger.customs-by-order',
  `select ${CONVERSION_COLUMNS} from conversions
   join unnest($2::text[], $3::text[]) as wanted (event, "order")
     on event_name = wanted.event and order_id = wanted."order"
   where workspace_id = $1 and type = 'custom' and order_id is not null`,
);

/** Unstitched conversions that one of these emails or clicks may find somebody for. */
export const WAITING_CONVERSIONS = new Statement<Conversion>(
  'ledger.waiting-conversions',
  `select ${CONVERSION_COLUMNS} from conversions
   where workspace_id = $1 and customer_id is null
     and (email = any ($2::text[]) or click_id = any ($3::text[]))`,
);

const INSERTED = `id, type, event_name, customer_id, click_id, order_id, status, amount, currency,
  refunded_amount, refunded_at, rate_from, rate_to, reporting_amount, reporting_refunded,
  occurred_at, created_at, metadata, external_id, email, name, avatar, country`;

/** Values: the conversions as JSON records of the table. */
export const INSERT_CONVERSIONS = new Statement<unknown>(
  'ledger.insert-conversions',
  `insert into conversions (workspace_id, ${INSERTED})
   select $1, ${INSERTED} from json_populate_recordset(null::conversions, $2::json)`,
);

/** What can change of a conversion: its customer once, its status and its refund. */
export const UPDATE_CONVERSIONS = new Statement<unknown>(
  'ledger.update-conversions',
  `update conversions set
     customer_id = changed.customer_id, status = changed.status,
     refunded_amount = changed.refunded_amount, refunded_at = changed.refunded_at,
     reporting_refunded = changed.reporting_refunded
   from json_populate_recordset(null::conversions, $2::json) changed
   where conversions.workspace_id = $1 and conversions.id = changed.id`,
);
