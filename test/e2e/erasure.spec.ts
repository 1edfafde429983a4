import { Snapshots } from '@app/platform';
import {
  clickIn,
  conversionIn,
  conversionsIn,
  countIn,
  customerIn,
  customersIn,
  errorCode,
  ifNoneMatch,
} from '../support/answers.js';
import { aClick, aCustom, aLead, aSale, unique } from '../support/builders.js';
import { dumpOf, found } from '../support/dump.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';
import { WatchedStore } from '../support/watched-store.js';

const MARKS = [
  'markexternal',
  'markemail',
  'markname',
  'markavatar',
  'markkey',
  'markvalue',
  'markvisitor',
  'markreferrer',
  'markeventname2',
] as const;
const [external, mail, name, avatar, key, value, visitorId, referrer, second] = MARKS;
const CLICK = 'kept-click';

describe('a deletion', () => {
  const log: string[] = [];
  let app: TestApp;
  let client: Client;
  let id: string;
  let sale: Record<string, unknown>;
  let stored: Map<string, string>;
  const etags = new Map<string, string>();
  let cohorts: unknown;

  const click = aClick({
    clickId: CLICK,
    visitorId,
    referrer: `https://${referrer}.test/`,
    country: 'IS',
    campaignId: 'kept-campaign',
  });
  const metadata = { [key]: value };
  const identity = {
    externalId: external,
    email: `${mail}@example.com`,
    name: `Ada ${name}`,
    avatar: `https://${avatar}.test/`,
    country: 'IS',
  };

  beforeAll(async () => {
    app = await TestApp.start({ LOG_LEVEL: 'trace' }, (line) => log.push(line));
    client = await app.workspace();
    await client.post('/track/lead', { email: identity.email, metadata, name: second });
    await client.post('/track/click', click);
    await client.post('/customers', { ...identity, clickId: CLICK, metadata });
    sale = aSale({ ...identity, orderId: 'kept-order', amount: 500, metadata, clickId: CLICK });
    id = conversionIn(await client.post('/track/sale', sale)).customerId ?? '';
    await client.post('/track/custom', aCustom({ email: identity.email, metadata }));
    await client.patch(`/customers/ext_${external}`, { clickId: 'waiting-click' });
    // What goes wrong with personal data in it.
    await client.post('/customers', { ...identity, [key]: value });
    await client.post('/track/sale', { ...identity, amount: value });
    await client.post('/track/batch', { events: [{ type: 'sale', ...identity, amount: value }] });
    await client.call('POST', '/customers', { raw: `{"name": "${name}` });
    await client.get(`/customers/ext_${external}?${key}=${value}`);
    await client.get(`/customers?search=${name}`);
    await client.get(`/${name}/${mail}`);
    await client.get('/customers', { key: `wrong-${value}` });
    await client.patch(`/customers/ext_${(await other()).externalId}`, { externalId: external });

    for (const question of ['journey', 'journey?summary=true', 'attribution']) {
      const answer = await client.get(`/customers/${id}/${question}`);
      etags.set(question, answer.headers.get('etag') ?? '');
    }
    cohorts = (await client.get('/customers/cohorts?group_by=campaign')).body;
    stored = await dumpOf(app.dataSource);
    expect((await client.delete(`/customers/ext_${external}`)).body).toEqual({
      success: true,
      data: { id, deleted: true },
    });
  });

  afterAll(async () => {
    await app.stop();
  });

  const other = async (): Promise<ReturnType<typeof customerIn>> =>
    customerIn(await client.post('/customers', { externalId: unique('other') }));

  it('leaves nothing that says who it was in any table', async () => {
    const before = new Set(found(stored, MARKS).map((mark) => mark.split(': ')[1]));
    expect([...before].sort()).toEqual([...MARKS].sort());
    const dump = await dumpOf(app.dataSource);
    expect(found(dump, MARKS)).toEqual([]);
    expect(dump.get('customers')).not.toContain('"IS"');
    expect(dump.get('conversions')).not.toContain('"IS"');
    expect(dump.get('clicks')).not.toContain('"IS"');
    expect(found(dump, ['waiting-click'])).toEqual([]);
    // What says nothing by itself stays.
    expect(found(dump, [CLICK, 'kept-campaign', 'kept-order']).length).toBeGreaterThan(2);
  });

  it('leaves nothing in the log, whatever the level and whatever went wrong', () => {
    expect(log.length).toBeGreaterThan(20);
    const lines = log.filter((line) => MARKS.some((mark) => line.toLowerCase().includes(mark)));
    expect(lines).toEqual([]);
    expect(log.filter((line) => line.includes(client.key))).toEqual([]);
  });

  it('takes the snapshots with it, also for who has their ETags', async () => {
    expect(app.nest.get(Snapshots).bytes()).toBeLessThan(5_000);
    for (const [question, etag] of etags) {
      expect(etag).not.toBe('');
      const headers = ifNoneMatch(etag);
      for (const ref of [id, `ext_${external}`]) {
        const answer = await client.get(`/customers/${ref}/${question}`, { headers });
        expect(errorCode(answer)).toBe('404 NOT_FOUND');
        expect(answer.headers.get('x-cache')).toBeNull();
      }
    }
  });

  it('takes the customer out of lists, counts, search and look-ups', async () => {
    const ids = async (path: string): Promise<string[]> =>
      customersIn(await client.get(path)).map((customer) => customer.id);
    expect(await ids('/customers?limit=100')).not.toContain(id);
    for (const term of [external, mail, name]) {
      expect(await ids(`/customers?search=${term}`)).toEqual([]);
      expect(countIn(await client.get(`/customers/count?search=${term}`))).toBe(0);
    }
    for (const ref of [id, `ext_${external}`, 'ext_']) {
      expect(errorCode(await client.get(`/customers/${ref}`))).toBe('404 NOT_FOUND');
      const patch = await client.patch(`/customers/${ref}`, { name: 'x' });
      expect(errorCode(patch)).toBe('404 NOT_FOUND');
      const recalculation = await client.post(`/customers/${ref}/recalculate-ltv`);
      expect(errorCode(recalculation)).toBe('404 NOT_FOUND');
      expect(errorCode(await client.delete(`/customers/${ref}`))).toBe('404 NOT_FOUND');
    }
  });

  it('keeps the part in cohorts and totals, which its sales still move', async () => {
    const fresh = { headers: { 'cache-control': 'no-cache' } };
    const path = '/customers/cohorts?group_by=campaign';
    const now = async (): Promise<unknown> => (await client.get(path, fresh)).body;
    expect(await now()).toEqual(cohorts);
    const [con] = conversionsIn(await client.get('/conversions?orderId=kept-order'));
    expect(con).toMatchObject({ customerId: id, metadata: {}, clickId: CLICK });
    const totals = { customers: 2, sales: 1 };
    await client.patch(`/conversions/${con?.id ?? ''}`, { refundedAmount: 200 });
    expect(await now()).toMatchObject({ data: { totals: { ...totals, revenue: 300 } } });
    await client.post('/track/refund', { orderId: 'kept-order', refundedAmount: 300 });
    expect(await now()).toMatchObject({ data: { totals: { ...totals, revenue: 200 } } });
    const [row] = conversionsIn(await client.get(`/conversions?customerId=${id}&type=sale`));
    expect(row).toMatchObject({ refundedAmount: 300, reportingNet: 200 });
  });

  it('makes no new events of those that are sent again', async () => {
    const again = await client.post('/track/sale', sale);
    expect(conversionIn(again)).toMatchObject({ duplicate: true, customerId: id, metadata: {} });
    expect(again.text).not.toMatch(/mark/);
    const clicked = await client.post('/track/click', click);
    expect(clickIn(clicked)).toMatchObject({ duplicate: true, visitorId: null, referrer: null });
    expect(found(await dumpOf(app.dataSource), MARKS)).toEqual([]);
    expect(errorCode(await client.get(`/customers/ext_${external}`))).toBe('404 NOT_FOUND');
  });

  it('lets a later upsert make a new customer without the old events', async () => {
    const made = await client.post('/customers', { externalId: external });
    const fresh = customerIn(made);
    expect([made.status, fresh.id === id]).toEqual([201, false]);
    await client.patch(`/customers/${fresh.id}`, { email: identity.email });
    await client.post('/track/click', aClick({ clickId: 'new-click' }));
    await client.patch(`/customers/${fresh.id}`, { clickId: 'new-click' });
    const { sales, leads, ltv, firstTouch } = customerIn(
      await client.get(`/customers/ext_${external}`),
    );
    expect([sales, leads, ltv, firstTouch?.clickId]).toEqual([0, 0, 0, 'new-click']);
    const journey = await client.get(`/customers/${fresh.id}/journey?summary=true`);
    expect(journey.body).toMatchObject({ data: { summary: { touches: 1, sales: 0 } } });
  });

  it('drops the claims that wait for a click', async () => {
    await client.post('/track/click', aClick({ clickId: 'waiting-click' }));
    const touches: object[] = await app.dataSource.query(
      'select * from touches where click_id = $1',
      ['waiting-click'],
    );
    expect(touches).toEqual([]);
  });

  it('leaves a click alone that another live customer has touched, until that one goes', async () => {
    const shared = aClick({
      visitorId: 'shared-visitor',
      referrer: 'https://x.test',
      country: 'NO',
    });
    const { clickId } = shared;
    await client.post('/track/click', shared);
    const one = customerIn(await client.post('/customers', { externalId: 'one', clickId }));
    const two = customerIn(await client.post('/customers', { externalId: 'two', clickId }));
    const read = async (): Promise<unknown> => {
      const {
        visitorId: visitor,
        referrer: from,
        country,
      } = clickIn(await client.post('/track/click', shared));
      return [visitor, from, country];
    };
    await client.delete(`/customers/${one.id}`);
    expect(await read()).toEqual(['shared-visitor', 'https://x.test', 'NO']);
    const late = aClick({ visitorId: 'shared-visitor' });
    await client.post('/track/click', late);
    const touches: { customer_id: string }[] = await app.dataSource.query(
      'select customer_id from touches where click_id = $1',
      [late.clickId],
    );
    expect(touches).toEqual([{ customer_id: two.id }]);
    await client.delete(`/customers/${two.id}`);
    expect(await read()).toEqual([null, null, null]);
  });

  it('while a journey is computed keeps it from being stored', async () => {
    const store = new WatchedStore(app);
    const { id: leaving, externalId } = await other();
    await client.post('/track/lead', aLead({ externalId, metadata }));
    const before = app.nest.get(Snapshots).bytes();
    const open = store.close();
    const journeys: Promise<Answer>[] = [
      client.get(`/customers/${leaving}/journey`),
      client.get(`/customers/${leaving}/attribution`),
    ];
    await store.until(2);
    await client.delete(`/customers/${leaving}`);
    open();
    await Promise.all(journeys);
    expect(app.nest.get(Snapshots).bytes()).toBe(before);
  });
});
