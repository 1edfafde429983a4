import { minorUnitDigits } from './currency.js';
import { divideHalfAway } from './rounding.js';

/** The rates of one day that turn an amount into another currency: units for 1 EUR, as decimals. */
export interface ConversionRate {
  from: string;
  to: string;
}

/** A decimal such as `1.0603` as an exact fraction of integers. */
function fractionOf(decimal: string): { numerator: bigint; denominator: bigint } {
  const [whole = '', decimals = ''] = decimal.split('.');
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

/**
 * Converts minor units of one currency to minor units of another, exactly, and rounds once, half
 * away from zero.
 */
export function convert(
  amount: number,
  currency: { from: string; to: string },
  rate: ConversionRate,
): number {
  const from = fractionOf(rate.from);
  const to = fractionOf(rate.to);
  const numerator =
    BigInt(amount) * to.numerator * from.denominator * 10n ** BigInt(minorUnitDigits(currency.to));
  const denominator =
    to.denominator * from.numerator * 10n ** BigInt(minorUnitDigits(currency.from));
  return Number(divideHalfAway(numerator, denominator));
}
