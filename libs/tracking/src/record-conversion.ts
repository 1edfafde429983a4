import type { Conversion, ConversionType } from '@app/analytics';
import { needsOf, type IdentityWrite, type OrderKey, type WriteStep } from '@app/customers';
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
import { toConversionDto } from './conversion-view.js';
import { differencesOf } from './differences.js';

/** A conversion as it was sent, with its type. */
export type SentConversion =
  | { type: 'lead'; body: TrackLeadDto }
  | { type: 'sale'; body: TrackSaleDto }
  | { type: 'custom'; body: TrackCustomDto };

const DEFAULT_NAME: Record<ConversionType, string> = { lead: 'Lead', sale: 'Sale', custom: '' };

/**
 * Refuses a conversion that names nobody or contradicts itself: also a repeat, of which nothing else is
 * looked at. Throws `ValidationFailed`.
 */
function check({ type, body }: SentConversion): void {
  if (!body.externalId && !body.email && !body.clickId) {
    throw ValidationFailed.of('externalId', 'one of externalId, email and clickId must be given');
  }
  if (type === 'sale') checkSale(body);
}

function orderOf({ type, body }: SentConversion): OrderKey | undefined {
  const { orderId } = body;
  if (!orderId) return undefined;
  return type === 'custom' ? { type, eventName: body.eventName, orderId } : { type, orderId };
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

  /** A conversion as a step that a batch and a request share. Throws `ValidationFailed`. */
  step<T>(
    sent: SentConversion,
    answerOf: (recorded: Recorded<TrackedConversionDto>) => T,
  ): WriteStep<T> {
    check(sent);
    const order = orderOf(sent);
    return {
      needs: { ...needsOf(sent.body), ...(order && { orders: [order] }) },
      apply: async (write) => {
        const answer = answerOf(await this.record(write, sent, order));
        return () => answer;
      },
    };
  }

  /** Throws `ValidationFailed` or `UnsupportedCurrency`, before anything is changed. */
  private async record(
    write: IdentityWrite,
    sent: SentConversion,
    order: OrderKey | undefined,
  ): Promise<Recorded<TrackedConversionDto>> {
    const { currency } = write.workspace;
    const stored = order && (await write.conversions.byOrder(order));
    if (stored) {
      write.subject = stored.id;
      const differs = differencesOf(comparableOf(sent, stored.createdAt), stored);
      const view = toConversionDto(stored, currency);
      return new Recorded({ ...view, duplicate: true, differs }, false);
    }
    // Also a refusal is about the customer, if there is one.
    const { externalId } = sent.body;
    const known = externalId && (await write.customers.byExternalId(externalId));
    if (known) write.subject = known.id;
    const conversion = await this.build(write, sent);
    const customer = await write.resolve(sent.body, conversion.occurredAt);
    conversion.customerId = customer?.id ?? null;
    write.conversions.add(conversion);
    write.subject = conversion.id;
    if (customer) await write.attach(customer, conversion);
    await write.settle();
    const view = toConversionDto(conversion, currency);
    return new Recorded({ ...view, duplicate: false, differs: [] }, true);
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

/**
 * What a repeat gives, in the form in which it would have been stored. `storedAt` was now then: a time ahead
 * of it was stored as it.
 */
function comparableOf({ type, body }: SentConversion, storedAt: Date): Record<string, unknown> {
  const time = (text?: string | null): Date | undefined =>
    text ? eventTime(text, storedAt) : undefined;
  const refundedAt = type === 'sale' ? time(body.refundedAt) : undefined;
  return { ...body, occurredAt: time(body.occurredAt), refundedAt };
}
