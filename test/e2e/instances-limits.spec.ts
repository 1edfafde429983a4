import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../support/answers.js';
import { times } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';
import { until } from '../support/until.js';
import { describeWithServer } from '../support/with-server.js';

const LIMIT = 30;

describeWithServer('redis-server', 'limits of two instances with a Redis', (server) => {
  // A busy machine must not make it count as away.
  const environment = {
    REDIS_TIMEOUT_MS: '2000',
    RATE_LIMIT_PRO: String(LIMIT),
    WRONG_KEYS_PER_MINUTE: '6',
    TRUST_PROXY: '1',
  };
  let app: TestApp;
  let other: TestApp;
  let redis: Redis;

  beforeAll(async () => {
    app = await TestApp.start({ ...environment, REDIS_URL: server.url });
    other = await app.another({ ...environment, REDIS_URL: server.url });
    redis = new Redis(server.url);
  });

  afterAll(async () => {
    redis.disconnect();
    await other.stop();
    await app.stop();
  });

  /** Runs work within one second of Redis's clock, again when that one ended before it. */
  const inOneSecond = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      const [second, micros] = await redis.time();
      await sleep(1_001 - Number(micros) / 1_000);
      const result = await work();
      if (Number((await redis.time())[0]) === Number(second) + 1) return result;
    }
  };

  const burst = (clients: Client[], count: number, path = '/customers/count'): Promise<Answer[]> =>
    inOneSecond(() =>
      Promise.all(times(count, (i) => clients[i % clients.length]?.get(path) as Promise<Answer>)),
    );

  it('let a workspace send so many requests in a second to both together', async () => {
    const here = await app.workspace({ plan: 'pro' });
    const answers = await burst([here, other.as(here)], LIMIT + 10);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    const left = answers.map(({ headers }) => /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    expect(new Set(left).size).toBe(LIMIT);
    for (const { headers } of answers) {
      expect(headers.get('ratelimit')).toMatch(/^"second";r=\d+;t=1$/);
      expect(headers.get('ratelimit-policy')).toBe(`"second";q=${String(LIMIT)};w=1`);
    }
    for (const answer of refused) {
      expect(errorCode(answer)).toBe('429 RATE_LIMITED');
      expect(answer.headers.get('retry-after')).toBe('1');
    }
  });

  it('count warm snapshots, too', async () => {
    const here = await app.workspace({ plan: 'pro' });
    const there = other.as(here);
    for (const client of [here, there, here, there]) await client.get('/customers/cohorts');
    const answers = await burst([here, there], LIMIT + 10, '/customers/cohorts');
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    const hits = answers.filter(({ headers }) => headers.get('x-cache') === 'HIT');
    expect(hits).toHaveLength(LIMIT);
  });

  it('ask nothing of Redis for a workspace without one', async () => {
    const here = await app.workspace({ plan: 'enterprise' });
    await here.get('/customers/count');
    await Promise.all(times(20, () => here.get('/customers/count')));
    expect(await redis.keys(`customers-api:${here.workspace.id}:*`)).toEqual([]);
  });

  it.each([
    ['text', (name: string) => redis.set(name, 'x')],
    ['a list', (name: string) => redis.rpush(name, 'x')],
    ['a count without an end', (name: string) => redis.set(name, 1_000_000)],
    ['the largest number', (name: string) => redis.set(name, '9223372036854775807', 'PX', 500)],
    ['a number below zero', (name: string) => redis.set(name, -1_000_000, 'PX', 100)],
  ])('are not misled by %s in the place of a count', async (_kind, put) => {
    const here = await app.workspace({ plan: 'pro' });
    const name = `customers-api:${here.workspace.id}:requests`;
    await put(name);
    expect((await here.get('/customers/count')).status).toBe(200);
    await redis.del(name);
    await put(name);
    const answers = await burst([here, other.as(here)], LIMIT + 5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  it('refuse an address everywhere once it has sent too many wrong keys to all', async () => {
    const here = await app.workspace();
    const there = other.as(here);
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const wrong = (by: Client, i: number): Promise<Answer> =>
      by.get('/customers/count', { key: `wrong-${String(i)}`, headers });
    const right = (by: Client): Promise<Answer> => by.get('/customers/count', { headers });
    const minute = (): number => Math.floor(Date.now() / 60_000);
    // A minute may end while the keys are sent: then they are sent again.
    for (let began = NaN; began !== minute();) {
      began = minute();
      const answers: Answer[] = [];
      for (let i = 0; i < 6; i += 1) answers.push(await wrong(i % 2 ? here : there, i));
      if (began !== minute()) continue;
      expect(answers.map(({ status }) => status)).toEqual(times(6, () => 401));
      await until(async () => (await right(here)).status === 429);
      await until(async () => (await right(there)).status === 429);
      const refused = await right(there);
      expect(errorCode(refused)).toBe('429 RATE_LIMITED');
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect((await here.get('/customers/count')).status).toBe(200);
    }
  });
});

describe('limits of two instances without a Redis', () => {
  it('are those of each', async () => {
    const environment = { RATE_LIMIT_PRO: '5' };
    const app = await TestApp.start(environment);
    const other = await app.another(environment);
    try {
      const here = await app.workspace({ plan: 'pro' });
      await sleep(1_001 - (Date.now() % 1_000));
      const clients = [here, other.as(here)];
      const answers = await Promise.all(
        clients.flatMap((client) => times(5, () => client.get('/customers/count'))),
      );
      expect(answers.map(({ status }) => status)).toEqual(times(10, () => 200));
    } finally {
      await other.stop();
      await app.stop();
    }
  });
});
