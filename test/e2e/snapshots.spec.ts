import { AnalyticsFailed } from '@app/analytics';
import { Snapshots } from '@app/platform';
import { conversionIn, errorCode, ifNoneMatch } from '../support/answers.js';
import { aClick, aSale, times, unique } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';
import { WatchedStore } from '../support/watched-store.js';

const FRESH = { headers: { 'cache-control': 'no-cache' } };
const cacheOf = ({ headers }: Answer): string | null => headers.get('x-cache');
const etagOf = ({ headers }: Answer): string => headers.get('etag') ?? '';

describe('a snapshot', () => {
  let app: TestApp;
  let client: Client;
  let store: WatchedStore;
  const routes = [
    '/customers/cohorts',
    '/customers/ltv-cohorts',
    '/customers/ext_a/journey',
    '/customers/ext_a/attribution',
  ];

  beforeAll(async () => {
    app = await TestApp.start();
    store = new WatchedStore(app);
  });

  beforeEach(async () => {
    client = await app.workspace();
    await client.post('/track/click', aClick({ clickId: 'c', campaignId: 'spring' }));
    await client.post('/track/sale', aSale({ externalId: 'a', clickId: 'c' }));
  });

  afterAll(async () => {
    await app.stop();
  });

  it.each(routes)('answers the second equal question: %s', async (path) => {
    const first = await client.get(path);
    const asked = store.asked.length;
    const second = await client.get(path);
    expect([cacheOf(first), cacheOf(second)]).toEqual(['MISS', 'HIT']);
    expect(second.text).toBe(first.text);
    expect(etagOf(second)).toBe(etagOf(first));
    expect(etagOf(first)).toMatch(/^"[\w-]{20,}"$/);
    expect(first.headers.get('age')).toBe('0');
    expect(Number(second.headers.get('age'))).toBeGreaterThanOrEqual(0);
    expect(second.headers.get('content-type')).toMatch(/^application\/json/);
    expect(store.asked.length).toBe(asked);
  });

  it.each(routes)('is not sent again to who has it: %s', async (path) => {
    const etag = etagOf(await client.get(path));
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await client.get(path, { headers: ifNoneMatch(tag) });
      expect([answer.status, answer.text, etagOf(answer)]).toEqual([304, '', etag]);
      expect(cacheOf(answer)).toBe('HIT');
    }
    const answer = await client.get(path, { headers: ifNoneMatch('"other"') });
    expect(answer.status).toBe(200);
  });

  it.each(routes)('is replaced by a question that wants no cache: %s', async (path) => {
    const first = await client.get(path);
    await client.post('/track/sale', aSale({ externalId: 'a', clickId: 'c', amount: 77 }));
    expect((await client.get(path)).text).toBe(first.text);
    const fresh = await client.get(path, FRESH);
    expect(cacheOf(fresh)).toBe('MISS');
    expect(fresh.headers.get('age')).toBe('0');
    expect(fresh.text).not.toBe(first.text);
    const next = await client.get(path);
    expect([cacheOf(next), next.text]).toEqual(['HIT', fresh.text]);
    expect(etagOf(next)).not.toBe(etagOf(first));
  });

  it.each([
    ['/customers/cohorts', '/customers/cohorts?group_by=week&periods=0'],
    ['/customers/cohorts?periods=3&group_by=month', '/customers/cohorts?group_by=month&periods=3'],
    ['/customers/ltv-cohorts', '/customers/ltv-cohorts?months=12&group_by=month'],
    ['/customers/ext_a/journey', '/customers/ext_a/journey?limit=100&summary=false'],
    ['/customers/ext_a/journey', '/customers/%65xt_a/journey'],
  ])('is shared by equal questions: %s and %s', async (one, other) => {
    const first = await client.get(one);
    const second = await client.get(other);
    expect([cacheOf(first), cacheOf(second)]).toEqual(['MISS', 'HIT']);
  });

  it('is shared by the two names of a customer', async () => {
    const sale = await client.post('/track/sale', aSale({ externalId: 'a' }));
    const { customerId } = conversionIn(sale);
    await client.get('/customers/ext_a/attribution');
    const answer = await client.get(`/customers/${customerId ?? ''}/attribution`);
    expect(cacheOf(answer)).toBe('HIT');
  });

  it.each([
    ['/customers/cohorts', '/customers/cohorts?group_by=month'],
    ['/customers/cohorts?periods=1', '/customers/cohorts?periods=2'],
    ['/customers/cohorts?start=2026-01-01', '/customers/cohorts?end=2026-01-01'],
    ['/customers/ltv-cohorts', '/customers/ltv-cohorts?months=1'],
    ['/customers/ext_a/journey', '/customers/ext_a/journey?summary=true'],
    ['/customers/ext_a/journey', '/customers/ext_a/attribution'],
  ])('is not shared by other questions: %s and %s', async (one, other) => {
    await client.get(one);
    expect(cacheOf(await client.get(other))).toBe('MISS');
  });

  it('is computed once for equal questions at the same time', async () => {
    const asked = store.asked.length;
    const open = store.close();
    const answers = times(40, () => client.get('/customers/cohorts'));
    await store.until(asked + 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    open();
    const texts = new Set((await Promise.all(answers)).map(({ text }) => text));
    expect([texts.size, store.asked.length - asked]).toEqual([1, 1]);
  });

  it('that was begun before a question that wants no cache does not answer it', async () => {
    const { found } = store;
    const open = store.close();
    const slow = client.get('/customers/cohorts');
    await store.untilFound(found + 1);
    await client.post('/track/sale', aSale({ externalId: unique() }));
    const fresh = client.get('/customers/cohorts', FRESH);
    await store.untilFound(found + 2);
    open();
    const [old, current] = await Promise.all([slow, fresh]);
    expect(current.text).not.toBe(old.text);
    expect((await client.get('/customers/cohorts')).text).toBe(current.text);
  });

  it('is never made of a failure, nor taken away by one', async () => {
    const failure = new AnalyticsFailed('cohorts', new Error('select secret from nowhere'));
    store.failOnce(failure);
    const failed = await client.get('/customers/cohorts');
    expect(errorCode(failed)).toBe('500 ANALYTICS_ERROR');
    expect(failed.text).not.toMatch(/select|nowhere/);
    expect(failed.headers.get('x-cache')).toBeNull();
    const answer = await client.get('/customers/cohorts');
    expect([answer.status, cacheOf(answer)]).toEqual([200, 'MISS']);
    store.failOnce(failure);
    expect((await client.get('/customers/cohorts', FRESH)).status).toBe(500);
    expect(cacheOf(await client.get('/customers/cohorts'))).toBe('HIT');
    const asked = store.asked.length;
    expect((await client.get('/customers/cohorts?start=x')).status).toBe(400);
    expect((await client.get('/customers/ext_none/journey')).status).toBe(404);
    expect(store.asked.length).toBe(asked);
  });

  it('comes behind key, scope and validation', async () => {
    await client.get('/customers/cohorts');
    const poor = await app.client(client.workspace, ['analytics:read']);
    expect((await poor.get('/customers/cohorts')).status).toBe(403);
    expect((await client.get('/customers/cohorts', { key: '' })).status).toBe(401);
    expect((await client.get('/customers/cohorts?x=1')).status).toBe(400);
  });
});

