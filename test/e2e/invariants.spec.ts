import { attributionIn, cohortsIn, recalculationIn } from '../support/answers.js';
import { GoldenSet } from '../support/load-golden.js';
import { TestApp, type Client } from '../support/start-app.js';

const GROUPS = ['week', 'month', 'campaign', 'source'];
const AT_ONCE = 16;

interface Row {
  id: string;
  ltv: number;
  sales: number;
  leads: number;
  deleted: boolean;
}

/** Runs work on all items, some at a time. */
async function onEach<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let i = 0; i < items.length; i += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(i, i + AT_ONCE).map(work))));
  }
  return results;
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('on the medium golden set', () => {
  const set = new GoldenSet('medium');
  let app: TestApp;
  let client: Client;
  let customers: Row[];

  beforeAll(async () => {
    app = await TestApp.start({ SNAPSHOT_TTL_MS: '0' });
    client = await app.workspace(set.settings);
    await set.load(app, client);
    customers = await rows();
    expect(customers.some(({ deleted }) => deleted)).toBe(true);
    expect(customers.length).toBeGreaterThan(400);
  });

  afterAll(async () => {
    await app.stop();
  });

  const rows = (): Promise<Row[]> =>
    app.dataSource.query(
      `select id, ltv, sales, leads, deleted_at is not null as deleted from customers
       where workspace_id = $1 order by id`,
      [client.workspace.id],
    );

  it.each(GROUPS)('cohorts by %s are worth what all customers are', async (group) => {
    const { cohorts, totals } = cohortsIn(await client.get(`/customers/cohorts?group_by=${group}`));
    const worth = sum(customers.map(({ ltv }) => ltv));
    expect(worth).toBeGreaterThan(0);
    expect(sum(cohorts.map(({ revenue }) => revenue))).toBe(worth);
    expect(totals).toMatchObject({
      customers: customers.length,
      revenue: worth,
      sales: sum(customers.map(({ sales }) => sales)),
    });
    for (const field of [
      'customers',
      'sales',
      'convertedCustomers',
      'customersWithLeads',
    ] as const) {
      expect(sum(cohorts.map((cohort) => cohort[field]))).toBe(totals[field]);
    }
  });

  it('stitched conversions are worth what all customers are', async () => {
    let [worth, count, cursor]: [number, number, string | null] = [0, 0, ''];
    while (cursor !== null) {
      const next = cursor && `&cursor=${cursor}`;
      const { body } = (await client.get(`/conversions?stitched=true&limit=100${next}`)) as {
        body: {
          data: { reportingNet: number | null }[];
          pagination: { nextCursor: string | null };
        };
      };
      worth += sum(body.data.map(({ reportingNet }) => reportingNet ?? 0));
      count += body.data.length;
      cursor = body.pagination.nextCursor;
    }
    expect(count).toBeGreaterThan(500);
    expect(worth).toBe(sum(customers.map(({ ltv }) => ltv)));
  });

  it('every attribution model gives each customer its worth, to the cent', async () => {
    const live = customers.filter(({ deleted }) => !deleted);
    const wrong = await onEach(live, async ({ id, ltv, sales }) => {
      const { models } = attributionIn(await client.get(`/customers/${id}/attribution`));
      return Object.entries(models).flatMap(([model, entries]) => {
        const worth = sum(entries.map(({ revenue }) => revenue));
        const credit = sum(entries.map((entry) => entry.credit));
        const isCredited = Math.abs(credit - sales) < 0.0001 * (entries.length + 1);
        return worth === ltv && isCredited ? [] : [`${id} ${model}: ${String(worth)}`];
      });
    });
    expect(wrong.flat()).toEqual([]);
  });

  it('nothing changes when every customer is recalculated', async () => {
    const whole = (): Promise<object[]> =>
      app.dataSource.query('select * from customers where workspace_id = $1 order by id', [
        client.workspace.id,
      ]);
    const before = await whole();
    const live = customers.filter(({ deleted }) => !deleted);
    const found = await onEach(live, async ({ id }) =>
      recalculationIn(await client.post(`/customers/${id}/recalculate-ltv`)),
    );
    expect(
      found.map(({ customerId, ltv, previousLtv, sales, leads }) => [
        customerId,
        ltv,
        previousLtv,
        sales,
        leads,
      ]),
    ).toEqual(live.map(({ id, ltv, sales, leads }) => [id, ltv, ltv, sales, leads]));
    expect(await whole()).toEqual(before);
  });
});
