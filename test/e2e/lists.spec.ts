import { buildRollups } from '../support/build-rollups.js';
import { countIn, customersIn, paginationIn } from '../support/answers.js';
import { aSale, times } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

const SORTS = ['createdAt', 'ltv', 'lastActivityAt'] as const;
const ORDERS = ['asc', 'desc'] as const;

describe('a list', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
    // Ties in each sort, and customers without any activity.
    const customers = times(50, (i) => ({
      type: 'customer',
      externalId: `user-${String(i)}`,
      name: i % 2 ? 'Odd' : 'Even',
      createdAt: `2026-01-0${String(1 + (i % 5))}T00:00:00Z`,
    }));
    const sales = times(60, (i) => ({
      type: 'sale',
      ...aSale({
        externalId: `user-${String(i % 30)}`,
        amount: 100 * (i % 4),
        occurredAt: `2026-02-0${String(1 + (i % 3))}T00:00:00Z`,
      }),
    }));
    await client.post('/track/batch', { events: [...customers, ...sales] });
    await client.post('/customers', { externalId: 'gone' });
    await client.delete('/customers/ext_gone');
  });

  afterAll(async () => {
    await app.stop();
  });

  const idsOf = (answer: Answer): string[] => customersIn(answer).map(({ id }) => id);

  const byPages = async (query: string, limit: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await client.get(`${query}&limit=${String(limit)}&page=${String(page)}`);
      ids.push(...idsOf(answer));
      expect(paginationIn(answer)).toMatchObject({ page, limit, totalCapped: false });
      if (!paginationIn(answer).hasMore) return ids;
    }
  };

  const byCursors = async (query: string, limit: number): Promise<string[]> => {
    const ids: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor = next && `&cursor=${next}`;
      const answer = await client.get(`${query}&limit=${String(limit)}${cursor}`);
      const { page, hasMore, nextCursor } = paginationIn(answer);
      expect([page, hasMore]).toEqual([cursor ? null : 1, nextCursor !== null]);
      ids.push(...idsOf(answer));
      next = nextCursor;
    }
    return ids;
  };

  it.each(
    SORTS.flatMap((sortBy) =>
      ORDERS.flatMap((order) => ['', 'odd'].map((search) => [sortBy, order, search] as const)),
    ),
  )(
    'by %s %s with the search "%s" is the same by page and by cursor',
    async (sortBy, order, search) => {
      const query = `/customers?sortBy=${sortBy}&sortOrder=${order}&search=${search}`;
      const all = customersIn(await client.get(`${query}&limit=100`));
      const sign = order === 'asc' ? 1 : -1;
      const sorted = [...all].sort((a, b) => {
        const [left, right] = [a[sortBy], b[sortBy]];
        if (left !== right) {
          if (left === null || right === null) return left === null ? 1 : -1;
          return left < right ? -sign : sign;
        }
        return a.id < b.id ? -sign : sign;
      });
      expect(all).toEqual(sorted);
      expect(all).toHaveLength(search ? 25 : 50);
      if (sortBy === 'lastActivityAt') expect(all.at(-1)?.lastActivityAt).toBeNull();
      const ids = all.map(({ id }) => id);
      for (const limit of [1, 7, 25]) {
        expect(await byCursors(query, limit)).toEqual(ids);
        if (limit > 1) expect(await byPages(query, limit)).toEqual(ids);
      }
    },
  );

  it('is by createdAt, newest first, 20 on a page, unless asked for otherwise', async () => {
    const answer = await client.get('/customers');
    const asked = await client.get('/customers?sortBy=createdAt&sortOrder=desc&limit=20&page=1');
    expect(answer.body).toEqual(asked.body);
    const { nextCursor, ...pagination } = paginationIn(answer);
    expect(nextCursor).toEqual(expect.any(String));
    expect(pagination).toEqual({
      total: 50,
      totalCapped: false,
      page: 1,
      limit: 20,
      hasMore: true,
    });
  });

  it('has nothing behind its end', async () => {
    const answer = await client.get('/customers?page=4');
    expect(customersIn(answer)).toEqual([]);
    expect(paginationIn(answer)).toMatchObject({
      total: 50,
      page: 4,
      hasMore: false,
      nextCursor: null,
    });
    const last = await client.get('/customers?page=5&limit=10');
    expect(paginationIn(last)).toMatchObject({ hasMore: false, nextCursor: null });
  });

  it('by cursor loses nobody and repeats nobody when others come in between', async () => {
    const own = await app.workspace();
    const at = '2026-01-01T00:00:00Z';
    const add = (externalId: string): Promise<Answer> =>
      own.post('/customers', { externalId, createdAt: at });
    for (const externalId of ['a', 'b', 'c', 'd']) await add(externalId);
    const first = await own.get('/customers?limit=2');
    await add('e');
    const { nextCursor } = paginationIn(first);
    const second = await own.get(`/customers?limit=2&cursor=${nextCursor ?? ''}`);
    const seen = [...customersIn(first), ...customersIn(second)];
    expect(seen.map(({ externalId }) => externalId)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('counts a search no further than 10,000, a list and /count to the last', async () => {
    const own = await app.workspace();
    await app.dataSource.query(
      `insert into customers (workspace_id, id, external_id, metadata, created_at, updated_at,
         first_seen_at, leads, sales, ltv)
       select $1, 'cus_' || lpad(i::text, 26, '0'), 'many' || i, '{}', now(), now(), now(), 0, 0, 0
       from generate_series(1, 10001) i`,
      [own.workspace.id],
    );
    await app.dataSource.query(
      `insert into customer_directory (workspace_id, customer_id, created_at, first_seen_at, week,
         content, indexed)
       select $1, id, created_at, created_at, floor(extract(epoch from created_at) / 604800),
         external_id, false
       from customers where workspace_id = $1`,
      [own.workspace.id],
    );
    await buildRollups(app, own.workspace);
    const capped = paginationIn(await own.get('/customers?search=many'));
    expect(capped).toMatchObject({ total: 10_000, totalCapped: true, hasMore: true });
    const all = paginationIn(await own.get('/customers'));
    expect(all).toMatchObject({ total: 10_001, totalCapped: false });
    expect(countIn(await own.get('/customers/count?search=many'))).toBe(10_001);
    expect(countIn(await own.get('/customers/count'))).toBe(10_001);
    const deep = await own.get('/customers?search=many&limit=100&page=101');
    expect([customersIn(deep).length, paginationIn(deep).hasMore]).toEqual([1, false]);
    // All match, so a search is the list itself.
    for (const sortBy of SORTS) {
      for (const sortOrder of ORDERS) {
        const question = `/customers?sortBy=${sortBy}&sortOrder=${sortOrder}&limit=30`;
        const list = await own.get(`${question}&page=40`);
        const search = await own.get(`${question}&page=40&search=many`);
        expect(idsOf(search)).toEqual(idsOf(list));
        const next = `&cursor=${paginationIn(search).nextCursor ?? ''}`;
        const behind = await own.get(`${question}&search=many${next}`);
        expect(idsOf(behind)).toEqual(idsOf(await own.get(`${question}&page=41`)));
      }
    }
    await own.delete('/customers/ext_many1');
    const exact = paginationIn(await own.get('/customers?search=many'));
    expect(exact).toMatchObject({ total: 10_000, totalCapped: false });
  });
});
