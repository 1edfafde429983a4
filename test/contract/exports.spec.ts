import { copy, customersOf, exported, listed, totalsOf, withoutIds } from '../support/exporting.js';
import { expectHealthy } from '../support/expect-healthy.js';
import { GoldenSet } from '../support/load-golden.js';
import { Random, randomHistory } from '../support/random-history.js';
import { shuffled } from '../support/shuffled.js';
import { TestApp, type Client } from '../support/start-app.js';

jest.setTimeout(120_000);

describe('exports that are imported into an empty workspace', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(() => app.stop());

  const copyOf = async (client: Client): Promise<Client> => {
    const { timezone, currency, attributionWindowDays } = client.workspace;
    const other = await app.workspace({ timezone, currency, attributionWindowDays });
    await copy(client, other);
    await expectHealthy(app, other.workspace);
    return other;
  };

  const conversionsOf = async (client: Client, query: string): Promise<unknown> => {
    const conversions = await listed(client, `/conversions?sortOrder=asc${query}`);
    return withoutIds(conversions.map(({ createdAt: _createdAt, ...conversion }) => conversion));
  };

  describe.each([
    ['small', 1],
    ['medium', 9],
  ] as const)('the golden set %s', (name, every) => {
    const set = new GoldenSet(name);

    it('gets every answer again while nobody is deleted', async () => {
      const client = await app.workspace(set.settings);
      await set.load(app, client, { deletions: false });
      const other = await copyOf(client);
      expect(await totalsOf(other)).toEqual(await totalsOf(client));
      expect(await customersOf(other, every)).toEqual(await customersOf(client, every));
      expect(await conversionsOf(other, '')).toEqual(await conversionsOf(client, ''));
    });

    it('has the same live customers again when others are deleted', async () => {
      const client = await app.workspace(set.settings);
      await set.load(app, client);
      const other = await copyOf(client);
      expect(await customersOf(other, every)).toEqual(await customersOf(client, every));
      const unstitched = await conversionsOf(client, '&stitched=false');
      expect(await conversionsOf(other, '&stitched=false')).toEqual(unstitched);
    });
  });

  const EDGES = ['2025-12-29', '2026-02-28', '2026-03-01', '2026-03-29', '2026-05-04'].map(
    (day) => new Date(day),
  );

  it.each([1, 2, 3, 4, 5, 6])('get every answer of the random history %i again', async (seed) => {
    const client = await app.workspace({ timezone: 'America/New_York' });
    const history = randomHistory(new Random(seed), EDGES);
    const events = [...history.customers, ...history.clicks, ...history.conversions];
    await client.post('/track/batch', { events: shuffled(events, seed) });
    const other = await copyOf(client);
    expect(await totalsOf(other)).toEqual(await totalsOf(client));
    expect(await customersOf(other)).toEqual(await customersOf(client));
    expect(await conversionsOf(other, '')).toEqual(await conversionsOf(client, ''));
  });

  it.each([11, 12, 13, 14, 16, 17])(
    'do so when identities are shared and change, as in %i',
    async (seed) => {
      const client = await app.workspace();
      await live(client, new Random(seed));
      const other = await copyOf(client);
      expect(withoutAges(await customersOf(other))).toEqual(withoutAges(await customersOf(client)));
      const unstitched = await conversionsOf(client, '&stitched=false');
      expect(await conversionsOf(other, '&stitched=false')).toEqual(unstitched);
    },
  );

  it('are the same again when the copy is exported', async () => {
    const client = await app.workspace();
    await live(client, new Random(21));
    const other = await copyOf(client);
    for (const what of ['customers', 'clicks', 'conversions'] as const) {
      const lines = async (from: Client): Promise<unknown[]> =>
        (await exported(from, what)).map((line) => {
          const {
            cursor: _cursor,
            createdAt: _at,
            ...item
          } = JSON.parse(line) as Record<string, unknown>;
          return item;
        });
      expect(await lines(other)).toEqual(await lines(client));
    }
  });
});

/** What a copy cannot always have: see the guide. Without it, two may stand the other way round. */
function withoutAges({ customers, ...answers }: Record<string, unknown>): unknown {
  const list = (customers as { externalId: string }[]).map((customer) => ({
    ...customer,
    createdAt: null,
  }));
  return {
    ...answers,
    customers: list.sort((a, b) => (a.externalId < b.externalId ? -1 : 1)),
  };
}

/** A workspace's life in which people share emails, clicks and visitors, change them, and leave. */
async function live(client: Client, random: Random): Promise<void> {
  const day = (from = 0): string =>
    new Date(Date.UTC(2026, 0, 10) + (from + random.integer(90)) * 86_400_000).toISOString();
  const person = (): string => `p-${String(random.integer(25))}`;
  const email = (): string => `e-${String(random.integer(18))}@example.com`;
  const click = (): string => `c-${String(random.integer(60))}`;
  for (let round = 0; round < 12; round += 1) {
    const events = Array.from({ length: 25 }, (): object => {
      const identity = random.pick([
        { externalId: person() },
        { email: email() },
        { clickId: click() },
        { email: email(), clickId: click() },
        { externalId: person(), clickId: click(), email: email(), name: 'Somebody' },
      ]);
      const orderId = `o-${String(random.integer(1e9))}`;
      const event = { ...identity, orderId, occurredAt: day() };
      return random.pick<object>([
        {
          type: 'customer',
          externalId: person(),
          email: email(),
          ...(random.chance(50) && { clickId: click() }),
          createdAt: day(),
          metadata: { round },
        },
        {
          type: 'click',
          clickId: click(),
          linkId: 'l',
          campaignId: random.pick(['a', 'b', null]),
          source: random.pick(['x', null]),
          visitorId: random.pick([`v-${String(random.integer(20))}`, null]),
          referrer: 'https://example.org',
          occurredAt: day(),
        },
        { type: 'sale', amount: random.integer(9_000), ...event },
        { type: 'sale', amount: 500, refundedAmount: random.integer(501), ...event },
        {
          type: 'sale',
          amount: 700,
          status: random.pick(['refunded', 'pending', 'fraud']),
          ...event,
        },
        { type: 'lead', ...event, status: random.pick(['approved', 'rejected', 'refunded']) },
        { type: 'custom', eventName: 'Seen', ...event, metadata: { a: true } },
      ]);
    });
    await client.post('/track/batch', { events });
    await client.patch(`/customers/ext_${person()}`, { email: random.pick([email(), null]) });
    await client.patch(`/customers/ext_${person()}`, { externalId: person(), country: 'GB' });
    if (round % 3 === 2) await client.delete(`/customers/ext_${person()}`);
  }
}
