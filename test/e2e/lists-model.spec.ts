import { BackgroundWork } from '../../apps/api/src/background-work.js';
import { INDEX_ENTRIES } from '@app/customers';
import type { CustomerDto } from '@app/customers';
import { Database, dayText, endOfDay, isDay, startOfDay } from '@app/platform';
import fc from 'fast-check';
import { foldCase } from '../../libs/customers/src/search-text.js';
import { countIn, customersIn, paginationIn } from '../support/answers.js';
import { TestApp, type Client } from '../support/start-app.js';

const SORTS = ['createdAt', 'ltv', 'lastActivityAt'] as const;
const WORKSPACE_SIZE = 1_300;
const SEED = 20_261_124;
const TIMEZONE = 'America/New_York';

/** Few letters, so that many terms match many; with all that a pattern could take for its own. */
const letter = fc.constantFrom(...'aabbcdz%_\\\'" .@ZéßΣ京😀');
const word = fc
  .string({ unit: letter, minLength: 1, maxLength: 6 })
  .filter((text) => text.trim() !== '');
const person = fc.record({
  externalId: word,
  name: fc.option(word),
  email: fc.option(word.map((text) => `${text.replace(/\s/g, '')}@x.y`)),
  day: fc.integer({ min: 0, max: 40 }),
  sales: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
  /** A click that it has claimed, so many days before or after its first day. */
  touch: fc.option(
    fc.record({
      campaignId: fc.option(fc.constantFrom('spring', 'Été', 'none', 'rare')),
      source: fc.option(fc.constantFrom('google', 'a', 'null')),
      days: fc.integer({ min: -9, max: 2 }),
    }),
  ),
});

/** Days and instants around those of the customers, in the workspace's time zone. */
const edge = fc.oneof(
  fc.integer({ min: 0, max: 220 }).map((day) => dayText(FIRST_DAY + day)),
  fc.integer({ min: 0, max: 220 }).map((day) => new Date((FIRST_DAY + day) * DAY_MS).toISOString()),
);
const FIRST_DAY = Date.UTC(2025, 11, 20) / 86_400_000;
const DAY_MS = 86_400_000;

interface Filters {
  firstSeenStart?: string;
  firstSeenEnd?: string;
  campaignId?: string;
  hasCampaign?: string;
  source?: string;
  hasSource?: string;
}

const originFilter = (
  name: 'campaignId' | 'source',
  has: 'hasCampaign' | 'hasSource',
  all: string[],
): fc.Arbitrary<Filters> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.constantFrom(...all).map((value) => ({ [name]: value })),
    fc.constantFrom('true', 'false').map((value) => ({ [has]: value })),
  );

const filters: fc.Arbitrary<Filters> = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: fc.constant([] as string[]) },
      fc.tuple(edge, edge),
      fc.tuple(edge),
    ),
    fc.boolean(),
    originFilter('campaignId', 'hasCampaign', ['spring', 'Été', 'none', 'rare', 'nobody']),
    originFilter('source', 'hasSource', ['google', 'a', 'null']),
  )
  .map(([edges, isEnd, campaign, source]) => {
    const [one, two] = [...edges].sort();
    const range =
      two !== undefined
        ? { firstSeenStart: one, firstSeenEnd: two }
        : one === undefined
          ? {}
          : { [isEnd ? 'firstSeenEnd' : 'firstSeenStart']: one };
    return { ...range, ...campaign, ...source };
  })
  .filter(
    ({ firstSeenStart, firstSeenEnd }) =>
      firstSeenStart?.slice(0, 10) !== firstSeenEnd?.slice(0, 10) || firstSeenStart === undefined,
  );

const instantOf = (text: string, isEnd: boolean): number =>
  isDay(text)
    ? (isEnd ? endOfDay(text, TIMEZONE) : startOfDay(text, TIMEZONE)).getTime()
    : Date.parse(text);

