import { PLACES, WHOLE } from './credit-models.js';

/** Remainders that are nearer to each other than this tie. */
const TIE = 1e-9;

/** A share this little below a whole minor unit is that unit: it was rounded down on the way. */
const SLACK = WHOLE / 1_000_000_000_000n;

/**
 * Shares out an amount in whole minor units, so that they add up to it: what is left after rounding
 * down goes by largest remainder, one unit each, and to the earlier of those that tie.
 */
export function shareOut(amount: number, shares: readonly bigint[]): number[] {
  const units: number[] = [];
  const remainders: number[] = [];
  let left = amount;
  for (const share of shares) {
    const exact = BigInt(amount) * share;
    const whole = (exact + SLACK) >> PLACES;
    units.push(Number(whole));
    remainders.push(Number(exact - (whole << PLACES)) / Number(WHOLE));
    left -= Number(whole);
  }
  if (left === 0) return units;

  const smallest = Float64Array.from(remainders).sort().at(-left) ?? 0;
  const isLarger = remainders.map((remainder) => remainder - smallest >= TIE);
  let ties = left - isLarger.filter(Boolean).length;
  return units.map((unit, index) => {
    if (isLarger[index]) return unit + 1;
    const isTied = Math.abs((remainders[index] ?? 0) - smallest) < TIE;
    if (!isTied || ties === 0) return unit;
    ties -= 1;
    return unit + 1;
  });
}
