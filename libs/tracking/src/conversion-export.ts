import type { Cell, ExportShape } from '@app/platform';
import type { ExportedConversion } from './conversion-export.store.js';
import type { ConversionDto } from './conversion.dto.js';
import { toConversionDto } from './conversion-view.js';

type Shape = Omit<ExportShape<ExportedConversion>, 'cursor'>;

/** The columns of the flat form: the fields of the wire format, in order. */
const COLUMNS = [
  'id',
  'type',
  'eventName',
  'customerId',
  'clickId',
  'orderId',
  'status',
  'amount',
  'currency',
  'refundedAmount',
  'refundedAt',
  'reportingAmount',
  'reportingNet',
  'reportingCurrency',
  'occurredAt',
  'createdAt',
  'metadata',
] as const satisfies (keyof ConversionDto)[];

const cellOf = (value: ConversionDto[keyof ConversionDto]): Cell =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

/**
 * Who did it, so that an import finds the same customer; while it is nobody's, what it waits with. The
 * customer's own fields are in its own item.
 */
function identityOf(row: ExportedConversion): object {
  const { ownerBy, ownerExternalId, ownerEmail, email, name, avatar, country } = row;
  if (!ownerBy) return { email, name, avatar, country };
  if (ownerBy === 'externalId') return { externalId: ownerExternalId };
  return ownerBy === 'email' ? { email: ownerEmail } : {};
}

/** The refund of a sale; of one that is neither approved nor refunded, an item cannot tell. */
function refundOf({ status, refundedAmount, refundedAt }: ExportedConversion): object {
  if (status === 'refunded') return { status, refundedAt };
  if (status !== 'approved' || !refundedAmount) return { status };
  return { refundedAmount, refundedAt };
}

/** The item that makes the same conversion again. */
function itemOf(row: ExportedConversion): object {
  const { type, eventName, clickId, orderId, amount, currency, occurredAt, metadata } = row;
  const given = {
    type,
    ...identityOf(row),
    clickId,
    eventName,
    orderId,
    amount,
    currency,
    ...refundOf(row),
    occurredAt,
  };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}

/** How conversions are written, with money in the workspace's currency. */
export const conversionShape = (currency: string): Shape => ({
  columns: COLUMNS,
  cells: (row) => {
    const conversion = toConversionDto(row, currency);
    return COLUMNS.map((column) => cellOf(conversion[column]));
  },
  items: (row) => [itemOf(row)],
});
