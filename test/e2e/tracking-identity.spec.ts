import { aClick, aCustom, aLead, aSale, unique } from '../support/builders.js';
import { conversionIn, customerIn } from '../support/answers.js';
import { TestApp, type Client } from '../support/start-app.js';

type Customer = ReturnType<typeof customerIn>;

describe('a conversion', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  // Emails are looked for in the whole workspace: each test has one of its own.
  beforeEach(async () => {
    client = await app.workspace();
  });

  afterAll(async () => {
    await app.stop();
  });

  const upsert = async (fields: object): Promise<Customer> =>
    customerIn(await client.post('/customers', { externalId: unique(), ...fields }));

  const read = async ({ id }: { id: string }): Promise<Customer> =>
    customerIn(await client.get(`/customers/${id}`));

  const sell = async (fields: object): Promise<ReturnType<typeof conversionIn>> =>
    conversionIn(await client.post('/track/sale', aSale({ orderId: undefined, ...fields })));

  const ownerOf = async ({ id }: { id: string }): Promise<string | null> =>
    conversionIn(await client.get(`/conversions/${id}`)).customerId;

  it('makes the customer that its externalId names, as old as itself', async () => {
    const sale = await sell({ externalId: 'new', occurredAt: '2026-01-01T00:00:00Z' });
    const customer = await read({ id: sale.customerId ?? '' });
    expect(customer).toMatchObject({
      externalId: 'new',
      createdAt: '2026-01-01T00:00:00.000Z',
      firstSeenAt: '2026-01-01T00:00:00.000Z',
      lastActivityAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('makes a stored customer older, never younger', async () => {
    const { id, externalId } = await upsert({ createdAt: '2026-02-01T00:00:00Z' });
    await sell({ externalId, occurredAt: '2026-03-01T00:00:00Z' });
    expect((await read({ id })).createdAt).toBe('2026-02-01T00:00:00.000Z');
    await sell({ externalId, occurredAt: '2026-01-01T00:00:00Z' });
    expect((await read({ id })).createdAt).toBe('2026-01-01T00:00:00.000Z');
  });

  it('by email leaves the age of its customer alone', async () => {
    const { id } = await upsert({ email: 'a@example.com', createdAt: '2026-02-01T00:00:00Z' });
    await sell({ email: 'a@example.com', occurredAt: '2026-01-01T00:00:00Z' });
    expect(await read({ id })).toMatchObject({
      createdAt: '2026-02-01T00:00:00.000Z',
      firstSeenAt: '2026-01-01T00:00:00.000Z',
      sales: 1,
    });
  });

  it('goes by externalId before email, and by email before clickId', async () => {
    const clickId = unique('clk');
    await client.post('/track/click', aClick({ clickId }));
    const byClick = await upsert({ clickId });
    const byEmail = await upsert({ email: 'b@example.com' });
    const email = ' B@EXAMPLE.com';
    const byId = await upsert({});
    expect((await sell({ email, clickId })).customerId).toBe(byEmail.id);
    expect((await sell({ email: 'else@example.com', clickId })).customerId).toBe(byClick.id);
    const { externalId } = byId;
    expect((await sell({ externalId, email, clickId })).customerId).toBe(byId.id);
    expect((await sell({ email: 'nobody@example.com', clickId: 'none' })).customerId).toBeNull();
  });

  it('by an email of several goes to the oldest, then to the first by externalId', async () => {
    const email = 'shared@example.com';
    await upsert({ externalId: 'c', email, createdAt: '2026-02-01T00:00:00Z' });
    const b = await upsert({ externalId: 'b', email, createdAt: '2026-01-01T00:00:00Z' });
    const a = await upsert({ externalId: 'a', email, createdAt: '2026-01-01T00:00:00Z' });
    expect((await sell({ email })).customerId).toBe(a.id);
    await client.delete(`/customers/${a.id}`);
    expect((await sell({ email })).customerId).toBe(b.id);
  });

  it('by a click of several goes to the oldest', async () => {
    const clickId = unique('clk');
    await client.post('/track/click', aClick({ clickId }));
    await upsert({ clickId, createdAt: '2026-02-01T00:00:00Z' });
    const old = await upsert({ clickId, createdAt: '2026-01-01T00:00:00Z' });
    expect((await sell({ clickId })).customerId).toBe(old.id);
  });

  it('by a click goes to who has touched it through another click of the visitor', async () => {
    const [mine, other, visitorId] = [unique('clk'), unique('clk'), unique('visitor')];
    const { id } = await upsert({ clickId: mine });
    await client.post('/track/click', aClick({ clickId: other, visitorId }));
    const sale = await sell({ clickId: other });
    expect(sale.customerId).toBeNull();
    await client.post('/track/click', aClick({ clickId: mine, visitorId }));
    expect(await ownerOf(sale)).toBe(id);
    const late = unique('clk');
    await client.post('/track/click', aClick({ clickId: late, visitorId }));
    expect((await sell({ clickId: late })).customerId).toBe(id);
  });

  it('by a claimed click waits until the click is there', async () => {
    const clickId = unique('clk');
    const { id } = await upsert({ clickId });
    const sale = await sell({ clickId });
    expect(sale.customerId).toBeNull();
    await client.post('/track/click', aClick({ clickId }));
    expect(await ownerOf(sale)).toBe(id);
    expect(await read({ id })).toMatchObject({ sales: 1, ltv: 1_000, firstTouch: { clickId } });
  });

  it('that finds nobody is stitched to a customer that gets its email later', async () => {
    const email = 'later@example.com';
    const sale = await sell({ email, name: 'Ada', country: 'gb' });
    expect(sale.customerId).toBeNull();
    const { id } = await upsert({});
    await client.patch(`/customers/${id}`, { email: 'LATER@example.com' });
    expect(await ownerOf(sale)).toBe(id);
    expect(await read({ id })).toMatchObject({ sales: 1, name: 'Ada', country: 'GB' });
  });

  it('that finds nobody is stitched when another conversion brings the email', async () => {
    const email = 'later@example.com';
    const waiting = await sell({ email });
    const { customerId } = await sell({ externalId: 'x', email });
    expect(await ownerOf(waiting)).toBe(customerId);
  });

  it('that finds nobody by its email may be stitched by its click, and fills the email', async () => {
    const [clickId, email] = [unique('clk'), 'filled@example.com'];
    const [first, second] = [await sell({ clickId, email }), await sell({ email })];
    await client.post('/track/click', aClick({ clickId }));
    const { id } = await upsert({ clickId });
    expect([await ownerOf(first), await ownerOf(second)]).toEqual([id, id]);
    expect(await read({ id })).toMatchObject({ email, sales: 2 });
  });

  it('fills empty fields of its customer and no others', async () => {
    const { id, externalId } = await upsert({ name: 'Ada', metadata: { a: 1 } });
    const brings = { externalId, name: 'Eve', avatar: 'https://x.test/1', metadata: { b: 2 } };
    await client.post('/track/lead', aLead({ ...brings, email: 'ada@example.com' }));
    await client.post('/track/custom', aCustom({ externalId, country: 'FR', avatar: 'other' }));
    await client.post('/track/custom', aCustom({ externalId, country: 'DE', email: 'x@y.z' }));
    expect(await read({ id })).toMatchObject({
      name: 'Ada',
      avatar: 'https://x.test/1',
      email: 'ada@example.com',
      country: 'FR',
      metadata: { a: 1 },
    });
  });

  it('stays with its customer, whatever emails and ids change later', async () => {
    const { id } = await upsert({ email: 'one@example.com' });
    const sale = await sell({ email: 'one@example.com' });
    await client.patch(`/customers/${id}`, { email: 'two@example.com', externalId: unique() });
    await upsert({ email: 'one@example.com' });
    expect(await ownerOf(sale)).toBe(id);
  });

  it('claims its click for its customer, also before the click is there', async () => {
    const [clickId, visitorId] = [unique('clk'), unique('visitor')];
    const other = aClick({ visitorId, occurredAt: '2026-02-01T00:00:00Z' });
    await client.post('/track/click', other);
    const { customerId } = await sell({ externalId: 'claims', clickId });
    await client.post('/track/click', aClick({ clickId, visitorId }));
    const customer = await read({ id: customerId ?? '' });
    expect(customer.firstTouch?.clickId).toBe(other.clickId);
    expect(customer.firstSeenAt).toBe('2026-02-01T00:00:00.000Z');
  });

  it('before the first touch means that no touch brought the customer', async () => {
    const clickId = unique('clk');
    await client.post('/track/click', aClick({ clickId, occurredAt: '2026-03-01T09:00:00Z' }));
    const { id, externalId } = await upsert({ clickId });
    await sell({ externalId, occurredAt: '2026-03-01T09:00:00Z' });
    expect((await read({ id })).firstTouch?.clickId).toBe(clickId);
    await sell({ externalId, status: 'rejected', occurredAt: '2026-03-01T08:59:59.999Z' });
    expect((await read({ id })).firstTouch).toBeNull();
  });

  it('never goes to a deleted customer', async () => {
    const [clickId, email, visitorId] = [unique('clk'), 'gone@example.com', unique('visitor')];
    await client.post('/track/click', aClick({ clickId, visitorId }));
    const { id } = await upsert({ clickId, email });
    await client.delete(`/customers/${id}`);
    expect((await sell({ email, clickId })).customerId).toBeNull();
    const late = unique('clk');
    await client.post('/track/click', aClick({ clickId: late, visitorId }));
    expect((await sell({ clickId: late })).customerId).toBeNull();
  });

  it('keeps a claim that a null would withdraw', async () => {
    const clickId = unique('clk');
    const { id, externalId } = await upsert({ clickId });
    await client.patch(`/customers/${id}`, { clickId: null });
    await client.post('/customers', { externalId, clickId: null });
    await client.post('/track/click', aClick({ clickId }));
    expect((await read({ id })).firstTouch?.clickId).toBe(clickId);
  });
});