/** What the filters ask for, of what the customer says. */
function passes(customer: CustomerDto, asked: Filters): boolean {
  const firstSeen = Date.parse(customer.firstSeenAt);
  const { campaignId = null, source = null } = customer.firstTouch ?? {};
  return (
    (!asked.firstSeenStart || firstSeen >= instantOf(asked.firstSeenStart, false)) &&
    (!asked.firstSeenEnd || firstSeen < instantOf(asked.firstSeenEnd, true)) &&
    (!asked.campaignId || campaignId === asked.campaignId) &&
    (!asked.source || source === asked.source) &&
    (!asked.hasCampaign || String(campaignId !== null) === asked.hasCampaign) &&
    (!asked.hasSource || String(source !== null) === asked.hasSource)
  );
}

const termsOf = ({ externalId, name, email }: CustomerDto): string =>
  [externalId, email, name].map((field) => (field === null ? '' : foldCase(field))).join('\0');

const matches = (customer: CustomerDto, search: string): boolean =>
  termsOf(customer).includes(foldCase(search));

const compare = (left: string | number, right: string | number): number =>
  left === right ? 0 : left < right ? -1 : 1;

/** The order of a list, ties by id in the direction of the sort, nulls last. */
function sorted(customers: CustomerDto[], sortBy: (typeof SORTS)[number], order: string): string[] {
  const sign = order === 'asc' ? 1 : -1;
  return [...customers]
    .sort((a, b) => {
      const [left, right] = [a[sortBy], b[sortBy]];
      if (left === null || right === null) {
        if (left !== right) return left === null ? 1 : -1;
        return sign * compare(a.id, b.id);
      }
      return sign * (compare(left, right) || compare(a.id, b.id));
    })
    .map(({ id }) => id);
}

