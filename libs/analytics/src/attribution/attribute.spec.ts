import { compareNullable } from '@app/platform';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { attribute, type AttributionEntry, type CountingSale } from './attribute.js';
import type { ModelName } from './credit-models.js';
import { compareTouchpoints, type Touchpoint } from './touchpoint.js';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const WINDOW_DAYS = 30;
const MODELS: ModelName[] = ['firstTouch', 'lastTouch', 'linear', 'timeDecay', 'positionBased'];

const touch = (
  days: number,
  linkId: string,
  clickId = `${linkId}@${String(days)}`,
): Touchpoint => ({
  clickId,
  linkId,
  campaignId: null,
  source: null,
  medium: null,
  referrer: null,
  occurredAt: new Date(START + days * DAY_MS),
});

const sale = (days: number, net: number): CountingSale => ({
  occurredAt: new Date(START + days * DAY_MS),
  net,
});

const brief = (entries: AttributionEntry[]): (string | number | null)[][] =>
  entries.map(({ linkId, credit, revenue }) => [linkId, credit, revenue]);

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('attribution models', () => {
  const touches = [touch(0, 'a'), touch(7, 'b'), touch(14, 'c')];

  it('share one sale out, each in its way', async () => {
    const models = await attribute(touches, [sale(14, 700)], WINDOW_DAYS);
    expect(brief(models.firstTouch)).toEqual([['a', 1, 700]]);
    expect(brief(models.lastTouch)).toEqual([['c', 1, 700]]);
    expect(brief(models.linear)).toEqual([
      ['a', 0.3333, 234],
      ['b', 0.3333, 233],
      ['c', 0.3333, 233],
    ]);
    expect(brief(models.timeDecay)).toEqual([
      ['c', 0.5714, 400],
      ['b', 0.2857, 200],
      ['a', 0.1429, 100],
    ]);
    expect(brief(models.positionBased)).toEqual([
      ['a', 0.4, 280],
      ['c', 0.4, 280],
      ['b', 0.2, 140],
    ]);
  });

  it('halve a position-based sale between two touches', async () => {
    const { positionBased } = await attribute(touches.slice(1), [sale(14, 101)], WINDOW_DAYS);
    expect(brief(positionBased)).toEqual([
      ['b', 0.5, 51],
      ['c', 0.5, 50],
    ]);
  });

  it('give sales without an eligible touch to an entry without an origin', async () => {
    const models = await attribute(touches, [sale(-1, 10), sale(60, 20)], WINDOW_DAYS);
    MODELS.forEach((name) => {
      expect(brief(models[name])).toEqual([[null, 2, 30]]);
    });
  });

  it('keep an entry whose share is nothing, and leave out those without a share', async () => {
    const { timeDecay, lastTouch } = await attribute(touches, [sale(14, 0)], WINDOW_DAYS);
    expect(brief(timeDecay)).toEqual([
      ['c', 0.5714, 0],
      ['b', 0.2857, 0],
      ['a', 0.1429, 0],
    ]);
    expect(brief(lastTouch)).toEqual([['c', 1, 0]]);
  });

  it('round the sum of credits, not its parts, half away from zero', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      touch(0, index === 0 ? 'a' : 'b', String(index).padStart(5, '0')),
    );
    // 1/20,000 is 0.00005: up by itself, and so is the sum of a third, a sixth and it.
    expect((await attribute(many, [sale(1, 1)], WINDOW_DAYS)).linear.at(0)?.credit).toBe(0.0001);
    const sixth = ['a', 'c', 'c', 'c', 'c', 'c'].map((link, n) => touch(100, link, String(n)));
    const third = ['a', 'd', 'd'].map((link, n) => touch(200, link, String(n)));
    const sales = [sale(1, 0), sale(101, 0), sale(201, 0)];
    const { linear } = await attribute([...many, ...sixth, ...third], sales, WINDOW_DAYS);
    expect(linear.find(({ linkId }) => linkId === 'a')?.credit).toBe(0.5001);
  });

  it('forget nothing of touches that are years old', async () => {
    const old = [touch(-20_000, 'a'), touch(-19_993, 'b'), touch(-2, 'c')];
    const { timeDecay } = await attribute(old, [sale(-19_990, 300), sale(0, 5)], WINDOW_DAYS);
    expect(brief(timeDecay)).toEqual([
      ['b', 0.6667, 200],
      ['a', 0.3333, 100],
      ['c', 1, 5],
    ]);
  });
});

