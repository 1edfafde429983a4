import fc from 'fast-check';
import { convert } from './conversion-rate.js';
import { isCurrency, minorUnitDigits } from './currency.js';
import { parseRates } from './parse-rates.js';
import { average, divideHalfAway, ratio } from './rounding.js';

describe('rounding', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [5n, 3n, 2n],
    [0n, 7n, 0n],
  ])('divides %s by %s to %s, half away from zero', (numerator, denominator, expected) => {
    expect(divideHalfAway(numerator, denominator)).toBe(expected);
  });

  it('is never more than half a unit off, for any fraction', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 12n), (n, d) => {
        const error = divideHalfAway(n, d) * d - n;
        expect(2n * (error < 0n ? -error : error) <= d).toBe(true);
      }),
    );
  });

  it('gives null for a division by zero', () => {
    expect(average(5, 0)).toBeNull();
    expect(ratio(5, 0)).toBeNull();
  });

  it('keeps ratios to four decimals', () => {
    expect(ratio(1, 3)).toBe(0.3333);
    expect(ratio(2, 3)).toBe(0.6667);
    expect(ratio(1, 20_000)).toBe(0.0001);
  });
});

describe('currencies', () => {
  it('knows the decimals of minor units', () => {
    expect(['USD', 'JPY', 'KWD'].map(minorUnitDigits)).toEqual([2, 0, 3]);
  });

  it('takes codes in either case and no others', () => {
    expect(isCurrency('usd')).toBe(true);
    expect(isCurrency('ABC')).toBe(false);
  });
});

describe('convert', () => {
  const rate = (from: string, to: string): { from: string; to: string } => ({ from, to });

  it.each([
    // 42.00 EUR at 1.0842 USD is 45.5364 USD.
    [4_200, 'EUR', 'USD', rate('1', '1.0842'), 4_554],
    // 1,000 JPY at 132.43 JPY and 1.0603 USD for 1 EUR is 8.0065… USD.
    [1_000, 'JPY', 'USD', rate('132.43', '1.0603'), 801],
    // 1.000 KWD at 0.3012 KWD for 1 EUR is 3.3200… EUR.
    [1_000, 'KWD', 'EUR', rate('0.3012', '1'), 332],
    [5, 'USD', 'JPY', rate('1', '10'), 1],
    [15, 'USD', 'JPY', rate('1', '10'), 2],
  ])('turns %i %s into %s', (amount, from, to, rates, expected) => {
    expect(convert(amount, { from, to }, rates)).toBe(expected);
  });

  it('is exact where floating point is not', () => {
    expect(convert(999_999_999_999, { from: 'USD', to: 'EUR' }, rate('1.0603', '1'))).toBe(
      943_129_303_027,
    );
  });
});

describe('parseRates', () => {
  it('reads what the European Central Bank publishes', () => {
    const csv = 'Date,USD,JPY,\n2022-12-30,1.0603,N/A,\n2022-12-29,1.0567,141.1,\n';
    expect(parseRates(csv)).toEqual([
      { currency: 'USD', day: '2022-12-30', rate: '1.0603' },
      { currency: 'USD', day: '2022-12-29', rate: '1.0567' },
      { currency: 'JPY', day: '2022-12-29', rate: '141.1' },
    ]);
  });

  it.each([
    ['day,USD\n', 'first line'],
    ['Date,USDX\n', 'not a currency code'],
    ['Date,USD\n30.12.2022,1\n', 'Line 2'],
    ['Date,USD\n2022-12-30,-1\n', 'not a rate'],
    ['Date,USD\n2022-12-30,0\n', 'not a rate'],
  ])('refuses %j', (csv, reason) => {
    expect(() => parseRates(csv)).toThrow(reason);
  });
});
