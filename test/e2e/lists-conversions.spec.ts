import { conversionsIn, paginationIn, resultsIn } from '../support/answers.js';
import { aClick, aCustom, aLead, aSale } from '../support/builders.js';
import { TestApp, type Client } from '../support/start-app.js';

describe('a list of conversions', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace({ timezone: 'America/New_York' });
    const answer = await client.post('/track/batch', {
      events: [
        { type: 'click', ...aClick() },
        { type: 'sale', ...aSale({ externalId: 'a', orderId: 's1', status: 'pending' }) },
        { type: 'sale', ...aSale({ externalId: 'b', orderId: 's2' }) },
        { type: 'lead', ...aLead({ externalId: 'a', orderId: 'l1' }) },
        { type: 'lead', ...aLead({ email: 'nobody@example.com', orderId: 'l2' }) },
        { type: 'custom', ...aCustom({ externalId: 'a', orderId: 's1' }) },
        // The last millisecond of 28 February in New York, and the first of 1 March.
        {
          type: 'lead',
          ...aLead({ externalId: 'a', orderId: 'e1', occurredAt: '2026-03-01T04:59:59.999Z' }),
        },
        {
          type: 'lead',
          ...aLead({ externalId: 'a', orderId: 'e2', occurredAt: '2026-03-01T05:00:00Z' }),
        },
      ],
    });
    expect(resultsIn(answer).filter(({ status }) => status !== 'created')).toEqual([]);
  });

  afterAll(async () => {
    await app.stop();
  });

  it.each([
    ['', 's2 s1 s1 l2 l1 e2 e1'],
    ['sortOrder=asc', 'e1 e2 l1 l2 s1 s1 s2'],
    ['type=sale', 's2 s1'],
    ['type=custom', 's1'],
    ['type=lead&sortOrder=asc', 'e1 e2 l1 l2'],
    ['status=pending', 's1'],
    ['orderId=s1', 's1 s1'],
    ['orderId=s1&type=sale', 's1'],
    ['orderId=S1', ''],
    ['customerId=ext_a', 's1 s1 l1 e2 e1'],
    ['customerId=ext_b', 's2'],
    ['customerId=ext_none', ''],
    ['customerId=none', ''],
    ['stitched=false', 'l2'],
    ['stitched=true&type=lead', 'l1 e2 e1'],
    ['end=2026-02-28', 'e1'],
    ['start=2026-03-01&type=lead', 'l2 l1 e2'],
    ['start=2026-03-01T05:00:00Z&end=2026-03-01T12:00:00Z', 'e2'],
    ['start=2026-03-01T04:59:59.999Z&end=2026-03-01T05:00:00Z', 'e1'],
    ['start=2026-03-01&end=2026-03-01', 's1 l2 l1 e2'],
    ['start=2026-03-02&end=2026-03-02', 's2 s1'],
  ])('with %s', async (query, expected) => {
    const orders = expected.split(' ').filter(Boolean);
    const answer = await client.get(`/conversions?${query}`);
    expect(conversionsIn(answer).map(({ orderId }) => orderId)).toEqual(orders);
    expect(paginationIn(answer).total).toBe(orders.length);
    const walked: (string | null)[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor = next && `&cursor=${next}`;
      const part = await client.get(`/conversions?${query}&limit=2${cursor}`);
      walked.push(...conversionsIn(part).map(({ orderId }) => orderId));
      next = paginationIn(part).nextCursor;
    }
    expect(walked).toEqual(orders);
  });

  it('takes all filters at once, with one of them less, and in both directions', async () => {
    const all =
      'type=lead&status=approved&customerId=ext_a&orderId=e2&stitched=true&start=1970-01-01';
    for (const end of ['', '&end=2026-03-31', '']) {
      for (const sortOrder of ['asc', 'desc']) {
        const answer = await client.get(`/conversions?${all}${end}&sortOrder=${sortOrder}`);
        expect(conversionsIn(answer)).toHaveLength(1);
      }
    }
  });
});
