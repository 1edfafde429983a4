import currencies from 'currency-codes';
import { exponentOf, formatMoney, formatMoneyShort, toMajor } from './money.ts';

describe('money', () => {
  it('has the minor units of ISO 4217 for every currency', () => {
    const differing = currencies
      .codes()
      .filter((code) => !code.startsWith('X') || code === 'XAF')
      .filter((code) => exponentOf(code) !== currencies.code(code)?.digits);
    expect(differing).toEqual([]);
  });

  it.each([
    [123456, 'USD', '$1,234.56'],
    [-5, 'USD', '-$0.05'],
    [123456, 'JPY', '¥123,456'],
    [123456, 'KWD', 'KWD 123.456'],
    [0, 'EUR', '€0.00'],
    [9007199254740991, 'EUR', '€90,071,992,547,409.91'],
    [null, 'EUR', '–'],
  ])('prints %s of %s as %s', (minor, currency, text) => {
    expect(formatMoney(minor, currency, 'en-US').replace(/\u00a0/g, ' ')).toBe(text);
  });

  it('follows the locale', () => {
    expect(formatMoney(123456, 'EUR', 'de-DE').replace(/\u00a0/g, ' ')).toBe('1.234,56 €');
  });

  it('moves the point without arithmetic', () => {
    expect(toMajor(7, 'USD')).toBe('0.07');
    expect(toMajor(1, 'CLF')).toBe('0.0001');
  });

  it('is short on axes', () => {
    expect(formatMoneyShort(1_234_567, 'USD', 'en-US')).toBe('$12.3K');
  });
});
