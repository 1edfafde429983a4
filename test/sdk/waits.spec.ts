import { CustomersApiError, CustomersNetworkError } from '../../libs/sdk/src/index.js';
import { retryAfterIn, waitAfter } from '../../libs/sdk/src/retry.js';

const waits = (error: CustomersApiError, earlierFailures: number): number[] =>
  Array.from({ length: 200 }, () => waitAfter(error, earlierFailures) ?? NaN);

describe('the wait before a retry', () => {
  it.each([
    [0, 125, 250],
    [1, 250, 500],
    [2, 500, 1_000],
    [9, 4_000, 8_000],
    [5_000, 4_000, 8_000],
  ])('grows and is random: after %i earlier failures %i to %i ms', (failures, least, most) => {
    const found = waits(new CustomersNetworkError(new TypeError('fetch failed')), failures);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...found)).toBeLessThanOrEqual(most);
    expect(new Set(found).size).toBeGreaterThan(100);
  });

  it('is never shorter than the service asks for', () => {
    const limited = new CustomersApiError('RATE_LIMITED', '', { status: 429, retryAfter: 5 });
    const found = waits(limited, 0);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(5_000);
    expect(Math.max(...found)).toBeLessThanOrEqual(5_500);
  });
});

describe('Retry-After', () => {
  const inSeconds = (value: string): number | undefined =>
    retryAfterIn(new Headers({ 'retry-after': value }));

  it('is a number of seconds', () => {
    expect(inSeconds('0')).toBe(0);
    expect(inSeconds('120')).toBe(120);
  });

  it('is a date, of which the seconds until then are left', () => {
    const left = inSeconds(new Date(Date.now() + 30_000).toUTCString());
    expect(left).toBeGreaterThan(20);
    expect(left).toBeLessThanOrEqual(30);
    expect(inSeconds('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0);
  });

  it('is nothing else', () => {
    expect(inSeconds('soon')).toBeUndefined();
    expect(retryAfterIn(new Headers())).toBeUndefined();
  });
});
