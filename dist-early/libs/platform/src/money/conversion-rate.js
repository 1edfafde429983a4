import { minorUnitDigits } from './currency.js';
import { divideHalfAway } from './rounding.js';
/** A decimal such as `1.0603` as an exact fraction of integers. */
function fractionOf(decimal) {
    const [whole = '', decimals = ''] = decimal.split('.');
    return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}
/**
 * Converts minor units of one currency to minor units of another, exactly, and rounds once, half
 * away from zero.
 */
export function convert(amount, currency, rate) {
    const from = fractionOf(rate.from);
    const to = fractionOf(rate.to);
    const numerator = BigInt(amount) * to.numerator * from.denominator * 10n ** BigInt(minorUnitDigits(currency.to));
    const denominator = to.denominator * from.numerator * 10n ** BigInt(minorUnitDigits(currency.from));
    return Number(divideHalfAway(numerator, denominator));
}
//# sourceMappingURL=conversion-rate.js.map