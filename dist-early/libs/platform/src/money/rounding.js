/** numerator / denominator, rounded to an integer half away from zero. The denominator is positive. */
export function divideHalfAway(numerator, denominator) {
    const magnitude = numerator < 0n ? -numerator : numerator;
    const rounded = (2n * magnitude + denominator) / (2n * denominator);
    return numerator < 0n ? -rounded : rounded;
}
/** An average in minor units, half away from zero; null when there is nothing to divide by. */
export function average(total, count) {
    return count === 0 ? null : Number(divideHalfAway(BigInt(total), BigInt(count)));
}
/** A ratio to 4 decimals, half away from zero; null when there is nothing to divide by. */
export function ratio(part, whole) {
    if (whole === 0)
        return null;
    return Number(divideHalfAway(BigInt(part) * 10000n, BigInt(whole))) / 10_000;
}
//# sourceMappingURL=rounding.js.map