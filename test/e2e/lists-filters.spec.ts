import { countIn, customersIn, dataIn, paginationIn } from '../support/answers.js';
import { TestApp, type Client } from '../support/start-app.js';

interface Cohort {
  cohort: string | null;
  customers: number;
}

const TIMEZONE = 'Asia/Kolkata';
const CAMPAIGNS = ['spring', 'none', 'Été', null];
const SOURCES = ['google', null, 'a'];
/** Days of the time zone begin at 18:30: some are first seen just before, some just after. */
const START = Date.UTC(2026, 1, 28, 10, 0);
const STEP = 63 * 60_000;

describe('filters of the customer list', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace({ timezone: TIMEZONE });
    const events = Array.from({ length: 60 }, (_, i) => {
      const occurredAt = new Date(START + i * STEP).toISOString();
      const clickId = `c-${String(i)}`;
      return [
        {
          type: 'click',
          clickId,
          linkId: 'l',
          campaignId: CAMPAIGNS[i % 4],
          source: SOURCES[i % 3],
          occurredAt,
        },
        { type: 'customer', externalId: `u-${String(i)}`, clickId, createdAt: occurredAt },
        // Whom nothing has brought: the sale came before the click.
        ...(i % 10 === 0
          ? [
              {
                type: 'sale',
                externalId: `u-${String(i)}`,
                amount: 100 * i,
                orderId: clickId,
                occurredAt: new Date(START + i * STEP - 1).toISOString(),
              },
            ]
          : []),
      ];
    }).flat();
    await client.post('/track/batch', { events });
  });

  afterAll(() => app.stop());

  const count = async (query: Record<string, string>): Promise<number> =>
    countIn(await client.get(`/customers/count?${new URLSearchParams(query).toString()}`));

  const cohorts = async (query: string): Promise<Cohort[]> => {
    const answer = await client.get(`/customers/cohorts?${query}`, {
      headers: { 'cache-control': 'no-cache' },
    });
    return (dataIn(answer) as { cohorts: Cohort[] }).cohorts;
  };

  const DAYS = ['2026-02-28', '2026-03-01', '2026-03-02'];

  it.each([
    ['campaign', 'campaignId', 'hasCampaign'],
    ['source', 'source', 'hasSource'],
  ])('find the customers of the cohorts by %s', async (group, name, has) => {
    for (const day of DAYS) {
      const range = { firstSeenStart: day, firstSeenEnd: day };
      const found = await cohorts(`group_by=${group}&start=${day}&end=${day}`);
      expect(found.length).toBeGreaterThan(1);
      for (const { cohort, customers } of found) {
        const wanted = cohort === null ? { [has]: 'false' } : { [name]: cohort };
        expect(await count({ ...range, ...wanted })).toBe(customers);
      }
      const all = found.reduce((sum, { customers }) => sum + customers, 0);
      expect(await count(range)).toBe(all);
      const some = found.filter(({ cohort }) => cohort !== null);
      expect(await count({ ...range, [has]: 'true' })).toBe(
        some.reduce((sum, { customers }) => sum + customers, 0),
      );
    }
  });

  it('leave out a deleted customer, which stays in its cohort', async () => {
    const listed = customersIn(await client.get('/customers?campaignId=spring'));
    const [before] = (await cohorts('group_by=campaign')).filter(
      ({ cohort }) => cohort === 'spring',
    );
    await client.delete(`/customers/${listed[0]?.id ?? ''}`);
    expect(await count({ campaignId: 'spring' })).toBe(listed.length - 1);
    expect((await cohorts('group_by=campaign')).find(({ cohort }) => cohort === 'spring')).toEqual(
      before,
    );
  });

  it('follow a click that comes late, and a sale that comes before it', async () => {
    await client.post('/customers', {
      externalId: 'late',
      createdAt: '2026-05-01T00:00:00Z',
      clickId: 'late-click',
    });
    expect(await count({ source: 'late' })).toBe(0);
    await client.post('/track/click', {
      clickId: 'late-click',
      linkId: 'l',
      source: 'late',
      occurredAt: '2026-04-01T00:00:00Z',
    });
    const april = { firstSeenStart: '2026-04-01', firstSeenEnd: '2026-04-30' };
    expect(await count({ source: 'late', ...april })).toBe(1);
    await client.post('/track/lead', {
      externalId: 'late',
      orderId: 'late',
      occurredAt: '2026-03-20T00:00:00Z',
    });
    expect(await count({ source: 'late' })).toBe(0);
    expect(await count({ hasSource: 'false', search: 'late', ...april })).toBe(0);
    expect(await count({ hasSource: 'false', search: 'late' })).toBe(1);
  });

  it.each([
    ['firstSeenStart=2026-03-02&firstSeenEnd=2026-03-01', 'firstSeenStart'],
    ['firstSeenEnd=yesterday', 'firstSeenEnd'],
    ['campaignId=spring&hasCampaign=true', 'hasCampaign'],
    ['source=a&hasSource=false', 'hasSource'],
    ['hasSource=maybe', 'hasSource'],
    ['campaignId=', 'campaignId'],
  ])('refuse %s', async (query, path) => {
    for (const route of ['/customers', '/customers/count']) {
      const answer = await client.get(`${route}?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ error: { details: [{ path }] } });
    }
  });

  it('go on with a cursor of the same filters, and of no others', async () => {
    const path = '/customers?limit=5&hasSource=true';
    const { nextCursor } = paginationIn(await client.get(path));
    expect((await client.get(`${path}&cursor=${String(nextCursor)}`)).status).toBe(200);
    expect((await client.get(`/customers?limit=5&cursor=${String(nextCursor)}`)).status).toBe(400);
  });
});
