import {
  APPEND_CONVERSION_DELTAS,
  conversionDeltas,
  type Conversion,
  type ConversionType,
} from '@app/analytics';
import { keysOf, type Identity, type IdentityKey, type IdentityWrite } from '@app/customers';
import {
  ExchangeRates,
  Recorded,
  ValidationFailed,
  convert,
  eventTime,
  newId,
} from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { TrackedConversionDto } from './conversion.dto.js';
import type { TrackCustomDto, TrackLeadDto, TrackSaleDto } from './track-conversion.dto.js';
import { moved, checkMove } from './conversion-moves.js';
import { CONVERSION_BY_ORDER, CUSTOM_BY_ORDER, INSERT_CONVERSION } from './conversion.store.js';
import { toConversionDto } from './conversion-view.js';
import { differencesOf } from './differences.js';

/** A conversion as it was sent, with its type. */
export type SentConversion =
  | { type: 'lead'; body: TrackLeadDto }
  | { type: 'sale'; body: TrackSaleDto }
  | { type: 'custom'; body: TrackCustomDto };

const DEFAULT_NAME: Record<ConversionType, string> = { lead: 'Lead', sale: 'Sale', custom: '' };

/**
 * The identity keys that a conversion names. Throws `ValidationFailed` when it names nobody or
 * contradicts itself: also a repeat, of which nothing else is looked at.
 */
export function keysOfConversion({ type, body }: SentConversion): IdentityKey[] {
  if (!body.externalId && !body.email && !body.clickId) {
    throw ValidationFailed.of('externalId', 'one of externalId, email and clickId must be given');
  }
  if (type === 'sale') checkSale(body);
  const order = body.orderId ? [`order:${type}:${body.orderId}` as const] : [];
  return [...keysOf(body), ...order];
}

function checkSale(sale: TrackSaleDto): void {
  checkMove(sale);
  if ((sale.refundedAmount ?? 0) > sale.amount) {
    throw ValidationFailed.of('refundedAmount', 'must not be more than the amount of the sale');
  }
}

/** Stores a conversion once, and stitches it to the customer that it resolves to. */
@Injectable()
export class ConversionRecorder {
  constructor(private readonly rates: ExchangeRates) {}

  /** Throws `ValidationFailed` or `UnsupportedCurrency`, before anything is written. */
  async record(
    write: IdentityWrite,
    sent: SentConversion,
  ): Promise<Recorded<TrackedConversionDto>> {
    const { workspace } = write;
    const stored = await this.find(write, sent);
    if (stored) {
      const differs = differencesOf(comparableOf(sent, stored.createdAt), stored);
      const view = toConversionDto(stored, workspace.currency);
      return new Recorded({ ...view, duplicate: true, differs }, false);
    }
    const conversion = await this.build(write, sent);
    const identity: Identity = sent.body;
    const customer = await write.resolve(identity, conversion.occurredAt);
    conversion.customerId = customer?.id ?? null;
    await insert(write, conversion);
    const deltas = conversionDeltas([], [conversion]);
    const values = [workspace.id, JSON.stringify(deltas)];
    await write.transaction.rows(APPEND_CONVERSION_DELTAS, values);
    if (customer) await write.attach(customer, conversion);
    await write.settle();
    const view = toConversionDto(conversion, workspace.currency);
    return new Recorded({ ...view, duplicate: false, differs: [] }, true);
  }

  private async find(
    write: IdentityWrite,
    { type, body }: SentConversion,
  ): Promise<Conversion | undefined> {
    if (!body.orderId) return undefined;
    return type === 'custom'
      ? write.transaction.first(CUSTOM_BY_ORDER, [write.workspace.id, body.eventName, body.orderId])
      : write.transaction.first(CONVERSION_BY_ORDER, [write.workspace.id, type, body.orderId]);
  }

  private async build(write: IdentityWrite, { type, body }: SentConversion): Promise<Conversion> {
    const { workspace, now } = write;
    const conversion: Conversion = {
      workspaceId: workspace.id,
      id: newId('con'),
      type,
      eventName: body.eventName ?? DEFAULT_NAME[type],
      customerId: null,
      clickId: body.clickId ?? null,
      orderId: body.orderId ?? null,
      status: body.status ?? 'approved',
      amount: null,
      currency: null,
      refundedAmount: null,
      refundedAt: null,
      rateFrom: null,
      rateTo: null,
      reportingAmount: null,
      reportingRefunded: null,
      occurredAt: eventTime(body.occurredAt, now),
      createdAt: now,
      metadata: body.metadata ?? {},
      externalId: body.externalId ?? null,
      email: body.email ?? null,
      name: body.name ?? null,
      avatar: body.avatar ?? null,
      country: body.country ?? null,
    };
    return type === 'sale' ? this.price(write, conversion, body) : conversion;
  }

  /** Adds the money of a sale, and the refund that it was tracked with. */
  private async price(
    write: IdentityWrite,
    conversion: Conversion,
    sale: TrackSaleDto,
  ): Promise<Conversion> {
    const to = write.workspace.currency;
    const from = sale.currency ?? to;
    const rate =
      from === to
        ? null
        : await this.rates.rateAt(write.transaction, { from, to }, conversion.occurredAt);
    const reportingAmount = rate ? convert(sale.amount, { from, to }, rate) : sale.amount;
    if (!Number.isSafeInteger(reportingAmount)) {
      throw ValidationFailed.of('amount', `is more than 2^53 minor units of ${to}`);
    }
    const priced: Conversion = {
      ...conversion,
      amount: sale.amount,
      currency: from,
      refundedAmount: 0,
      rateFrom: rate?.from ?? null,
      rateTo: rate?.to ?? null,
      reportingAmount,
      reportingRefunded: 0,
    };
    const refund = {
      status: sale.status === 'refunded' ? sale.status : null,
      refundedAmount: sale.refundedAmount ?? null,
      refundedAt: sale.refundedAt ?? conversion.occurredAt.toISOString(),
    };
    if (refund.status === null && refund.refundedAmount === null) return priced;
    return moved({ ...priced, status: 'approved' }, refund, to, write.now);
  }
}

/** What a repeat gives, in the form in which it would have been stored. */
/** `storedAt` was now then: a time ahead of it was stored as it. */
function comparableOf({ type, body }: SentConversion, storedAt: Date): Record<string, unknown> {
  const time = (text?: string | null): Date | undefined =>
    text ? eventTime(text, storedAt) : undefined;
  const refundedAt = type === 'sale' ? time(body.refundedAt) : undefined;
  return { ...body, occurredAt: time(body.occurredAt), refundedAt };
}

async function insert(write: IdentityWrite, conversion: Conversion): Promise<void> {
  await write.transaction.rows(INSERT_CONVERSION, [
    conversion.workspaceId,
    conversion.id,
    conversion.type,
    conversion.eventName,
    conversion.customerId,
    conversion.clickId,
    conversion.orderId,
    conversion.status,
    conversion.amount,
    conversion.currency,
    conversion.refundedAmount,
    conversion.refundedAt,
    conversion.rateFrom,
    conversion.rateTo,
    conversion.reportingAmount,
    conversion.reportingRefunded,
    conversion.occurredAt,
    conversion.createdAt,
    conversion.metadata,
    conversion.externalId,
    conversion.email,
    conversion.name,
    conversion.avatar,
    conversion.country,
  ]);
}
