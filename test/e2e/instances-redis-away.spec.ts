import { Metrics } from '@app/platform';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { aSale, times } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { until } from '../support/until.js';
import { describeWithServer } from '../support/with-server.js';

const cacheOf = ({ headers }: Answer): string | null => headers.get('x-cache');
const LIMIT = 1_000;
const PASSWORD = ['--requirepass', 'my-secret'];

describeWithServer('redis-server', 'a Redis that is', (server) => {
  let proxy: TcpProxy;
  let app: TestApp;
  let client: Client;
  let lines: string[];

  const said = (what: string): number => lines.filter((line) => line.includes(what)).length;
  const lost = (): number => said('Redis is away');
  const back = (): number => said('Redis is back');

  async function start(): Promise<void> {
    const REDIS_URL = `redis://:my-secret@127.0.0.1:${String(proxy.port)}`;
    // Late for a request, and not only because the machine is busy with the tests.
    const REDIS_TIMEOUT_MS = '100';
    app = await TestApp.start({ LOG_LEVEL: 'warn', REDIS_URL, REDIS_TIMEOUT_MS }, (line) => {
      lines.push(line);
    });
    // A plan with a limit: each request asks Redis for its count, too.
    client = await app.workspace({ plan: 'pro' });
    await client.post('/track/sale', aSale({ externalId: 'a' }));
  }

  const inRedis = async <T>(work: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(server.url, { password: 'my-secret' });
    try {
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  };

  beforeEach(async () => {
    lines = [];
    await server.stop();
    await server.start(...PASSWORD);
    proxy = await TcpProxy.before(server.port);
  });

  afterEach(async () => {
    expect(lines.join('')).not.toContain('my-secret');
    await app.stop();
    await proxy.stop();
    await server.stop();
  });

  let day = 0;
  /** A question that has not been asked before: it misses in memory and in Redis. */
  const uncached = (): string => {
    day += 1;
    const date = new Date(Date.UTC(2000, 0, day)).toISOString().slice(0, 10);
    return `/customers/cohorts?start=${date}`;
  };

  /** Right answers of every kind, whatever Redis does; the milliseconds that each took. */
  async function expectRightAnswers(count: number): Promise<number[]> {
    const took: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const path = uncached();
      const startedAt = performance.now();
      const first = await client.get(path);
      took.push(performance.now() - startedAt);
      expect([first.status, cacheOf(first)]).toEqual([200, 'MISS']);
      expect(first.headers.get('ratelimit-policy')).toBe(`"second";q=${String(LIMIT)};w=1`);
      const second = await client.get(path);
      expect([second.status, cacheOf(second), second.text]).toEqual([200, 'HIT', first.text]);
      expect((await client.get('/customers/ext_a/journey')).status).toBe(200);
      expect((await client.post('/track/sale', aSale({ externalId: 'a' }))).status).toBe(201);
    }
    return took.sort((a, b) => a - b);
  }

  it('away at the start is found later', async () => {
    await server.stop();
    await start();
    expect(lost()).toBe(1);
    await expectRightAnswers(10);
    await server.start(...PASSWORD);
    await until(() => back() === 1);
    await expectRightAnswers(3);
    expect([lost(), back()]).toEqual([1, 1]);
  });

  it('killed and started again is missed once, and used again', async () => {
    await start();
    await server.stop('SIGKILL');
    await expectRightAnswers(10);
    expect(lost()).toBe(1);
    await server.start(...PASSWORD);
    await until(() => back() === 1);
    await client.get(uncached());
    await until(async () => (await keysOf(client.workspace.id)) > 0);
    expect([lost(), back()]).toEqual([1, 1]);
  });

  it('flushed while it is used is nobody’s loss', async () => {
    await start();
    for (let i = 0; i < 5; i += 1) {
      await inRedis((redis) => redis.flushall());
      await inRedis((redis) => redis.script('FLUSH'));
      await expectRightAnswers(2);
    }
    expect([lost(), back()]).toEqual([0, 0]);
  });

  it('full is left alone until there is room', async () => {
    await start();
    await inRedis((redis) => redis.config('SET', 'maxmemory', '1'));
    await expectRightAnswers(10);
    await until(() => lost() === 1);
    expect(said('(OOM)')).toBe(1);
    await sleep(1_200);
    await expectRightAnswers(3);
    await inRedis((redis) => redis.config('SET', 'maxmemory', '0'));
    await until(() => back() === 1);
    expect([lost(), back()]).toEqual([1, 1]);
  });

  it.each([
    [
      'two seconds late',
      () => {
        proxy.delayMs = 2_000;
        return () => (proxy.delayMs = 0);
      },
    ],
    ['silent', () => proxy.swallow()],
  ])('%s holds up one answer, and not for long', async (_kind, worsen) => {
    await start();
    const [, , usual = 0] = await expectRightAnswers(5);
    const recover = worsen();
    const took = await expectRightAnswers(20);
    // One wait of 100 ms; the rest of it is what a busy machine may add.
    expect(took.at(-1)).toBeLessThan(usual + 500);
    expect(took[10]).toBeLessThan(usual * 3 + 20);
    expect(lost()).toBe(1);
    recover();
    await until(() => back() === 1, 15_000);
    await expectRightAnswers(3);
    expect([lost(), back()]).toEqual([1, 1]);
  });

  it('silent for good on its connections is reached by new ones', async () => {
    await start();
    proxy.swallow();
    await until(() => lost() === 1);
    const connections = proxy.opened;
    // The old connections stay as they are; new ones pass.
    await until(() => proxy.opened > connections);
    proxy.passNew();
    await until(() => back() === 1, 15_000);
    await expectRightAnswers(3);
  });

  it('away is asked nothing by requests', async () => {
    await start();
    proxy.swallow();
    await until(() => lost() === 1);
    await Promise.all(times(100, () => client.get(uncached())));
    const { sent } = proxy;
    await Promise.all(times(100, () => client.get(uncached())));
    // Only the background still looks whether it is there.
    expect(proxy.sent - sent).toBeLessThan(2_000);
  });

  it('away when a customer is deleted forgets about them when it is back', async () => {
    await start();
    await client.get('/customers/ext_a/journey');
    await until(async () => (await keysOf(client.workspace.id, 'snapshots-of')) === 1);
    const recover = proxy.swallow();
    await until(() => lost() === 1);
    expect((await client.delete('/customers/ext_a')).status).toBe(200);
    expect(await keysOf(client.workspace.id, 'snapshots-of')).toBe(1);
    recover();
    await until(async () => (await keysOf(client.workspace.id, 'snapshots-of')) === 0, 15_000);
  });

  it('there tells /metrics so, and when it is not', async () => {
    await start();
    const up = async (): Promise<string | undefined> =>
      /^redis_up (\d)$/m.exec((await metrics()).text)?.[1];
    expect(await up()).toBe('1');
    await server.stop('SIGKILL');
    await until(async () => (await up()) === '0');
  });

  const metrics = (): Promise<{ text: string }> => app.nest.get(Metrics).text();

  const keysOf = (workspaceId: string, kind = ''): Promise<number> =>
    inRedis(async (redis) => (await redis.keys(`customers-api:${workspaceId}:${kind}*`)).length);
});
