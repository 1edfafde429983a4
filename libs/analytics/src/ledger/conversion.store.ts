import { RecordShape, Statement } from '@app/platform';
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

export const CONVERSION_RECORD = new RecordShape<Conversion>({
  id: 'text',
  type: 'text',
  eventName: 'text',
  customerId: 'text',
  clickId: 'text',
  orderId: 'text',
  status: 'text',
  amount: 'bigint',
  currency: 'text',
  refundedAmount: 'bigint',
  refundedAt: 'timestamptz',
  rateFrom: 'text',
  rateTo: 'text',
  reportingAmount: 'bigint',
  reportingRefunded: 'bigint',
  occurredAt: 'timestamptz',
  createdAt: 'timestamptz',
  metadata: 'jsonb',
  externalId: 'text',
  email: 'text',
  name: 'text',
  avatar: 'text',
  country: 'text',
});

/** Values: the workspace, and the conversions as a text of `CONVERSION_RECORD`. */
export const INSERT_CONVERSIONS = new Statement<unknown>(
  'ledger.insert-conversions',
  `insert into conversions (workspace_id, ${CONVERSION_RECORD.columns})
   select $1, ${CONVERSION_RECORD.fields} from ${CONVERSION_RECORD.source('$2', 'conversion')}`,
);

/** What can change of a conversion: its customer once, its status and its refund. */
const CHANGED = new RecordShape<Conversion>({
  customerId: 'text',
  status: 'text',
  refundedAmount: 'bigint',
  refundedAt: 'timestamptz',
  reportingRefunded: 'bigint',
});

export const UPDATE_CONVERSIONS = new Statement<unknown>(
  'ledger.update-conversions',
  `update conversions set ${CHANGED.assignments('changed')}
   from ${CONVERSION_RECORD.source('$2', 'changed')}
   where conversions.workspace_id = $1 and conversions.id = changed.id`,
);