describe('snapshots', () => {
  const withApp = async (
    environment: Record<string, string>,
    work: (client: Client, app: TestApp) => Promise<void>,
  ): Promise<void> => {
    const app = await TestApp.start(environment);
    try {
      const client = await app.workspace();
      await client.post('/customers', { externalId: 'a' });
      await work(client, app);
    } finally {
      await app.stop();
    }
  };

  it('can be turned off', async () => {
    await withApp({ SNAPSHOT_TTL_MS: '0' }, async (client, app) => {
      const store = new WatchedStore(app);
      for (let i = 1; i <= 3; i += 1) {
        const answer = await client.get('/customers/cohorts');
        expect([answer.status, cacheOf(answer), store.asked.length]).toEqual([200, 'MISS', i]);
        expect(etagOf(answer)).not.toBe('');
      }
      expect(app.nest.get(Snapshots).bytes()).toBe(0);
    });
  });

  it('end after their time, and tell their age', async () => {
    await withApp({ SNAPSHOT_TTL_MS: '1300' }, async (client) => {
      await client.get('/customers/cohorts');
      await new Promise((resolve) => setTimeout(resolve, 1_050));
      const old = await client.get('/customers/cohorts');
      expect([cacheOf(old), old.headers.get('age')]).toEqual(['HIT', '1']);
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(cacheOf(await client.get('/customers/cohorts'))).toBe('MISS');
    });
  });

  it('keep within their bytes, the least recently used go first', async () => {
    const bound = 40_000;
    await withApp({ SNAPSHOT_MAX_BYTES: String(bound) }, async (client, app) => {
      const snapshots = app.nest.get(Snapshots);
      await client.get('/customers/cohorts');
      expect(snapshots.bytes()).toBeGreaterThan(0);
      for (let day = 1; day <= 28; day += 1) {
        await client.get(`/customers/cohorts?start=2020-01-${String(day).padStart(2, '0')}`);
        await client.get('/customers/cohorts?start=2020-01-01');
        expect(snapshots.bytes()).toBeLessThanOrEqual(bound);
      }
      expect(snapshots.bytes()).toBeGreaterThan(bound / 2);
      expect(cacheOf(await client.get('/customers/cohorts?start=2020-01-01'))).toBe('HIT');
      expect(cacheOf(await client.get('/customers/cohorts'))).toBe('MISS');
    });
  });

  it('too large to be kept are answered all the same', async () => {
    await withApp({ SNAPSHOT_MAX_BYTES: '0' }, async (client, app) => {
      for (let i = 0; i < 2; i += 1) {
        const answer = await client.get('/customers/cohorts');
        expect([answer.status, cacheOf(answer)]).toEqual([200, 'MISS']);
      }
      expect(app.nest.get(Snapshots).bytes()).toBe(0);
    });
  });
});
