import type { Sql } from '@app/platform';
import {
  countSql,
  pageSql,
  type CustomerOrder,
} from '../../libs/customers/src/customer-list.store.js';
import { TestApp, type Client } from '../support/start-app.js';

const ORDERS: CustomerOrder[] = (['createdAt', 'ltv', 'lastActivityAt'] as const).flatMap(
  (sortBy) => (['asc', 'desc'] as const).map((sortOrder) => ({ sortBy, sortOrder })),
);

/** Rows enough for the planner to care, in this workspace and in others. */
const FILL = `
  insert into customers (workspace_id, id, external_id, email, metadata, search_text, created_at,
    updated_at, first_seen_at, last_activity_at, leads, sales, ltv)
  select case when n % 2 = 0 then $1 else 'ws_other' end, 'cus_' || n, 'user_' || n, null, '{}',
    md5(n::text), timestamptz '2020-01-01' + n * interval '1 minute', now(), now(),
    case when n % 10 > 0 then timestamptz '2020-01-01' + (n * 7 % 40000) * interval '1 minute' end,
    0, 0, n * 7 % 1000
  from generate_series(1, 40000) n`;

describe('the plans of the customer list', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
    await app.dataSource.query(FILL, [client.workspace.id]);
    await app.dataSource.query('vacuum analyze customers');
  });

  afterAll(async () => {
    await app.stop();
  });

  const planOf = async ({ text, values }: Sql): Promise<string> => {
    const rows: { 'QUERY PLAN': string }[] = await app.dataSource.query(`explain ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it.each(ORDERS)('read a page by %j from an index, without a sort of the table', async (order) => {
    const filter = { workspaceId: client.workspace.id };
    const plan = await planOf(pageSql(filter, order, { limit: 21, offset: 0n }));
    expect(plan).toContain('Index Scan');
    expect(plan).not.toContain('Seq Scan on customers');
    // The page itself may be put in order again; that costs 21 rows.
    expect(plan).toMatch(/Limit[^]*Index Scan (Backward )?using customers_/);
  });

  it('finds a rare term through the trigrams', async () => {
    const filter = { workspaceId: client.workspace.id, search: 'c4ca4238a0' };
    expect(await planOf(countSql(filter, 10_001))).toContain('customers_search');
  });

  it('counts a workspace from an index', async () => {
    const plan = await planOf(countSql({ workspaceId: client.workspace.id }));
    expect(plan).toMatch(/Scan (using|on) customers_/);
    expect(plan).not.toContain('Seq Scan');
  });
});
