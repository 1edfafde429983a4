import { ValidationFailed, convert, eventTime } from "../../platform/src/index.js";
import { RefundRefused, StatusMoveRefused } from './tracking.errors.js';
/** Where a conversion may go from each status. */
const MOVES = {
    pending: ['approved', 'rejected', 'fraud'],
    approved: ['refunded', 'fraud'],
    rejected: ['approved'],
    fraud: ['approved'],
    refunded: [],
};
const isGiven = (value) => value !== undefined && value !== null;
/** Refuses what contradicts itself, whatever the conversion is. Throws `ValidationFailed`. */
export function checkMove({ status, refundedAmount, refundedAt }) {
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
export function moved(conversion, move, reportingCurrency, now) {
    checkMove(move);
    const { status, refundedAmount } = move;
    if (isGiven(refundedAmount)) {
        return refundedTo(conversion, refundedAmount, move, reportingCurrency, now);
    }
    if (!isGiven(status) || status === conversion.status)
        return conversion;
    if (!MOVES[conversion.status].includes(status)) {
        throw new StatusMoveRefused(conversion.status, status);
    }
    if (status !== 'refunded')
        return { ...conversion, status };
    return whollyRefunded(conversion, refundTime(conversion, move, now));
}
function refundedTo(conversion, refundedAmount, move, reportingCurrency, now) {
    const { type, status, amount, currency } = conversion;
    const isRefundable = type === 'sale' && (status === 'approved' || status === 'refunded');
    if (!isRefundable || amount === null || currency === null)
        throw new RefundRefused();
    if (refundedAmount === conversion.refundedAmount)
        return conversion;
    if (status === 'refunded')
        throw new RefundRefused();
    if (refundedAmount > amount) {
        throw ValidationFailed.of('refundedAmount', 'must not be more than the amount of the sale');
    }
    if (refundedAmount < (conversion.refundedAmount ?? 0)) {
        throw ValidationFailed.of('refundedAmount', 'must not be less than before');
    }
    const refundedAt = refundTime(conversion, move, now);
    if (refundedAmount === amount)
        return whollyRefunded(conversion, refundedAt);
    return {
        ...conversion,
        refundedAmount,
        refundedAt,
        reportingRefunded: toReporting(conversion, refundedAmount, currency, reportingCurrency),
    };
}
/** The refunded part at the sale's own rate, so that a whole refund takes exactly what it gave. */
function toReporting({ rateFrom, rateTo }, amount, currency, reportingCurrency) {
    if (rateFrom === null || rateTo === null)
        return amount;
    return convert(amount, { from: currency, to: reportingCurrency }, { from: rateFrom, to: rateTo });
}
function whollyRefunded(conversion, refundedAt) {
    // Leads and customs have no money to give back: only their status says it.
    if (conversion.type !== 'sale')
        return { ...conversion, status: 'refunded' };
    return {
        ...conversion,
        status: 'refunded',
        refundedAmount: conversion.amount,
        refundedAt,
        reportingRefunded: conversion.reportingAmount,
    };
}
function refundTime({ occurredAt }, { refundedAt }, now) {
    const time = eventTime(refundedAt, now);
    if (time < occurredAt) {
        throw ValidationFailed.of('refundedAt', 'must not be before the sale');
    }
    return time;
}
//# sourceMappingURL=conversion-moves.js.map