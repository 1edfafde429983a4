import { Broadcast, Metrics, Snapshots, Topic, announce } from '@app/platform';
import { CreateKey, RevokeKey } from '@app/workspaces';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../support/answers.js';
import { aSale, times } from '../support/builders.js';
import { TestApp, type Answer } from '../support/start-app.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { until } from '../support/until.js';

const COUNT = '/customers/count';
/** How long a key is remembered. */
const REMEMBERED_MS = 1_000;
/** An announcement is there at once; this is for a busy machine, and less than a key is remembered. */
const AT_ONCE_MS = 600;

const isRefused = (answer: Answer): boolean => errorCode(answer) === '401 INVALID_API_KEY';

describe('announcements', () => {
  let app: TestApp;
  let other: TestApp;
  let lines: string[];

  beforeEach(async () => {
    lines = [];
    app = await TestApp.start();
    other = await app.another({ LOG_LEVEL: 'warn' }, (line) => lines.push(line));
  });

  afterEach(async () => {
    await other.stop();
    await app.stop();
  });

  const said = (what: string): number => lines.filter((line) => line.includes(what)).length;
  const listeners = 'select pid from pg_stat_activity where application_name = $1';
  const cut = (): Promise<unknown> =>
    app.dataSource.query(
      `select pg_terminate_backend(pid) from (${listeners} and datname = current_database()) l`,
      ['customers-api-broadcast'],
    );
  const listening = (): boolean => other.nest.get(Broadcast).isListening;

  it('are made by a transaction that commits, and by no other', async () => {
    const topic = new Topic<{ n: number }>('test');
    const heard: number[] = [];
    other.nest.get(Broadcast).on(topic, ({ n }) => heard.push(n));
    const transact = (n: number, fails: boolean): Promise<void> =>
      app.dataSource.transaction(async (manager) => {
        await announce(manager, topic, { n });
        if (fails) throw new Error('no');
      });
    await expect(transact(1, true)).rejects.toThrow('no');
    await transact(2, false);
    await until(() => heard.length > 0);
    expect(heard).toEqual([2]);
  });

  it('that are nobody’s or no JSON disturb nobody', async () => {
    for (const text of ['', 'x', '[]', '["key-changed",null]', '{"a":1}', '["unknown",{}]']) {
      await app.dataSource.query('select pg_notify($1, $2)', ['customers_api', text]);
    }
    await sleep(100);
    expect([listening(), lines]).toEqual([true, []]);
  });

  it('arrive again after the connection was cut, and nothing of before is believed', async () => {
    // Instances of one process share a log: the other one's lines alone are counted here.
    await app.nest.get(Broadcast).close();
    const here = await app.workspace();
    const there = other.as(here);
    await here.post('/track/sale', aSale({ externalId: 'a' }));
    await there.get('/customers/ext_a/journey');
    const snapshots = other.nest.get(Snapshots);
    expect(snapshots.bytes()).toBeGreaterThan(0);
    for (let i = 0; i < 3; i += 1) {
      await cut();
      await until(() => !listening());
      await until(listening);
    }
    await until(() => snapshots.bytes() === 0);
    expect([said('does not arrive'), said('arrives again')]).toEqual([3, 3]);
    const { key, secret } = await app.commands.execute(new CreateKey(here.workspace.slug));
    expect((await there.get(COUNT, { key: secret })).status).toBe(200);
    await app.commands.execute(new RevokeKey(key.id));
    await until(async () => isRefused(await there.get(COUNT, { key: secret })), AT_ONCE_MS);
  });

  it('that do not arrive leave a revoked key a second', async () => {
    const here = await app.workspace();
    const { key, secret } = await app.commands.execute(new CreateKey(here.workspace.slug));
    const there = other.as(here);
    await other.nest.get(Broadcast).close();
    expect((await there.get(COUNT, { key: secret })).status).toBe(200);
    const keepsAsking = setInterval(() => void there.get(COUNT, { key: secret }), 50);
    await app.commands.execute(new RevokeKey(key.id));
    await sleep(REMEMBERED_MS + 50);
    const answer = await there.get(COUNT, { key: secret });
    clearInterval(keepsAsking);
    expect(errorCode(answer)).toBe('401 INVALID_API_KEY');
  });

  it('tell /metrics whether they arrive', async () => {
    const gauge = async (): Promise<string | undefined> =>
      /^broadcast_listening (\d)$/m.exec((await other.nest.get(Metrics).text()).text)?.[1];
    expect(await gauge()).toBe('1');
    await other.nest.get(Broadcast).close();
    expect(await gauge()).toBe('0');
  });

  it('are missed within seconds on a connection that swallows them, and heard on a new one', async () => {
    const url = new URL(app.databaseUrl);
    const proxy = await TcpProxy.before(Number(url.port), url.hostname);
    url.port = String(proxy.port);
    const third = await app.another(
      { DATABASE_URL: url.href, DATABASE_TIMEOUT_MS: '1000', LOG_LEVEL: 'warn' },
      (line) => lines.push(line),
    );
    try {
      expect(third.nest.get(Broadcast).isListening).toBe(true);
      proxy.swallow();
      await until(() => said('does not arrive') === 1, 8_000);
      await sleep(1_500);
      expect(said('does not arrive')).toBe(1);
      proxy.passNew();
      await until(() => third.nest.get(Broadcast).isListening, 30_000);
      expect(said('arrives again')).toBe(1);
    } finally {
      await third.stop();
      await proxy.stop();
    }
  });

  it('look a key up once for many requests at the same time', async () => {
    const here = await app.workspace();
    const statement = 'access.key-by-hash';
    const lookUps = (): number => queries.filter((name) => name === statement).length;
    const queries: string[] = [];
    const { master } = other.dataSource.driver as unknown as { master: Pool };
    const connect = master.connect.bind(master);
    master.connect = async () => {
      const client = await connect();
      const query = client.query.bind(client);
      client.query = (config: { name?: string }, ...rest: unknown[]) => {
        if (config.name) queries.push(config.name);
        return query(config, ...rest);
      };
      return client;
    };
    const there = other.as(here);
    await Promise.all(times(50, () => there.get('/customers/ext_nobody')));
    expect(lookUps()).toBe(1);
  });
});

interface PoolClient {
  query: (config: { name?: string }, ...rest: unknown[]) => unknown;
}

interface Pool {
  connect: () => Promise<PoolClient>;
}