const MINUTE_DAYS = 1 / 1_440;
const anyTouch = fc.record({
  days: fc.oneof(
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 86_400 }).map((minutes) => minutes * MINUTE_DAYS),
  ),
  link: fc.constantFrom('a', 'b', 'c', 'd'),
});
const anySale = fc.record({
  days: fc.integer({ min: 0, max: 100 }),
  net: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 999_999_999_999 })),
});
const anyHistory = fc
  .tuple(fc.array(anyTouch, { maxLength: 12 }), fc.array(anySale, { maxLength: 8 }))
  .map(([touches, sales]) => ({
    touches: touches
      .map(({ days, link }, index) => touch(days, link, String(index).padStart(2, '0')))
      .sort(compareTouchpoints),
    sales: sales.map(({ days, net }) => sale(days, net)),
  }));

/** The contract's own words, share by share, in decimals of 60 digits. */
function attributePlainly(
  touches: Touchpoint[],
  sales: CountingSale[],
  weightsOf: (ages: Decimal[]) => Decimal[],
): AttributionEntry[] {
  const totals = new Map<string | null, { credit: Decimal; revenue: number }>();
  const add = (linkId: string | null, credit: Decimal, revenue: number): void => {
    const total = totals.get(linkId) ?? { credit: new Precise(0), revenue: 0 };
    totals.set(linkId, {
      credit: total.credit.plus(credit),
      revenue: total.revenue + revenue,
    });
  };
  for (const { occurredAt, net } of sales) {
    const eligible = touches.filter((one) => {
      const age = occurredAt.getTime() - one.occurredAt.getTime();
      return age >= 0 && age <= WINDOW_DAYS * DAY_MS;
    });
    if (eligible.length === 0) add(null, new Precise(1), net);
    const weights = weightsOf(
      eligible.map((one) => new Precise(occurredAt.getTime() - one.occurredAt.getTime())),
    );
    const whole = weights.reduce((total, weight) => total.plus(weight), new Precise(0));
    const shares = weights.map((weight) => weight.div(whole));
    const exact = shares.map((share) => share.times(net).toDecimalPlaces(20));
    const units = exact.map((amount) => amount.floor().toNumber());
    const remainders = exact.map((amount) => amount.minus(amount.floor()).toDecimalPlaces(9));
    const order = [...exact.keys()].sort(
      (a, b) => remainders[b]?.comparedTo(remainders[a] ?? 0) || a - b,
    );
    order.slice(0, net - sum(units)).forEach((index) => {
      units[index] = (units[index] ?? 0) + 1;
    });
    eligible.forEach(({ linkId }, index) => {
      add(linkId, shares[index] ?? new Precise(0), units[index] ?? 0);
    });
  }
  return Array.from(totals, ([linkId, { credit, revenue }]) => ({
    linkId,
    campaignId: null,
    source: null,
    credit: credit.toDecimalPlaces(30).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toNumber(),
    revenue,
  })).sort(
    (a, b) => b.revenue - a.revenue || b.credit - a.credit || compareNullable(a.linkId, b.linkId),
  );
}

const Precise = Decimal.clone({ precision: 60 });
const HALF_LIFE_MS = 7 * DAY_MS;

const WEIGHTS: Record<ModelName, (ages: Decimal[]) => Decimal[]> = {
  firstTouch: (ages) => ages.map((_, index) => new Precise(index === 0 ? 1 : 0)),
  lastTouch: (ages) => ages.map((_, index) => new Precise(index === ages.length - 1 ? 1 : 0)),
  linear: (ages) => ages.map(() => new Precise(1)),
  timeDecay: (ages) => ages.map((age) => Precise.pow(2, age.div(HALF_LIFE_MS).neg())),
  positionBased: (ages) =>
    ages.map((_, index) => {
      if (ages.length <= 2) return new Precise(1);
      const isEnd = index === 0 || index === ages.length - 1;
      return isEnd ? new Precise(2) : new Precise(1).div(ages.length - 2);
    }),
};

describe('any history', () => {
  it.each(MODELS)('has its nets and sales in %s, no more and no less', async (name) => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ touches, sales }) => {
        const entries = (await attribute(touches, sales, WINDOW_DAYS))[name];
        expect(sum(entries.map(({ revenue }) => revenue))).toBe(sum(sales.map(({ net }) => net)));
        const credits = sum(entries.map(({ credit }) => credit));
        expect(Math.abs(credits - sales.length)).toBeLessThan(0.00005 * entries.length + 1e-9);
      }),
    );
  });

  it.each(MODELS)('has in %s what the contract says share by share', async (name) => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ touches, sales }) => {
        const expected = attributePlainly(touches, sales, WEIGHTS[name]);
        // Only these two give some touches no share at all.
        const hasShares = name !== 'firstTouch' && name !== 'lastTouch';
        const isGiven = ({ credit }: AttributionEntry): boolean => hasShares || credit > 0;
        expect((await attribute(touches, sales, WINDOW_DAYS))[name]).toEqual(
          expected.filter(isGiven),
        );
      }),
    );
  });
});
