import { aClick, aCustom, aLead, aSale, unique } from '../support/builders.js';
import { clickIn, conversionIn, conversionsIn, errorCode, resultsIn } from '../support/answers.js';
import { TestApp, type Client } from '../support/start-app.js';

describe('an event', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
  });

  afterAll(async () => {
    await app.stop();
  });

  it('is answered as it is stored', async () => {
    const externalId = unique();
    const answer = await client.post('/track/sale', {
      externalId,
      amount: 4_200,
      currency: 'usd',
      occurredAt: '2026-03-01T10:00:00.123+01:00',
      metadata: { plan: 'pro', seats: 6, trial: false },
    });
    const { id, createdAt, customerId, ...rest } = conversionIn(answer);
    expect(answer.status).toBe(201);
    expect(id).toMatch(/^con_/);
    expect(customerId).toMatch(/^cus_/);
    expect(createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(rest).toEqual({
      type: 'sale',
      eventName: 'Sale',
      clickId: null,
      orderId: null,
      status: 'approved',
      amount: 4_200,
      currency: 'USD',
      refundedAmount: 0,
      refundedAt: null,
      reportingAmount: 4_200,
      reportingNet: 4_200,
      reportingCurrency: 'USD',
      occurredAt: '2026-03-01T09:00:00.123Z',
      metadata: { plan: 'pro', seats: 6, trial: false },
      duplicate: false,
      differs: [],
    });
    const read = await client.get(`/conversions/${id}`);
    const { duplicate: _duplicate, differs: _differs, ...stored } = conversionIn(answer);
    expect(conversionIn(read)).toEqual(stored);
  });

  it('without money has no money', async () => {
    const lead = conversionIn(await client.post('/track/lead', aLead({ externalId: 'a' })));
    const custom = conversionIn(await client.post('/track/custom', aCustom({ externalId: 'a' })));
    const none = {
      amount: null,
      currency: null,
      refundedAmount: null,
      refundedAt: null,
      reportingAmount: null,
      reportingNet: null,
      reportingCurrency: null,
    };
    expect(lead).toMatchObject({ ...none, eventName: 'Lead', status: 'approved' });
    expect(custom).toMatchObject({ ...none, eventName: 'Demo booked' });
  });

  it('that is a click is its body, its time of storing, and whether it is a repeat', async () => {
    const click = aClick({ campaignId: 'spring', visitorId: 'v', country: 'gb' });
    const first = clickIn(await client.post('/track/click', click));
    const { createdAt, ...rest } = first;
    expect(typeof createdAt).toBe('string');
    expect(rest).toEqual({
      clickId: click.clickId,
      linkId: 'link_home',
      campaignId: 'spring',
      source: null,
      medium: null,
      referrer: null,
      country: 'GB',
      visitorId: 'v',
      occurredAt: '2026-03-01T09:00:00.000Z',
      duplicate: false,
      differs: [],
    });
  });

  it('that is a click is stored once by its clickId, and the first one wins', async () => {
    const click = aClick({ source: 'newsletter' });
    const first = clickIn(await client.post('/track/click', click));
    const again = await client.post('/track/click', { ...click, source: 'ad', medium: 'cpc' });
    expect(again.status).toBe(200);
    expect(clickIn(again)).toEqual({ ...first, duplicate: true, differs: ['source', 'medium'] });
    const equal = await client.post('/track/click', click);
    expect(clickIn(equal)).toEqual({ ...first, duplicate: true, differs: [] });
  });

  it.each([
    ['lead', aLead],
    ['sale', aSale],
    ['custom', aCustom],
  ])('that is a %s is stored once by its orderId, and the first one wins', async (type, build) => {
    const externalId = unique();
    const event = build({ externalId, metadata: { a: 1, b: 2 } });
    const first = conversionIn(await client.post(`/track/${type}`, event));
    const other = {
      ...event,
      externalId: unique(),
      status: 'pending',
      metadata: { b: 3 },
      occurredAt: '2026-01-01T00:00:00Z',
    };
    const again = await client.post(`/track/${type}`, other);
    expect(again.status).toBe(200);
    const { differs, ...stored } = conversionIn(again);
    expect(stored).toEqual({ ...stored, ...first, duplicate: true, differs: undefined });
    expect(differs.sort()).toEqual(['externalId', 'metadata', 'occurredAt', 'status']);
    const equal = { ...event, metadata: { b: 2, a: 1 } };
    expect(conversionIn(await client.post(`/track/${type}`, equal)).differs).toEqual([]);
    const other404 = await client.get(`/customers/ext_${other.externalId}`);
    expect(other404.status).toBe(404);
  });

  it('of another type with the same orderId is another one', async () => {
    const orderId = unique();
    const externalId = unique();
    const body = { orderId, externalId };
    expect((await client.post('/track/lead', body)).status).toBe(201);
    expect((await client.post('/track/sale', { ...body, amount: 1 })).status).toBe(201);
    expect((await client.post('/track/custom', { ...body, eventName: 'A' })).status).toBe(201);
    expect((await client.post('/track/custom', { ...body, eventName: 'B' })).status).toBe(201);
    expect((await client.post('/track/custom', { ...body, eventName: 'B' })).status).toBe(200);
    expect((await client.post('/track/lead', { ...body, eventName: 'New' })).status).toBe(200);
    const stored = conversionsIn(await client.get(`/conversions?orderId=${orderId}`));
    expect(stored).toHaveLength(4);
  });

  it('without an orderId is stored each time', async () => {
    const externalId = unique();
    for (let i = 0; i < 2; i += 1) {
      const answer = await client.post('/track/lead', { externalId });
      expect([answer.status, conversionIn(answer).duplicate]).toEqual([201, false]);
    }
  });

  it('lists no field that the repeat leaves out, nor one that says the same', async () => {
    const sale = aSale({
      email: ' ADA@Example.com ',
      currency: 'usd',
      country: 'gb',
      name: 'Ada',
      metadata: { a: 1 },
    });
    await client.post('/track/sale', sale);
    const { orderId, amount } = sale;
    const repeat = { orderId, amount, email: 'ada@example.com', currency: 'USD', country: 'GB' };
    const answer = conversionIn(
      await client.post('/track/sale', { ...repeat, occurredAt: '2026-03-02T10:00:00+01:00' }),
    );
    expect(answer).toMatchObject({ duplicate: true, differs: [] });
  });

  it('from a clock that is ahead does not differ from itself', async () => {
    const ahead = new Date(Date.now() + 120_000).toISOString();
    const lead = aLead({ externalId: unique(), orderId: unique(), occurredAt: ahead });
    const click = aClick({ occurredAt: ahead });
    for (const [route, body] of [
      ['/track/lead', lead],
      ['/track/click', click],
    ] as const) {
      await client.post(route, body);
      const repeat = await client.post(route, body);
      expect(repeat.body).toMatchObject({ data: { duplicate: true, differs: [] } });
    }
  });

  it('that contradicts itself is refused, also when its order is known', async () => {
    const sale = aSale({ externalId: unique() });
    await client.post('/track/sale', sale);
    const both = await client.post('/track/sale', {
      ...sale,
      status: 'approved',
      refundedAmount: 10,
    });
    expect(errorCode(both)).toBe('400 VALIDATION_ERROR');
    const more = await client.post('/track/sale', { ...sale, refundedAmount: 1_001 });
    expect(errorCode(more)).toBe('400 VALIDATION_ERROR');
  });

  it('in a batch is applied in order, each on its own', async () => {
    const [externalId, orderId, clickId] = [unique(), unique(), unique()];
    const answer = await client.post('/track/batch', {
      events: [
        { type: 'customer', externalId, clickId },
        { type: 'customer', externalId, name: 'Ada' },
        { type: 'click', clickId, linkId: 'l' },
        { type: 'click', clickId, linkId: 'l' },
        { type: 'sale', externalId, orderId, amount: 500 },
        { type: 'sale', externalId, orderId, amount: 500 },
        { type: 'sale', externalId, amount: -1 },
        { type: 'refund', orderId, refundedAmount: 200 },
        { type: 'refund', orderId, refundedAmount: 100 },
        { type: 'refund', orderId: unique() },
        { type: 'lead' },
        { type: 'sale', externalId: 'nobody', currency: 'JPY', amount: 5 },
        { type: 'nonsense' },
        7,
      ],
    });
    expect(answer.status).toBe(200);
    const results = resultsIn(answer);
    expect(results.map(({ index }) => index)).toEqual([...results.keys()]);
    expect(results.map(({ status, error }) => error?.code ?? status)).toEqual([
      'created',
      'updated',
      'created',
      'duplicate',
      'created',
      'duplicate',
      'VALIDATION_ERROR',
      'updated',
      'VALIDATION_ERROR',
      'NOT_FOUND',
      'VALIDATION_ERROR',
      'UNSUPPORTED_CURRENCY',
      'VALIDATION_ERROR',
      'VALIDATION_ERROR',
    ]);
    expect(results[7]?.id).toBe(results[4]?.id);
    expect(results[2]?.id).toBe(clickId);
    expect(results[6]?.error?.details).toEqual([
      { path: 'amount', message: 'must be an integer of minor units from 0 to 999999999999' },
    ]);
    const customer = await client.get(`/customers/ext_${externalId}`);
    expect(customer.body).toMatchObject({
      data: { name: 'Ada', ltv: 300, sales: 1, firstTouch: { clickId } },
    });
    expect((await client.get('/customers/ext_nobody')).status).toBe(404);
  });

  it('in a batch of 1,000 is fine, of 0 or 1,001 is refused', async () => {
    const events = Array.from({ length: 1_001 }, (_, i) => ({
      type: 'click',
      ...aClick({ clickId: `many-${String(i)}` }),
    }));
    expect(errorCode(await client.post('/track/batch', { events }))).toBe('400 VALIDATION_ERROR');
    expect(errorCode(await client.post('/track/batch', { events: [] }))).toBe(
      '400 VALIDATION_ERROR',
    );
    const answer = await client.post('/track/batch', { events: events.slice(1) });
    expect(resultsIn(answer).every(({ status }) => status === 'created')).toBe(true);
  });
});
