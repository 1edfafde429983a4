import {
  listSql,
  type Bound,
  type CustomerOrder,
} from '../../libs/customers/src/customer-list.store.js';
import { countSearchSql, searchSql } from '../../libs/customers/src/customer-search.store.js';
import type { CustomerFilterParams } from '../../libs/customers/src/customer-filter.dto.js';
import { filterOf } from '../../libs/customers/src/customer-filter.js';
import {
  countFilterSql,
  filterSql,
  isOrdered,
} from '../../libs/customers/src/customer-filter.store.js';
import { TestApp, type Client } from '../support/start-app.js';

const SORTS = ['createdAt', 'ltv', 'lastActivityAt'] as const;
const ORDERS: CustomerOrder[] = SORTS.flatMap((sortBy) =>
  (['asc', 'desc'] as const).map((sortOrder) => ({ sortBy, sortOrder })),
);

/** Rows enough for the planner to care, in this workspace and in others. */
const FILL = `
  insert into customers (workspace_id, id, external_id, email, metadata, created_at, updated_at,
    first_seen_at, last_activity_at, leads, sales, ltv)
  select case when n % 2 = 0 then $1 else 'ws_' || n % 500 end, 'cus_' || n, 'user_' || n, null,
    '{}', timestamptz '2020-01-01' + n * interval '1 minute', now(), now(),
    case when n % 10 > 0 then timestamptz '2020-01-01' + (n * 7 % 20000) * interval '1 minute' end,
    0, 0, n * 7 % 1000
  from generate_series(1, 20000) n`;

const FILL_CLICKS = `
  insert into clicks (workspace_id, click_id, link_id, occurred_at, created_at)
  select workspace_id, id, 'link', now(), now() from customers`;

const FILL_DIRECTORY = `
  insert into customer_directory (workspace_id, customer_id, created_at, week, first_seen_at,
    campaign_id, source, content, indexed)
  select workspace_id, id, created_at, floor(extract(epoch from created_at) / 604800),
    first_seen_at, nullif('campaign_' || length(id) * ltv % 9, 'campaign_0'),
    nullif('source_' || ltv % 5, 'source_0'), external_id || 'Z' || md5(external_id), id > 'cus_1000'
  from customers where id like $1`;

const FILL_WEEKS = `
  insert into directory_weeks (workspace_id, week, customers)
  select workspace_id, week, count(*) from customer_directory where indexed
  group by workspace_id, week`;

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

