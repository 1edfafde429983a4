import { RunAgain } from "../../platform/src/index.js";
import { moved } from './conversion-moves.js';
import { CONVERSION_BY_ID, CONVERSION_FOR_UPDATE, MOVE_CONVERSION } from './conversion.store.js';
import { ConversionNotFound } from './tracking.errors.js';
/**
 * Moves a conversion to another status or refund, and its customer's row with it. Throws
 * `ConversionNotFound` and what `moved` throws.
 */
export async function moveConversion(write, id, move) {
    const key = [write.workspace.id, id];
    const seen = await write.transaction.first(CONVERSION_BY_ID, key);
    if (!seen)
        throw new ConversionNotFound();
    // The customer's row is locked ahead of the conversion's, as every other write does.
    if (seen.customerId)
        await write.customers.byId(seen.customerId);
    const before = await write.transaction.first(CONVERSION_FOR_UPDATE, key);
    if (before?.customerId !== seen.customerId)
        throw new RunAgain('It was stitched meanwhile');
    const after = moved(before, move, write.workspace.currency, write.now);
    if (after === before)
        return before;
    await write.transaction.rows(MOVE_CONVERSION, [
        ...key,
        after.status,
        after.refundedAmount,
        after.refundedAt,
        after.reportingRefunded,
    ]);
    if (before.customerId)
        await write.move(before.customerId, before, after);
    await write.settle();
    return after;
}
//# sourceMappingURL=move-conversion.js.map