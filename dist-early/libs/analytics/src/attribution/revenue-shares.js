import { PLACES, WHOLE } from './credit-models.js';
/** Remainders that are nearer to each other than this tie. */
const TIE = 1e-9;
/** A share this little below a whole minor unit is that unit: it was rounded down on the way. */
const SLACK = WHOLE / 1000000000000n;
const UNIT = Number(WHOLE);
/** The smallest remainder that gets one of the units that are left. */
function smallestServed(credits, remainders, left) {
    const ofTouches = new Float64Array(credits.reduce((sum, { count }) => sum + count, 0));
    let touch = 0;
    credits.forEach(({ count }, index) => {
        ofTouches.fill(remainders[index] ?? 0, touch, touch + count);
        touch += count;
    });
    return ofTouches.sort().at(-left) ?? 0;
}
/**
 * Shares out an amount in whole minor units, so that they add up to it: what is left after rounding
 * down goes by largest remainder, one unit each, and to the earlier of those that tie.
 */
export function shareOut(amount, credits) {
    const remainders = [];
    let left = amount;
    const shares = credits.map(({ count, share }) => {
        const exact = BigInt(amount) * share;
        const units = (exact + SLACK) >> PLACES;
        remainders.push(Number(exact - (units << PLACES)) / UNIT);
        left -= count * Number(units);
        return { units: Number(units), more: 0 };
    });
    if (left === 0)
        return shares;
    const smallest = smallestServed(credits, remainders, left);
    const serve = (isServed) => {
        shares.forEach((share, index) => {
            if (!isServed(remainders[index] ?? 0))
                return;
            share.more = Math.min(left, credits[index]?.count ?? 0);
            left -= share.more;
        });
    };
    serve((remainder) => remainder - smallest >= TIE);
    serve((remainder) => Math.abs(remainder - smallest) < TIE);
    return shares;
}
//# sourceMappingURL=revenue-shares.js.map