describe('the plans of the customer list', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
    await app.dataSource.query(FILL, [client.workspace.id]);
    await app.dataSource.query(FILL_CLICKS);
    // In parts: what the index of the grams costs would else be more than a statement may take.
    for (let digit = 1; digit <= 9; digit += 1) {
      await app.dataSource.query(FILL_DIRECTORY, [`cus\\_${String(digit)}%`]);
    }
    await app.dataSource.query(FILL_WEEKS);
    await app.dataSource.query('vacuum analyze');
  });

  afterAll(async () => {
    await app.stop();
  });

  /** As a prepared statement is planned that has run a few times: for any values. */
  const planOf = async ({ statement, values }: Bound<unknown>): Promise<string> => {
    const runner = app.dataSource.createQueryRunner();
    try {
      await runner.query('set plan_cache_mode = force_generic_plan');
      await runner.query(`prepare held as ${statement.text}`);
      const held = values.map((value) =>
        value instanceof Date
          ? quoted(value.toISOString())
          : quoted(String(value as string | number)),
      );
      const rows = (await runner.query(`explain execute held (${held.join(', ')})`)) as {
        'QUERY PLAN': string;
      }[];
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    } finally {
      await runner.query('reset plan_cache_mode; deallocate all');
      await runner.release();
    }
  };

  const expectIndexed = (plan: string): void => {
    expect(plan).not.toMatch(/Seq Scan on (customers|customer_directory|clicks)/);
    // Every customer on the page is looked up by its key.
    expect(plan).not.toMatch(/Hash Join|Merge Join/);
  };

  const windows = (sortBy: CustomerOrder['sortBy']): Parameters<typeof listSql>[2][] => [
    { limit: 21, offset: 0n },
    { limit: 21, offset: 5_000n },
    {
      limit: 21,
      offset: 0n,
      after: { value: sortBy === 'ltv' ? 500 : new Date('2020-01-10'), id: 'cus_5' },
    },
    ...(sortBy === 'lastActivityAt'
      ? [{ limit: 21, offset: 0n, after: { value: null, id: 'cus_5' } }]
      : []),
  ];

  it.each(ORDERS)('read a page by %j from an index, without a sort of the table', async (order) => {
    for (const window of windows(order.sortBy)) {
      const plan = await planOf(listSql(client.workspace.id, order, window));
      expectIndexed(plan);
      const index = {
        createdAt: 'customer_directory_created',
        ltv: 'customers_ltv',
        lastActivityAt: 'customers_activity',
      }[order.sortBy];
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/Bitmap Heap Scan on customer/);
      // The page itself is put in order again; that costs 21 rows.
      expect(plan).not.toMatch(/Sort[^]*Sort Key: customers/);
    }
  });

  const FILTERS: [string, CustomerFilterParams][] = [
    ['customer_directory_first_seen', { firstSeenStart: '2020-01-01', firstSeenEnd: '2020-01-02' }],
    ['customer_directory_campaign', { campaignId: 'campaign_7' }],
    ['customer_directory_campaign', { hasCampaign: 'false', firstSeenStart: '2020-01-01' }],
    ['customer_directory_source', { source: 'source_2', search: 'user' }],
  ];

  it.each(FILTERS)('read from %s whom %j lets through', async (index, params) => {
    const filter = filterOf(params, 'UTC');
    expect(await planOf(countFilterSql(client.workspace.id, filter))).toContain(index);
    for (const order of ORDERS) {
      for (const window of windows(order.sortBy)) {
        const path = isOrdered(filter, order) ? 'ordered' : 'gather';
        const plan = await planOf(filterSql(client.workspace.id, filter, order, { window, path }));
        expectIndexed(plan);
        expect(plan).toContain(index);
        // The page itself is put in order again, which costs 21 rows; a gathered one once before.
        const sorts = plan.match(/Sort Key/g) ?? [];
        expect(sorts).toHaveLength(path === 'ordered' ? 1 : 2);
      }
    }
  });

  it.each(ORDERS)('meet those of a filter by %j on a walk', async (order) => {
    for (const [, params] of FILTERS) {
      for (const window of windows(order.sortBy)) {
        const filter = filterOf(params, 'UTC');
        const plan = await planOf(
          filterSql(client.workspace.id, filter, order, { window, path: 'walk' }),
        );
        expectIndexed(plan);
        expect(plan).toContain('customer_directory_pkey');
      }
    }
  });

  it('count whom a filter lets through without a look at the rows', async () => {
    for (const params of FILTERS.slice(0, 3)) {
      const filter = filterOf(params[1], 'UTC');
      expect(await planOf(countFilterSql(client.workspace.id, filter))).toContain(
        'Index Only Scan',
      );
    }
  });

  it('have names that the database can tell apart', () => {
    const all = FILTERS.flatMap(([, params]) =>
      ORDERS.flatMap((order) =>
        windows(order.sortBy).map((window) => {
          const filter = filterOf({ ...params, search: 'a' }, 'UTC');
          return filterSql(client.workspace.id, filter, order, { window, path: 'gather' });
        }),
      ),
    );
    for (const { statement } of all) expect(Buffer.byteLength(statement.name)).toBeLessThan(64);
  });

  it.each(ORDERS)(
    'find a term by %j through the grams of one week after another',
    async (order) => {
      for (const window of windows(order.sortBy)) {
        const plan = await planOf(
          searchSql(client.workspace.id, 'c4ca4238a0', order, { window, path: 'gather' }),
        );
        expectIndexed(plan);
        expect(plan).toContain('Bitmap Index Scan on customer_directory_grams');
        expect(plan).toContain('directory_weeks_pkey');
        expect(plan).not.toContain('BitmapAnd');
      }
    },
  );

  it.each(ORDERS)('meet a common term by %j on a walk', async (order) => {
    for (const window of windows(order.sortBy)) {
      const plan = await planOf(
        searchSql(client.workspace.id, 'user', order, { window, path: 'walk' }),
      );
      expectIndexed(plan);
      if (order.sortBy !== 'createdAt') expect(plan).toContain('customer_directory_pkey');
    }
  });

  it.each([undefined, 10_001])('count a term through the grams, up to %s', async (cap) => {
    for (const term of ['c4ca4238a0', 'c', 'user']) {
      const plan = await planOf(countSearchSql(client.workspace.id, term, cap));
      expectIndexed(plan);
      expect(plan).toContain('Bitmap Index Scan on customer_directory_grams');
      expect(plan).not.toContain('BitmapAnd');
    }
  });
});