describe('lists and searches of random customers', () => {
  let app: TestApp;
  let client: Client;
  let all: CustomerDto[];

  beforeAll(async () => {
    app = await TestApp.start();
    // What is in the index and what is not, is for this test to say.
    await app.nest.get(BackgroundWork).beforeApplicationShutdown();
    client = await app.workspace({ timezone: TIMEZONE });
    const people = fc.sample(person, { numRuns: WORKSPACE_SIZE, seed: SEED });
    const events = people.flatMap(({ externalId, name, email, day, sales, touch }, i) => {
      const id = `${externalId}#${String(i)}`;
      const createdAt = new Date(Date.UTC(2026, 0, 1) + day * 86_400_000 * 5).toISOString();
      return [
        { type: 'customer', externalId: id, name, email, createdAt, clickId: `click-${String(i)}` },
        ...(touch
          ? [
              {
                type: 'click',
                clickId: `click-${String(i)}`,
                linkId: 'l',
                campaignId: touch.campaignId,
                source: touch.source,
                occurredAt: new Date(Date.parse(createdAt) + touch.days * DAY_MS).toISOString(),
              },
            ]
          : []),
        ...sales.map((amount, n) => ({
          type: 'sale',
          externalId: id,
          amount: amount * 100,
          orderId: `${String(i)}-${String(n)}`,
          occurredAt: new Date(Date.UTC(2026, 8, 1 + amount)).toISOString(),
        })),
      ];
    });
    for (let i = 0; i < events.length; i += 1_000) {
      await client.post('/track/batch', { events: events.slice(i, i + 1_000) });
    }
    await change(0);
  });

  afterAll(async () => {
    await app.stop();
  });

  /** Some leave, some change their names, and what the directory has is read anew. */
  const change = async (from: number): Promise<void> => {
    const rows: { id: string }[] = await app.dataSource.query(
      `select id from customers where workspace_id = $1 and deleted_at is null order by id`,
      [client.workspace.id],
    );
    for (const { id } of rows.slice(from, from + 10)) await client.delete(`/customers/${id}`);
    for (const { id } of rows.slice(from + 10, from + 20)) {
      await client.patch(`/customers/${id}`, { name: `Renamed ${id.slice(-2)}` });
    }
    all = [];
    for (let page = 1; ; page += 1) {
      const answer = await client.get(`/customers?limit=100&page=${String(page)}`);
      all.push(...customersIn(answer));
      if (!paginationIn(answer).hasMore) break;
    }
    expect(all).toHaveLength(rows.length - 10);
  };

  const index = async (limit: number): Promise<number> => {
    const database = app.nest.get(Database);
    const done = await database.first(INDEX_ENTRIES, [client.workspace.id, limit]);
    return done?.indexed ?? 0;
  };

  /** The directory's own figures against what it has. */
  const expectCounted = async (): Promise<void> => {
    const wrong: unknown[] = await app.dataSource.query(
      `select week, known.customers, counted.customers as counted
       from (select * from directory_weeks where workspace_id = $1 and customers <> 0) known
       full join (select week, count(*)::int as customers from customer_directory
                  where workspace_id = $1 and indexed group by week) counted using (week)
       where known.customers is distinct from counted.customers`,
      [client.workspace.id],
    );
    expect(wrong).toEqual([]);
  };

  const terms = fc.oneof(
    fc.constantFrom('', 'a', 'b', '%', '_', '\\', "'", '"', '@', 'Z', '京', '😀', 'é', 'x.y', '#1'),
    fc.string({ unit: letter, minLength: 1, maxLength: 4 }),
    fc.constantFrom('renamed', 'nobody at all', 'a%b', '@x.y', '#12', 'ss', 'σ'),
  );

  const questions = fc.record({
    search: fc.oneof(fc.constant(''), terms).map((text) => text.trim()),
    asked: filters,
    sortBy: fc.constantFrom(...SORTS),
    sortOrder: fc.constantFrom('asc', 'desc'),
    limit: fc.constantFrom(1, 7, 50, 100),
    skipped: fc.nat(WORKSPACE_SIZE),
  });

  const expectAnswers = async (numRuns: number): Promise<void> => {
    await fc.assert(
      fc.asyncProperty(questions, async ({ search, asked, sortBy, sortOrder, limit, skipped }) => {
        const found = all.filter(
          (customer) => (search === '' || matches(customer, search)) && passes(customer, asked),
        );
        const ids = sorted(found, sortBy, sortOrder);
        const page = 1 + Math.floor(Math.min(skipped, ids.length) / limit);
        const question = {
          ...(search !== '' && { search }),
          sortBy,
          sortOrder,
          limit: String(limit),
          ...asked,
        };
        const path = `/customers?${new URLSearchParams(question).toString()}`;
        const answer = await client.get(`${path}&page=${String(page)}`);
        const end = page * limit;
        expect(customersIn(answer).map(({ id }) => id)).toEqual(ids.slice(end - limit, end));
        expect(paginationIn(answer)).toMatchObject({
          total: ids.length,
          totalCapped: false,
          hasMore: ids.length > end,
        });
        const { nextCursor } = paginationIn(answer);
        if (nextCursor !== null) {
          const next = await client.get(`${path}&cursor=${nextCursor}`);
          expect(customersIn(next).map(({ id }) => id)).toEqual(ids.slice(end, end + limit));
          expect(paginationIn(next).total).toBe(ids.length);
        }
        const counted = await client.get(
          `/customers/count?${new URLSearchParams({ search, ...asked }).toString()}`,
        );
        expect(countIn(counted)).toBe(ids.length);
      }),
      { numRuns, seed: SEED },
    );
  };

  it('are what all customers make of them, while none are in the index', async () => {
    await expectAnswers(60);
  });

  it('are the same with some of them in the index', async () => {
    expect(await index(250)).toBe(250);
    await expectCounted();
    await expectAnswers(120);
  });

  it('follow changes of those in the index', async () => {
    await change(100);
    await expectCounted();
    await expectAnswers(60);
  });

  it('leave the last thousand as they are: they are read sooner', async () => {
    while ((await index(250)) > 0);
    const left: unknown[] = await app.dataSource.query(
      'select customer_id from customer_directory where workspace_id = $1 and not indexed',
      [client.workspace.id],
    );
    expect(left.length).toBeLessThan(1_000);
    await change(200);
    await expectCounted();
    await expectAnswers(60);
  });
});
