import fc from 'fast-check';
import { WHOLE } from './credit-models.js';
import { shareOut } from './revenue-shares.js';

const unitsOf = (amount: number, shares: bigint[]): number[] =>
  shareOut(
    amount,
    shares.map((share, from) => ({ from, count: 1, share })),
  ).map(({ units, more }) => units + more);

const parts = (...weights: bigint[]): bigint[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  return weights.map((weight) => (weight * WHOLE) / total);
};

describe('sharing out revenue', () => {
  it('gives what rounding leaves to the earlier of equal shares', () => {
    expect(unitsOf(5, parts(1n, 1n, 1n))).toEqual([2, 2, 1]);
    expect(unitsOf(1, parts(1n, 1n))).toEqual([1, 0]);
  });

  it('gives it to the larger remainder first', () => {
    // Exact shares are 0.4, 0.4 and 3.2; then 0.5, 1.75 and 1.75.
    expect(unitsOf(4, parts(1n, 1n, 8n))).toEqual([1, 0, 3]);
    expect(unitsOf(4, parts(2n, 7n, 7n))).toEqual([0, 2, 2]);
  });

  it('lets remainders that are nearer than 10^-9 tie, and no others', () => {
    const nearly = WHOLE / 2n - WHOLE / 10n ** 10n;
    expect(unitsOf(1, [nearly, WHOLE - nearly])).toEqual([1, 0]);
    const less = WHOLE / 2n - WHOLE / 10n ** 8n;
    expect(unitsOf(1, [less, WHOLE - less])).toEqual([0, 1]);
  });

  it('keeps a share that is a whole number whole', () => {
    expect(unitsOf(3, parts(1n, 1n, 1n))).toEqual([1, 1, 1]);
    expect(unitsOf(999_999_999_999, parts(1n, 2n))).toEqual([333_333_333_333, 666_666_666_666]);
  });

  it('gives touches that share alike the same, and the first of them what is left', () => {
    const credits = [
      { from: 0, count: 1, share: (2n * WHOLE) / 5n },
      { from: 1, count: 3, share: WHOLE / 15n },
      { from: 4, count: 1, share: (2n * WHOLE) / 5n },
    ];
    // Exact shares are 4, 0.67 each and 4.
    expect(shareOut(10, credits)).toEqual([
      { units: 4, more: 0 },
      { units: 0, more: 2 },
      { units: 4, more: 0 },
    ]);
  });

  it('adds up to the amount, and no share is off by a whole unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 }),
        (amount, weights) => {
          const units = unitsOf(amount, parts(...weights));
          const total = weights.reduce((sum, weight) => sum + weight, 0n);
          expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(amount);
          units.forEach((unit, index) => {
            const off = BigInt(unit) * total - BigInt(amount) * (weights[index] ?? 0n);
            expect(off > -total && off < total).toBe(true);
          });
        },
      ),
    );
  });
});
