import { aClick, aCustomer, aLead, aSale, times, unique } from '../support/builders.js';
import {
  conversionIn,
  conversionsIn,
  countIn,
  customerIn,
  recalculationIn,
  resultsIn,
} from '../support/answers.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

const statusesOf = (answers: Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

const atOnce = async (calls: (() => Promise<Answer>)[]): Promise<Answer[]> =>
  Promise.all(calls.map((call) => call()));

describe('writes at the same moment', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  beforeEach(async () => {
    client = await app.workspace();
  });

  afterAll(async () => {
    await app.stop();
  });

  const customer = async (externalId: string): ReturnType<typeof customerNow> =>
    customerNow(client, externalId);

  it('make one customer of 200 upserts of one externalId', async () => {
    const externalId = unique();
    const answers = await atOnce(
      times(200, (i) => () => client.post('/customers', { externalId, name: `Name ${String(i)}` })),
    );
    expect(statusesOf(answers)).toEqual({ 200: 199, 201: 1 });
    expect(new Set(answers.map((answer) => customerIn(answer).id)).size).toBe(1);
    expect(countIn(await client.get('/customers/count'))).toBe(1);
  });

  it('count one of 500 equal sales', async () => {
    const sale = aSale({ externalId: unique(), amount: 700 });
    const answers = await atOnce(times(500, () => () => client.post('/track/sale', sale)));
    expect(statusesOf(answers)).toEqual({ 200: 499, 201: 1 });
    const sales = answers.map(conversionIn);
    expect(new Set(sales.map(({ id }) => id)).size).toBe(1);
    expect(sales.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(sales.flatMap(({ differs }) => differs)).toEqual([]);
    expect(await customer(String(sale.externalId))).toMatchObject({ sales: 1, ltv: 700 });
  });

  it('count a whole refund once, however often it is asked for', async () => {
    const sale = aSale({ externalId: unique(), amount: 700 });
    await client.post('/track/sale', sale);
    const { orderId } = sale;
    const answers = await atOnce(times(60, () => () => client.post('/track/refund', { orderId })));
    expect(statusesOf(answers)).toEqual({ 200: 60 });
    expect(await customer(String(sale.externalId))).toMatchObject({ sales: 0, ltv: 0 });
  });

  it('let 50 writers of one customer lose no update', async () => {
    const externalId = unique();
    const visitorId = unique('visitor');
    const orders = times(50, () => unique('order'));
    const first = await atOnce(
      orders.map((orderId) => () => client.post('/track/sale', aSale({ externalId, orderId }))),
    );
    expect(statusesOf(first)).toEqual({ 201: 50 });
    const ids = first.map((answer) => conversionIn(answer).id);

    const writers = times(50, (i) => () => {
      const id = ids[i] ?? '';
      const day = String(1 + (i % 28)).padStart(2, '0');
      switch (i % 6) {
        case 0:
          return client.post('/track/refund', { orderId: orders[i], refundedAmount: 300 });
        case 1:
          return client.patch(`/conversions/${id}`, { status: 'fraud' });
        case 2:
          return client.post('/track/lead', aLead({ externalId }));
        case 3:
          return client.post(
            '/track/click',
            aClick({ visitorId, occurredAt: `2026-02-${day}T00:00:00Z` }),
          );
        case 4:
          return client.patch(`/customers/ext_${externalId}`, { clickId: unique('claimed') });
        default:
          return client.post('/track/sale', aSale({ externalId, amount: 50 }));
      }
    });
    await client.post('/track/click', aClick({ clickId: 'own', visitorId }));
    const answers = await atOnce([
      ...writers,
      () => client.patch(`/customers/ext_${externalId}`, { clickId: 'own' }),
    ]);
    expect(answers.filter(({ status }) => status >= 300).map(({ text }) => text)).toEqual([]);

    const before = await customer(externalId);
    const recalculated = recalculationIn(
      await client.post(`/customers/ext_${externalId}/recalculate-ltv`),
    );
    const { ltv, sales, leads } = before;
    expect(recalculated).toMatchObject({ ltv, sales, leads, previousLtv: ltv });
    expect(await customer(externalId)).toEqual(before);
    // 50 sales of 1,000, of which 9 lost 300 and 9 are fraud; 8 more of 50.
    expect(before).toMatchObject({ ltv: 50_000 - 9 * 300 - 9 * 1_000 + 8 * 50, leads: 8 });
    expect(before.firstSeenAt < '2026-02-28').toBe(true);
  });

  it('stitch a click and its claim, whichever is first', async () => {
    const pairs = times(100, () => ({ externalId: unique(), clickId: unique('clk') }));
    const answers = await atOnce(
      pairs.flatMap(({ externalId, clickId }, i) => {
        const claim = (): Promise<Answer> => client.post('/customers', { externalId, clickId });
        const click = (): Promise<Answer> => client.post('/track/click', aClick({ clickId }));
        return i % 2 ? [claim, click] : [click, claim];
      }),
    );
    expect(statusesOf(answers)).toEqual({ 201: 200 });
    for (const { externalId, clickId } of pairs) {
      expect((await customer(externalId)).firstTouch?.clickId).toBe(clickId);
    }
  });

  it('stitch a conversion and the customer that gets its email', async () => {
    const pairs = times(60, () => ({ externalId: unique(), email: `${unique()}@example.com` }));
    for (const { externalId } of pairs) await client.post('/customers', { externalId });
    const answers = await atOnce(
      pairs.flatMap(({ externalId, email }, i) => {
        const named = (): Promise<Answer> =>
          client.patch(`/customers/ext_${externalId}`, { email });
        const sale = (): Promise<Answer> => client.post('/track/sale', aSale({ email }));
        return i % 2 ? [named, sale] : [sale, named];
      }),
    );
    expect(statusesOf(answers)).toEqual({ 200: 60, 201: 60 });
    const unstitched = await client.get('/conversions?stitched=false');
    expect(conversionsIn(unstitched)).toEqual([]);
    for (const { externalId } of pairs) {
      expect(await customer(externalId)).toMatchObject({ sales: 1, ltv: 1_000 });
    }
  });

  it('stitch a conversion by its click and a claim of another click of the visitor', async () => {
    const pairs = times(60, () => ({
      externalId: unique(),
      visitorId: unique('visitor'),
      clicks: [unique('clk'), unique('clk')],
    }));
    for (const { visitorId, clicks } of pairs) {
      for (const clickId of clicks)
        await client.post('/track/click', aClick({ clickId, visitorId }));
    }
    const answers = await atOnce(
      pairs.flatMap(({ externalId, clicks: [clickId, other] }, i) => {
        const claim = (): Promise<Answer> =>
          client.post('/customers', { externalId, clickId: other });
        const sale = (): Promise<Answer> => client.post('/track/sale', aSale({ clickId }));
        return i % 2 ? [claim, sale] : [sale, claim];
      }),
    );
    expect(statusesOf(answers)).toEqual({ 201: 120 });
    for (const { externalId } of pairs) {
      expect(await customer(externalId)).toMatchObject({ sales: 1, ltv: 1_000 });
    }
  });

  it('give an externalId to one of 40 customers who want it', async () => {
    const wanted = unique('wanted');
    const owners = times(40, () => unique());
    for (const externalId of owners) await client.post('/customers', { externalId });
    const answers = await atOnce(
      owners.map((owner) => () => client.patch(`/customers/ext_${owner}`, { externalId: wanted })),
    );
    expect(statusesOf(answers)).toEqual({ 200: 1, 409: 39 });
  });

  it('delete a customer once, and give a late sale to nobody or to a new customer', async () => {
    const externalId = unique();
    await client.post('/customers', { externalId });
    const answers = await atOnce(
      times(
        40,
        (i) => () =>
          i % 4 === 0
            ? client.post('/track/sale', aSale({ externalId }))
            : client.delete(`/customers/ext_${externalId}`),
      ),
    );
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const sales = answers.filter(({ status }) => status === 201).map(conversionIn);
    expect(sales).toHaveLength(10);
    const all = conversionsIn(await client.get('/conversions?limit=100'));
    const stored = new Map(all.map(({ id, customerId }) => [id, customerId]));
    expect(sales.map(({ id, customerId }) => stored.get(id) === customerId)).not.toContain(false);
  });

  it('apply batches and single writes to the same customers without a deadlock', async () => {
    const externalIds = times(12, () => unique());
    const emails = externalIds.map((externalId) => `${externalId}@example.com`);
    for (const [i, externalId] of externalIds.entries()) {
      await client.post('/customers', aCustomer({ externalId, email: emails[i] }));
    }
    const sales = (seed: number): object[] =>
      times(40, (i) => {
        const who = (i * (seed % 2 ? 5 : 7) + seed) % externalIds.length;
        return i % 3
          ? { type: 'sale', ...aSale({ externalId: externalIds[who], amount: 10 }) }
          : { type: 'sale', ...aSale({ email: emails[who], amount: 10 }) };
      });
    const answers = await atOnce(
      times(60, (i) => () => {
        const externalId = externalIds[(i * 5) % externalIds.length] ?? '';
        if (i % 4 === 0) return client.post('/track/batch', { events: sales(i) });
        if (i % 4 === 1) return client.post('/track/sale', aSale({ externalId, amount: 10 }));
        if (i % 4 === 2) return client.post(`/customers/ext_${externalId}/recalculate-ltv`);
        return client.patch(`/customers/ext_${externalId}`, { clickId: unique('clk') });
      }),
    );
    expect(answers.filter(({ status }) => status >= 300).map(({ text }) => text)).toEqual([]);
    const results = answers.filter((_, i) => i % 4 === 0).flatMap(resultsIn);
    expect(results.filter(({ status }) => status !== 'created')).toEqual([]);
    const customers = await Promise.all(externalIds.map((externalId) => customer(externalId)));
    const worth = customers.reduce((sum, { ltv }) => sum + ltv, 0);
    expect(worth).toBe((15 * 40 + 15) * 10);
  });
});

const customerNow = async (
  client: Client,
  externalId: string,
): Promise<ReturnType<typeof customerIn>> =>
  customerIn(await client.get(`/customers/ext_${encodeURIComponent(externalId)}`));
