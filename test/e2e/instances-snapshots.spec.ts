import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { conversionIn, errorCode, ifNoneMatch } from '../support/answers.js';
import { aClick, aSale, unique } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';
import { until } from '../support/until.js';
import { WatchedStore } from '../support/watched-store.js';
import { describeWithServer } from '../support/with-server.js';

const FRESH = { headers: { 'cache-control': 'no-cache' } };
const cacheOf = ({ headers }: Answer): string | null => headers.get('x-cache');
const etagOf = ({ headers }: Answer): string => headers.get('etag') ?? '';

const ROUTES = [
  '/customers/cohorts',
  '/customers/ltv-cohorts?asOf=2026-06-30&months=4',
  '/customers/ext_a/journey',
  '/customers/ext_a/attribution',
];

describeWithServer('redis-server', 'snapshots of two instances with a Redis', (server) => {
  let shared: Record<string, string>;
  let app: TestApp;
  let other: TestApp;
  let redis: Redis;
  let stores: WatchedStore[];
  let here: Client;
  let there: Client;
  let customerId: string;

  beforeAll(async () => {
    // A busy machine must not make it count as away.
    shared = { REDIS_URL: server.url, REDIS_TIMEOUT_MS: '2000' };
    app = await TestApp.start(shared);
    other = await app.another(shared);
    redis = new Redis(server.url);
    stores = [new WatchedStore(app), new WatchedStore(other)];
  });

  beforeEach(async () => {
    await redis.flushall();
    here = await app.workspace();
    there = other.as(here);
    await here.post('/track/click', aClick({ clickId: 'c', campaignId: 'spring' }));
    const sale = await here.post('/track/sale', aSale({ externalId: 'a', clickId: 'c' }));
    customerId = conversionIn(sale).customerId ?? '';
  });

  afterAll(async () => {
    redis.disconnect();
    await other.stop();
    await app.stop();
  });

  const askedOfBoth = (): number => stores.reduce((sum, { asked }) => sum + asked.length, 0);
  const keys = (): Promise<string[]> => redis.keys(`customers-api:${here.workspace.id}:*`);

  /** The first answer of this instance, once it is in Redis. */
  async function kept(path: string): Promise<Answer> {
    const before = (await keys()).length;
    const answer = await here.get(path);
    expect(cacheOf(answer)).toBe('MISS');
    await until(async () => (await keys()).length > before);
    return answer;
  }

  it.each(ROUTES)('answer what the other one has computed: %s', async (path) => {
    const first = await kept(path);
    const asked = askedOfBoth();
    const second = await there.get(path);
    expect([cacheOf(second), second.text, etagOf(second)]).toEqual([
      'HIT',
      first.text,
      etagOf(first),
    ]);
    expect(cacheOf(await there.get(path, { headers: ifNoneMatch(etagOf(first)) }))).toBe('HIT');
    expect(askedOfBoth()).toBe(asked);
  });

  it('count their age from when they were taken, and end after their time everywhere', async () => {
    const short = { ...shared, SNAPSHOT_TTL_MS: '1500' };
    const first = await app.another(short);
    const second = await app.another(short);
    try {
      await first.as(here).get('/customers/cohorts');
      await sleep(1_100);
      const old = await second.as(here).get('/customers/cohorts');
      expect([cacheOf(old), old.headers.get('age')]).toEqual(['HIT', '1']);
      await sleep(500);
      expect(cacheOf(await second.as(here).get('/customers/cohorts'))).toBe('MISS');
    } finally {
      await second.stop();
      await first.stop();
    }
  });

  it.each(ROUTES)('are replaced on both by a question that wants no cache: %s', async (path) => {
    const first = await kept(path);
    await there.get(path);
    await here.post('/track/sale', aSale({ externalId: 'a', clickId: 'c', amount: 77 }));
    expect((await there.get(path)).text).toBe(first.text);
    const fresh = await here.get(path, FRESH);
    expect([cacheOf(fresh), fresh.text === first.text]).toEqual(['MISS', false]);
    await until(async () => (await there.get(path)).text === fresh.text);
    const answer = await there.get(path);
    expect([cacheOf(answer), etagOf(answer)]).toEqual(['HIT', etagOf(fresh)]);
  });

  it('do not keep what began on the other one before it was wanted afresh', async () => {
    const [, store] = stores;
    const found = store?.found ?? 0;
    const open = store?.close();
    const slow = there.get('/customers/cohorts');
    await store?.untilFound(found + 1);
    await here.post('/track/sale', aSale({ externalId: unique() }));
    const fresh = await here.get('/customers/cohorts', FRESH);
    await sleep(100);
    open?.();
    expect((await slow).text).not.toBe(fresh.text);
    expect((await there.get('/customers/cohorts')).text).toBe(fresh.text);
    expect((await here.get('/customers/cohorts')).text).toBe(fresh.text);
  });

  it('about a deleted customer are gone from both and from Redis', async () => {
    for (const path of ROUTES) await here.get(path);
    await until(async () => (await keys()).length === 3);
    for (const path of ROUTES) expect(cacheOf(await there.get(path))).toBe('HIT');
    const asked = askedOfBoth();
    expect((await there.delete(`/customers/${customerId}`)).status).toBe(200);
    for (const client of [here, there]) {
      for (const path of [`/customers/${customerId}/journey`, '/customers/ext_a/attribution']) {
        expect(errorCode(await client.get(path))).toBe('404 NOT_FOUND');
      }
    }
    expect(askedOfBoth()).toBe(asked);
    expect((await keys()).filter((name) => name.includes(customerId))).toEqual([]);
    for (const name of await keys()) {
      expect((await redis.getBuffer(name))?.includes(customerId)).toBe(false);
    }
    expect(cacheOf(await there.get('/customers/cohorts'))).toBe('HIT');
  });

  it('about a customer who is deleted while one is computed are not kept', async () => {
    const [store] = stores;
    const found = store?.found ?? 0;
    const open = store?.close();
    const slow = here.get('/customers/ext_a/journey');
    await store?.untilFound(found + 1);
    await there.delete('/customers/ext_a');
    await sleep(100);
    open?.();
    expect((await slow).status).toBe(200);
    await sleep(100);
    expect(await keys()).toEqual([]);
  });

  it('are never made of a failure', async () => {
    const [store] = stores;
    store?.failOnce(new Error('no'));
    expect((await here.get('/customers/cohorts')).status).toBe(500);
    await sleep(50);
    expect(await keys()).toEqual([]);
  });

  describe('when Redis holds something else under their names', () => {
    let names: string[];
    let answers: Answer[];

    /** The value of each question, wherever it is. */
    const values = async (): Promise<
      [name: string, field: string | undefined, value: Buffer][]
    > => {
      const found: [string, string | undefined, Buffer][] = [];
      for (const name of names) {
        if ((await redis.type(name)) === 'string') {
          found.push([name, undefined, (await redis.getBuffer(name)) ?? Buffer.alloc(0)]);
        } else {
          for (const [field, value] of Object.entries(await redis.hgetallBuffer(name))) {
            found.push([name, field, value]);
          }
        }
      }
      return found;
    };
    const put = (name: string, field: string | undefined, value: Buffer | string): unknown =>
      field === undefined ? redis.set(name, value) : redis.hset(name, field, value);

    beforeEach(async () => {
      answers = [];
      for (const path of ROUTES) answers.push(await here.get(path));
      await until(async () => {
        names = await keys();
        return names.length === 3 && (await values()).length === 4;
      });
    });

    /** Neither a wrong answer nor a failure, and a right value in its place afterwards. */
    async function expectRightAnswers(): Promise<void> {
      for (const [i, path] of ROUTES.entries()) {
        const answer = await there.get(path);
        expect([answer.status, cacheOf(answer)]).toEqual([200, 'MISS']);
        expect(answer.text).toBe(answers[i]?.text);
      }
      const third = await app.another(shared);
      try {
        for (const path of ROUTES) expect(cacheOf(await third.as(here).get(path))).toBe('HIT');
      } finally {
        await third.stop();
      }
    }

    it.each([
      ['garbage', () => 'garbage'],
      ['nothing', () => ''],
      ['JSON of another shape', () => '{"a":1}\n{}'],
      ['half of a value', (value: Buffer) => value.subarray(0, value.length - 10)],
      ['another answer', (value: Buffer) => `${value.toString().split('\n')[0] ?? ''}\n{"data":1}`],
      ['another format', (value: Buffer) => value.toString().replace('"format":1', '"format":0')],
      ['an old one', (value: Buffer) => value.toString().replace(/("takenAt":)\d+/, '$11')],
      ['one of the future', (value: Buffer) => value.toString().replace(/("takenAt":)/, '$19')],
    ])('is not misled by %s', async (_kind, changed) => {
      for (const [name, field, value] of await values()) await put(name, field, changed(value));
      await expectRightAnswers();
    });

    it.each([
      ['a list', (name: string) => redis.rpush(name, 'x')],
      ['a set', (name: string) => redis.sadd(name, 'x')],
      ['a stream', (name: string) => redis.xadd(name, '*', 'a', 'b')],
      ['a string', (name: string) => redis.set(name, 'x')],
      ['a hash', (name: string) => redis.hset(name, 'x', 'y')],
    ])('is not misled by %s', async (_kind, make) => {
      for (const name of names) {
        await redis.del(name);
        await make(name);
      }
      await expectRightAnswers();
    });

    it('is not misled by the values of other questions and workspaces', async () => {
      const all = await values();
      for (const [i, [name, field]] of all.entries()) {
        await put(name, field, all[(i + 1) % all.length]?.[2] ?? '');
      }
      await expectRightAnswers();
    });
  });
});
