import type { Conversion, ConversionStatus } from '@app/analytics';
import { ValidationFailed, convert, eventTime } from '@app/platform';
import { RefundRefused, StatusMoveRefused } from './tracking.errors.js';

/** Where a conversion may go from each status. */
const MOVES: Record<ConversionStatus, readonly ConversionStatus[]> = {
  pending: ['approved', 'rejected', 'fraud'],
  approved: ['refunded', 'fraud'],
  rejected: ['approved'],
  fraud: ['approved'],
  refunded: [],
};

/** What a caller asks for: a status, or a sum that has been paid back so far. */
export interface Move {
  status?: ConversionStatus | null;
  refundedAmount?: number | null;
  refundedAt?: string | null;
}

const isGiven = <T>(value: T | null | undefined): value is T =>
  value !== undefined && value !== null;

/** Refuses what contradicts itself, whatever the conversion is. Throws `ValidationFailed`. */
export function checkMove({ status, refundedAmount, refundedAt }: Move): void {
  if (isGiven(status) && isGiven(refundedAmount)) {
    throw ValidationFailed.of('refundedAmount', 'must not be given together with status');
  }
  if (isGiven(refundedAt) && !isGiven(refundedAmount) && status !== 'refunded') {
    throw ValidationFailed.of('refundedAt', 'must come with a refund');
  }
}

/**
 * A conversion after a move; the same object when the move changes nothing. Throws
 * `StatusMoveRefused`, `RefundRefused` or `ValidationFailed`.
 */
export function moved(
  conversion: Conversion,
  move: Move,
  reportingCurrency: string,
  now: Date,
): Conversion {
  checkMove(move);
  const { status, refundedAmount } = move;
  if (isGiven(refundedAmount)) {
    return refundedTo(conversion, refundedAmount, move, reportingCurrency, now);
  }
  if (!isGiven(status) || status === conversion.status) return conversion;
  if (!MOVES[conversion.status].includes(status)) {
    throw new StatusMoveRefused(conversion.status, status);
  }
  if (status !== 'refunded') return { ...conversion, status };
  return whollyRefunded(conversion, refundTime(conversion, move, now));
}

function refundedTo(
  conversion: Conversion,
  refundedAmount: number,
  move: Move,
  reportingCurrency: string,
  now: Date,
): Conversion {
  const { type, status, amount, currency } = conversion;
  const isRefundable = type === 'sale' && (status === 'approved' || status === 'refunded');
  if (!isRefundable || amount === null || currency === null) throw new RefundRefused();
  if (refundedAmount === conversion.refundedAmount) return conversion;
  if (status === 'refunded') throw new RefundRefused();
  if (refundedAmount > amount) {
    throw ValidationFailed.of('refundedAmount', 'must not be more than the amount of the sale');
  }
  if (refundedAmount < (conversion.refundedAmount ?? 0)) {
    throw ValidationFailed.of('refundedAmount', 'must not be less than before');
  }
  const refundedAt = refundTime(conversion, move, now);
  if (refundedAmount === amount) return whollyRefunded(conversion, refundedAt);
  return {
    ...conversion,
    refundedAmount,
    refundedAt,
    reportingRefunded: toReporting(conversion, refundedAmount, currency, reportingCurrency),
  };
}

/** The refunded part at the sale's own rate, so that a whole refund takes exactly what it gave. */
function toReporting(
  { rateFrom, rateTo }: Conversion,
  amount: number,
  currency: string,
  reportingCurrency: string,
): number {
  if (rateFrom === null || rateTo === null) return amount;
  return convert(amount, { from: currency, to: reportingCurrency }, { from: rateFrom, to: rateTo });
}

function whollyRefunded(conversion: Conversion, refundedAt: Date): Conversion {
  // Leads and customs have no money to give back: only their status says it.
  if (conversion.type !== 'sale') return { ...conversion, status: 'refunded' };
  return {
    ...conversion,
    status: 'refunded',
    refundedAmount: conversion.amount,
    refundedAt,
    reportingRefunded: conversion.reportingAmount,
  };
}

function refundTime({ occurredAt }: Conversion, { refundedAt }: Move, now: Date): Date {
  const time = eventTime(refundedAt, now);
  if (time < occurredAt) {
    throw ValidationFailed.of('refundedAt', 'must not be before the sale');
  }
  return time;
}
