import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  modelOf,
  monthOf,
  monthsFrom,
  weekOf,
  weeksFrom,
  type ModelCustomer,
} from '../support/model.js';
import { Random, randomHistory, type History } from '../support/random-history.js';
import { shuffled } from '../support/shuffled.js';
import { TestApp, type Client } from '../support/start-app.js';

/** Zones whose days are odd: midnights that are missing or double, half hours, skipped days. */
const ZONES = [
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'EET',
];
const PERIODS = 6;

/** The beginnings of some days at the turn of a year, of a month, and of summer time. */
const edgesOf = (timezone: string): Date[] =>
  [
    '2017-10-15',
    '2017-12-31',
    '2018-01-01',
    '2018-02-18',
    '2018-03-25',
    '2018-04-01',
    '2018-11-04',
  ].map(
    (day) =>
      new Date(
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: timezone }).epochMilliseconds,
      ),
  );

const sumOf = (customers: ModelCustomer[]): number =>
  customers.reduce((sum, { ltv }) => sum + ltv, 0);

function grouped<K>(
  customers: ModelCustomer[],
  keyOf: (customer: ModelCustomer) => K,
): Map<K, ModelCustomer[]> {
  const groups = new Map<K, ModelCustomer[]>();
  for (const customer of customers) {
    const key = keyOf(customer);
    groups.set(key, [...(groups.get(key) ?? []), customer]);
  }
  return groups;
}

async function load(client: Client, history: History, seed: number): Promise<void> {
  const events = shuffled([...history.customers, ...history.clicks, ...history.conversions], seed);
  const answer = await client.post('/track/batch', { events });
  const { results } = (answer.body as { data: { results: { status: string }[] } }).data;
  expect(results.filter(({ status }) => !['created', 'updated'].includes(status))).toEqual([]);
}

async function ask<T>(client: Client, path: string): Promise<T> {
  const answer = await client.get(path);
  expect(answer.status).toBe(200);
  return (answer.body as { data: T }).data;
}

interface Cohort {
  cohort: string | null;
  customers: number;
  revenue: number;
  retention?: number[];
}

const pick = ({ cohort, customers, revenue, retention }: Cohort): Cohort => ({
  cohort,
  customers,
  revenue,
  ...(retention && { retention }),
});

function timeCohorts(
  customers: ModelCustomer[],
  timezone: string,
  label: typeof weekOf,
  age: typeof weeksFrom,
): Cohort[] {
  return [...grouped(customers, ({ firstSeenAt }) => label(firstSeenAt, timezone))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cohort, members]) => ({
      cohort,
      customers: members.length,
      revenue: sumOf(members),
      retention: Array.from(
        { length: PERIODS },
        (_, k) =>
          members.filter(({ firstSeenAt, counting }) =>
            counting.some((sale) => age(firstSeenAt, Date.parse(sale.occurredAt), timezone) === k),
          ).length,
      ),
    }));
}

const bytes = (a: string | null, b: string | null): number =>
  a === null || b === null
    ? Number(a === null) - Number(b === null)
    : Buffer.compare(Buffer.from(a), Buffer.from(b));

function touchCohorts(customers: ModelCustomer[], field: 'campaignId' | 'source'): Cohort[] {
  return [...grouped(customers, ({ firstTouch }) => firstTouch?.[field] ?? null)]
    .map(([cohort, members]) => ({ cohort, customers: members.length, revenue: sumOf(members) }))
    .sort((a, b) => b.customers - a.customers || bytes(a.cohort, b.cohort));
}

/** The revenue of each month of the curves, by the month of the cohort. */
function curves(customers: ModelCustomer[], timezone: string): [string, number[]][] {
  const last = Date.parse('2018-12-15T12:00:00Z');
  return [...grouped(customers, ({ firstSeenAt }) => monthOf(firstSeenAt, timezone))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cohort, members]) => {
      const revenue = Array.from<number>({
        length: monthsFrom(members[0]?.firstSeenAt ?? 0, last, timezone) + 1,
      }).fill(0);
      for (const { firstSeenAt, counting } of members) {
        for (const { occurredAt, amount = 0 } of counting) {
          const age = monthsFrom(firstSeenAt, Date.parse(occurredAt), timezone);
          revenue[age] = (revenue[age] ?? 0) + amount;
        }
      }
      return [cohort, revenue];
    });
}

describe('random histories', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(async () => {
    await app.stop();
  });

  it.each(ZONES)('are answered as the contract defines, in %s', async (timezone) => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const client = await app.workspace({ timezone });
        const history = randomHistory(new Random(seed), edgesOf(timezone));
        const model = modelOf(history);
        await load(client, history, seed);

        const stored = await ask<Record<string, unknown>[]>(client, '/customers?limit=100');
        const facts = stored.map(({ externalId, firstSeenAt, firstTouch, leads, sales, ltv }) => ({
          externalId,
          firstSeenAt: Date.parse(firstSeenAt as string),
          firstTouch: (firstTouch as { clickId: string } | null)?.clickId ?? null,
          leads,
          sales,
          ltv,
        }));
        const expected = model.map(({ firstTouch, counting, conversions: _, ...customer }) => ({
          ...customer,
          firstTouch: firstTouch?.clickId ?? null,
          sales: counting.length,
        }));
        const byId = (a: { externalId: unknown }, b: { externalId: unknown }): number =>
          String(a.externalId) < String(b.externalId) ? -1 : 1;
        expect(facts.sort(byId)).toEqual(expected.sort(byId));

        const cohorts = async (query: string): Promise<Cohort[]> =>
          (await ask<{ cohorts: Cohort[] }>(client, `/customers/cohorts?${query}`)).cohorts.map(
            pick,
          );
        const retention = `periods=${String(PERIODS)}`;
        expect(await cohorts(`group_by=week&${retention}`)).toEqual(
          timeCohorts(model, timezone, weekOf, weeksFrom),
        );
        expect(await cohorts(`group_by=month&${retention}`)).toEqual(
          timeCohorts(model, timezone, monthOf, monthsFrom),
        );
        expect(await cohorts('group_by=campaign')).toEqual(touchCohorts(model, 'campaignId'));
        expect(await cohorts('group_by=source')).toEqual(touchCohorts(model, 'source'));

        const ltv = await ask<{
          cohorts: { cohort: string; customers: number; curve: { revenue: number }[] }[];
        }>(client, '/customers/ltv-cohorts?months=24&asOf=2018-12-31');
        expect(
          ltv.cohorts
            .filter(({ customers }) => customers > 0)
            .map(({ cohort, curve }) => [cohort, curve.map(({ revenue }) => revenue)]),
        ).toEqual(curves(model, timezone));
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
