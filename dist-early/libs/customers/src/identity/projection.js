import { ValidationFailed, compareText, earliest, latest } from "../../../platform/src/index.js";
/** A customer without events. */
export const nothingHappened = (createdAt) => ({
    createdAt,
    earliestTouchAt: null,
    earliestTouchClickId: null,
    firstConversionAt: null,
    lastActivityAt: null,
    leads: 0,
    sales: 0,
    ltv: 0,
});
/** A sale counts while it is approved: this is its net, in reporting minor units; else 0. */
export const netOf = (conversion) => conversion.type === 'sale' && conversion.status === 'approved'
    ? (conversion.reportingAmount ?? 0) - (conversion.reportingRefunded ?? 0)
    : 0;
/**
 * Folds one more touch in. Every fold is a minimum, a maximum or a sum, so events may come in any
 * order at the same constant cost, and folding all of them is the definition of the row.
 */
export function foldTouch(projection, touch) {
    const { earliestTouchAt, earliestTouchClickId } = projection;
    const isEarlier = earliestTouchAt === null ||
        earliestTouchClickId === null ||
        touch.occurredAt < earliestTouchAt ||
        (touch.occurredAt.getTime() === earliestTouchAt.getTime() &&
            compareText(touch.clickId, earliestTouchClickId) < 0);
    if (isEarlier) {
        projection.earliestTouchAt = touch.occurredAt;
        projection.earliestTouchClickId = touch.clickId;
    }
    projection.lastActivityAt = latest(projection.lastActivityAt, touch.occurredAt);
}
/** Folds one more conversion in. */
export function foldConversion(projection, conversion) {
    const { occurredAt } = conversion;
    projection.firstConversionAt = earliest(projection.firstConversionAt, occurredAt);
    projection.lastActivityAt = latest(projection.lastActivityAt, occurredAt);
    addCounts(projection, conversion, 1);
}
/** Folds a conversion's move from one status or refund to another in. */
export function foldMove(projection, before, after) {
    addCounts(projection, before, -1);
    addCounts(projection, after, 1);
}
function addCounts(projection, conversion, sign) {
    if (conversion.status !== 'approved')
        return;
    if (conversion.type === 'lead')
        projection.leads += sign;
    if (conversion.type !== 'sale')
        return;
    const ltv = projection.ltv + sign * netOf(conversion);
    if (!Number.isSafeInteger(ltv)) {
        throw ValidationFailed.of('amount', 'makes the customer worth more than 2^53 minor units');
    }
    projection.sales += sign;
    projection.ltv = ltv;
}
/** The columns that follow from the folded ones. */
export function derivedOf(projection) {
    const { createdAt, earliestTouchAt, firstConversionAt, earliestTouchClickId } = projection;
    const hadConvertedBefore = firstConversionAt !== null && earliestTouchAt !== null && firstConversionAt < earliestTouchAt;
    return {
        firstSeenAt: earliest(createdAt, earliestTouchAt, firstConversionAt) ?? createdAt,
        firstTouchClickId: hadConvertedBefore ? null : earliestTouchClickId,
    };
}
//# sourceMappingURL=projection.js.map