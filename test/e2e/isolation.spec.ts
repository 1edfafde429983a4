import {
  conversionIn,
  conversionsIn,
  countIn,
  customerIn,
  customersIn,
  errorIn,
  ifNoneMatch,
  paginationIn,
  resultsIn,
} from '../support/answers.js';
import { aClick, aSale, times, unique } from '../support/builders.js';
import { SAMPLE_CALLS, methodOf, pathOf } from '../support/sample-calls.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

const RECORD_ROUTES = Object.keys(SAMPLE_CALLS).filter((route) => route.includes(':id'));

describe('another workspace', () => {
  let app: TestApp;
  let mine: Client;
  let theirs: Client;
  let foreign: { customer: string; conversion: string };

  beforeAll(async () => {
    app = await TestApp.start();
    mine = await app.workspace();
    theirs = await app.workspace();
    const events = [
      { type: 'click', ...aClick({ clickId: 'c-1', visitorId: 'v-1', campaignId: 'secret' }) },
      { type: 'customer', externalId: 'foreign', email: 'foreign@example.com', clickId: 'c-1' },
      { type: 'sale', ...aSale({ externalId: 'foreign', orderId: 'o-1', amount: 777 }) },
      { type: 'lead', email: 'unstitched@example.com', orderId: 'l-1' },
    ];
    resultsIn(await theirs.post('/track/batch', { events }));
    const [sale] = conversionsIn(await theirs.get('/conversions?type=sale'));
    foreign = { customer: sale?.customerId ?? '', conversion: sale?.id ?? '' };
  });

  afterAll(async () => {
    await app.stop();
  });

  const snapshotOf = async (): Promise<unknown> => [
    (await theirs.get('/customers')).body,
    (await theirs.get('/conversions')).body,
    (await theirs.get('/customers/ext_foreign/journey', fresh)).body,
  ];
  const fresh = { headers: { 'cache-control': 'no-cache' } };

  /** The answer without what is new in each. */
  const shown = (answer: Answer): unknown => ({
    status: answer.status,
    text: answer.text.replace(errorIn(answer).requestId, ''),
    headers: [...answer.headers.keys()].sort(),
  });

  it.each(RECORD_ROUTES)('has ids that are like made-up ones: %s', async (route) => {
    const before = await snapshotOf();
    const ofConversion = route.includes('/conversions');
    const own = ofConversion ? foreign.conversion : foreign.customer;
    const madeUp = own.slice(0, -6) + 'ZZZZZZ';
    const ids = [own, madeUp, `${own}x`, own.slice(0, 4), 'none', 'ext_foreign', 'ext_none'];
    const answers: unknown[] = [];
    for (const id of ids) {
      const { body } = SAMPLE_CALLS[route] ?? {};
      const answer = await mine.call(methodOf(route), pathOf(route, id), { body });
      expect(answer.status).toBe(404);
      answers.push(shown(answer));
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await snapshotOf()).toEqual(before);
  });

  it('shows nothing in lists, counts and cohorts', async () => {
    const empty = await app.workspace();
    for (const path of ['/customers', '/conversions', '/customers?search=foreign']) {
      const answer = await empty.get(path);
      expect(customersIn(answer)).toEqual([]);
      expect(paginationIn(answer).total).toBe(0);
    }
    for (const filter of [
      `customerId=${foreign.customer}`,
      'customerId=ext_foreign',
      'orderId=o-1',
      'stitched=false',
    ]) {
      expect(conversionsIn(await empty.get(`/conversions?${filter}`))).toEqual([]);
    }
    expect(countIn(await empty.get('/customers/count'))).toBe(0);
    expect(countIn(await empty.get('/customers/count?search=foreign'))).toBe(0);
    for (const group of ['week', 'month', 'campaign', 'source']) {
      const answer = await empty.get(`/customers/cohorts?group_by=${group}`);
      expect(answer.body).toMatchObject({ data: { cohorts: [], totals: { customers: 0 } } });
    }
    const ltv = await empty.get('/customers/ltv-cohorts?group_by=campaign');
    expect(ltv.body).toMatchObject({ data: { cohorts: [] } });
  });

  it('may have a cursor, but not one that is good here', async () => {
    await theirs.post('/customers', { externalId: 'second' });
    const { nextCursor } = paginationIn(await theirs.get('/customers?limit=1'));
    const answer = await mine.get(`/customers?limit=1&cursor=${nextCursor ?? ''}`);
    expect(answer.status).toBe(400);
  });

  it('cannot be reached by a batch', async () => {
    const before = await snapshotOf();
    const other = await app.workspace();
    const answer = await other.post('/track/batch', {
      events: [
        { type: 'refund', orderId: 'o-1' },
        { type: 'customer', externalId: 'foreign', email: null, name: 'Mine' },
        { type: 'sale', ...aSale({ externalId: 'foreign', orderId: 'o-1', amount: 1 }) },
        { type: 'click', ...aClick({ clickId: 'c-1' }) },
        { type: 'sale', ...aSale({ email: 'foreign@example.com', amount: 2 }) },
        { type: 'sale', ...aSale({ clickId: 'c-1', amount: 2 }) },
      ],
    });
    const results = resultsIn(answer).map(({ status, error }) => error?.code ?? status);
    expect(results).toEqual(['NOT_FOUND', ...times(5, () => 'created')]);
    expect(await snapshotOf()).toEqual(before);
  });

  it('with the same ids does not meet this one', async () => {
    const own = await app.workspace();
    await own.post('/track/click', aClick({ clickId: 'c-2', visitorId: 'v-1' }));
    const customer = customerIn(
      await own.post('/customers', { externalId: 'foreign', clickId: 'c-2' }),
    );
    expect(customer).toMatchObject({ leads: 0, sales: 0, ltv: 0, firstTouch: { clickId: 'c-2' } });
    await own.patch(`/customers/${customer.id}`, { clickId: 'c-1', email: 'foreign@example.com' });
    await own.post('/customers', { externalId: 'x', email: 'unstitched@example.com' });
    const journey = await own.get('/customers/ext_foreign/journey?summary=true');
    expect(journey.body).toMatchObject({ data: { summary: { touches: 1, sales: 0 } } });
    const sale = await own.post('/track/sale', aSale({ externalId: 'foreign', orderId: 'o-1' }));
    expect(sale.status).toBe(201);
    expect(conversionIn(sale)).toMatchObject({ duplicate: false, customerId: customer.id });
    const unstitched = conversionsIn(await theirs.get('/conversions?stitched=false'));
    expect(unstitched.map(({ orderId }) => orderId)).toEqual(['l-1']);
    await own.delete('/customers/ext_foreign');
    expect((await theirs.get('/customers/ext_foreign')).status).toBe(200);
  });

  it('has snapshots of its own', async () => {
    const other = await app.workspace();
    for (const path of [
      '/customers/cohorts',
      '/customers/cohorts?group_by=campaign',
      '/customers/ltv-cohorts',
    ]) {
      const first = await theirs.get(path);
      const answer = await other.get(path, {
        headers: ifNoneMatch(first.headers.get('etag') ?? ''),
      });
      expect([answer.status, answer.headers.get('x-cache')]).toEqual([200, 'MISS']);
      expect(answer.text).not.toBe(first.text);
      expect(answer.text).not.toContain('secret');
      expect((await theirs.get(path)).headers.get('x-cache')).toBe('HIT');
    }
    for (const question of ['journey', 'attribution']) {
      const path = `/customers/${foreign.customer}/${question}`;
      const first = await theirs.get(path);
      expect(first.status).toBe(200);
      const headers = ifNoneMatch(first.headers.get('etag') ?? '*');
      const answer = await other.get(path, { headers });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('etag')).toBeNull();
    }
  });

  it('is not told apart by its key: a key of both headers is of one', async () => {
    const externalId = unique();
    await mine.post('/customers', { externalId });
    const headers = { authorization: `Bearer ${theirs.key}` };
    expect((await mine.get(`/customers/ext_${externalId}`, { headers })).status).toBe(200);
  });
});
