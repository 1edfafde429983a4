import { ExchangeRates } from '@app/platform';
import { aSale, unique } from '../support/builders.js';
import { conversionIn, conversionsIn, customerIn, errorCode } from '../support/answers.js';
import { TestApp, type Client } from '../support/start-app.js';

const rate = (currency: string, day: string, value: string): object => ({
  currency,
  day,
  rate: value,
});

/** Friday and Monday, with a weekend between. */
const RATES = [
  rate('USD', '2026-02-27', '1.25'),
  rate('USD', '2026-03-02', '1.0841'),
  rate('JPY', '2026-02-27', '160'),
  rate('KWD', '2026-02-27', '0.5'),
  rate('GBP', '2026-03-02', '0.8'),
] as Parameters<ExchangeRates['store']>[0];

describe('money', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    await app.nest.get(ExchangeRates).store(RATES);
    client = await app.workspace();
  });

  afterAll(async () => {
    await app.stop();
  });

  const reporting = async (fields: object, by = client): Promise<number | null> =>
    conversionIn(await by.post('/track/sale', aSale({ externalId: unique(), ...fields })))
      .reportingAmount;

  it.each([
    ['cents from euro cents', 'EUR', 4_200, '2026-03-02T00:00:00Z', 4_553],
    ['in lower case', 'eur', 4_200, '2026-03-02T23:59:59.999Z', 4_553],
    ['yen, which have no minor unit', 'JPY', 160, '2026-02-27T12:00:00Z', 125],
    ['fils, of which a dinar has 1,000', 'KWD', 500, '2026-02-27T12:00:00Z', 125],
    ['on a Saturday at the rate of Friday', 'EUR', 100, '2026-02-28T00:00:00Z', 125],
    ['on a Sunday at the rate of Friday', 'EUR', 100, '2026-03-01T23:59:59.999Z', 125],
    ['years later at the newest rate', 'EUR', 10_000, '2026-10-01T00:00:00Z', 10_841],
    ['by the UTC day of a time with an offset', 'EUR', 100, '2026-03-02T00:30:00+01:00', 125],
    ['at half a cent away from zero', 'EUR', 2, '2026-02-27T00:00:00Z', 3],
    ['in the same currency as it is', 'USD', 77, '1970-01-01T00:00:00Z', 77],
  ])('is converted %s', async (_how, currency, amount, occurredAt, expected) => {
    expect(await reporting({ currency, amount, occurredAt })).toBe(expected);
  });

  it('is converted with each currency at its own newest rate', async () => {
    // JPY is of 27 February, USD of 2 March: 160 yen are a euro, and that is 1.0841 dollars.
    const sale = { currency: 'JPY', amount: 16_000, occurredAt: '2026-03-03T00:00:00Z' };
    expect(await reporting(sale)).toBe(10_841);
  });

  it('is converted into the currency of the workspace', async () => {
    const yen = await app.workspace({ currency: 'JPY' });
    const at = { occurredAt: '2026-02-28T00:00:00Z' };
    expect(await reporting({ ...at, currency: 'USD', amount: 125 }, yen)).toBe(160);
    expect(await reporting({ ...at, amount: 9 }, yen)).toBe(9);
    const euro = await app.workspace({ currency: 'EUR' });
    expect(await reporting({ ...at, currency: 'USD', amount: 125 }, euro)).toBe(100);
  });

  it('without a rate on or before its day is refused, and nothing is stored', async () => {
    const externalId = unique();
    const sale = aSale({ externalId, currency: 'GBP', occurredAt: '2026-03-01T23:59:59.999Z' });
    expect(errorCode(await client.post('/track/sale', sale))).toBe('422 UNSUPPORTED_CURRENCY');
    expect((await client.get(`/customers/ext_${externalId}`)).status).toBe(404);
    const stored = await client.get(`/conversions?orderId=${String(sale.orderId)}`);
    expect(conversionsIn(stored)).toEqual([]);
    const later = { ...sale, occurredAt: '2026-03-02T00:00:00Z' };
    expect((await client.post('/track/sale', later)).status).toBe(201);
    const thaler = aSale({ externalId, currency: 'CHF' });
    expect(errorCode(await client.post('/track/sale', thaler))).toBe('422 UNSUPPORTED_CURRENCY');
  });

  it('is refused in a currency that is not in ISO 4217', async () => {
    for (const currency of ['XXQ', 'US', 'USDT', '', 'U$D', ' USD']) {
      const answer = await client.post('/track/sale', aSale({ externalId: 'a', currency }));
      expect([currency, errorCode(answer)]).toEqual([currency, '400 VALIDATION_ERROR']);
    }
  });

  it('that is refunded goes back at the rate of its sale, to the last cent', async () => {
    const externalId = unique();
    const sale = aSale({ externalId, currency: 'EUR', amount: 333 });
    const { id, reportingAmount } = conversionIn(await client.post('/track/sale', sale));
    expect(reportingAmount).toBe(361);
    await app.nest.get(ExchangeRates).store([{ currency: 'USD', day: '2026-03-04', rate: '9' }]);
    const part = await client.patch(`/conversions/${id}`, { refundedAmount: 111 });
    // 111 at 1.0841 is 120.3351.
    expect(conversionIn(part)).toMatchObject({ reportingAmount: 361, reportingNet: 241 });
    const whole = await client.patch(`/conversions/${id}`, { refundedAmount: 333 });
    expect(conversionIn(whole)).toMatchObject({ status: 'refunded', reportingNet: 0 });
    expect(customerIn(await client.get(`/customers/ext_${externalId}`)).ltv).toBe(0);
  });

  it('of the greatest amount is exact', async () => {
    expect(await reporting({ amount: 999_999_999_999 })).toBe(999_999_999_999);
    const sale = { amount: 999_999_999_999, currency: 'EUR', occurredAt: '2026-02-27T00:00:00Z' };
    expect(await reporting(sale)).toBe(1_249_999_999_999);
  });
});
