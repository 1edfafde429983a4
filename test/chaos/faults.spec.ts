import { setTimeout as sleep } from 'node:timers/promises';
import { times } from '../support/builders.js';
import { plainNatsClient } from '../support/messages.js';
import { build } from '../support/run-service.js';
import { Client, TestApp, type Answer } from '../support/start-app.js';
import { describeWithServer } from '../support/with-server.js';
import { Callers, type Ended } from './callers.js';
import { isFull, randomOf, tell } from './chaos.js';
import { FaultProxy, type Fault } from './fault-proxy.js';
import { Service } from './house.js';

const TIMEOUT_MS = 2_500;
const LONGEST_MS = TIMEOUT_MS + 1_000;
/** Of a call that is answered, only slowly: it may come near its time-out more than once. */
const LONGEST_FAR_MS = 3 * LONGEST_MS;
const HEALTHY_MS = 2_000;

const AT_ONCE = 12;
const BEFORE_MS = 1_000;
/** Longer than any call may take: all that were on their way when it began have ended. */
const FAULT_MS = isFull ? 10_000 : 5_000;
const AFTER_MS = HEALTHY_MS + 1_500;

const nameOf = (fault: Fault): string =>
  typeof fault === 'string' ? fault : `${String(fault.roundTripMs)} ms a round trip`;

const longest = (calls: readonly Ended[]): number =>
  Math.round(Math.max(0, ...calls.map(({ tookMs }) => tookMs)));

const isAnswered = ({ status }: Ended): boolean => status < 300;
const isOutage = ({ status, retryAfter }: Ended): boolean => status === 503 && retryAfter !== null;

/** A service that reaches what `proxied` names by way of a proxy. */
class Disturbed {
  private constructor(
    readonly app: TestApp,
    readonly proxy: FaultProxy,
    readonly service: Service,
    readonly client: Client,
  ) {}

  static async start(
    server: (app: TestApp) => string,
    environment: (app: TestApp, through: (url: string) => string) => Record<string, string>,
  ): Promise<Disturbed> {
    const app = await TestApp.start();
    const own = await app.workspace();
    const proxy = await FaultProxy.before(server(app));
    const service = new Service({
      DATABASE_URL: app.databaseUrl,
      DATABASE_TIMEOUT_MS: String(TIMEOUT_MS),
      ANALYTICS_TIMEOUT_MS: String(TIMEOUT_MS),
      SNAPSHOT_TTL_MS: '0',
      LOG_LEVEL: 'info',
      ...environment(app, (url) => proxy.through(url)),
    });
    await service.start();
    const client = new Client(service.url, own.key, own.workspace);
    await client.post('/customers', { externalId: 'known' });
    return new Disturbed(app, proxy, service, client);
  }

  async stop(): Promise<void> {
    await this.service.kill();
    await this.proxy.end();
    await this.app.stop();
  }
}

describe('a service between which and PostgreSQL there is', () => {
  let disturbed: Disturbed;

  beforeAll(async () => {
    build();
    disturbed = await Disturbed.start(
      (app) => app.databaseUrl,
      (app, through) => ({ DATABASE_URL: through(app.databaseUrl) }),
    );
  }, 240_000);

  afterAll(() => disturbed.stop());

  it.each<Fault>([{ roundTripMs: 200 }, 'silence', 'black hole', 'down'])(
    '%j: it answers in time, and is well again at once',
    async (fault) => {
      const { proxy, client } = disturbed;
      const callers = new Callers(client, randomOf(3));
      await sleep(BEFORE_MS);
      const begunAt = performance.now();
      await proxy.disturb(fault);
      await sleep(FAULT_MS);
      const healedAt = performance.now();
      await proxy.heal();
      await sleep(AFTER_MS);
      await callers.end();

      const isAway = typeof fault === 'string';
      const { calls, probes } = callers;
      const late = calls.filter(({ begunAt: at }) => at > healedAt + HEALTHY_MS);
      const of = (path: string): Ended[] => probes.filter(({ what }) => what === path);
      const first = calls.find((call) => call.begunAt > healedAt && isAnswered(call));
      tell(`fault between the service and PostgreSQL: ${nameOf(fault)}`, {
        calls: calls.length,
        'answered 503': calls.filter(isOutage).length,
        'longest ms': longest(calls),
        'longest readyz ms': longest(of('/readyz')),
        'longest livez ms': longest(of('/livez')),
        'ms from the heal to the first success': first
          ? Math.round(first.begunAt + first.tookMs - healedAt)
          : 'none',
      });
      expect(calls.filter((call) => !isAnswered(call) && !isOutage(call))).toEqual([]);
      const limit = isAway ? LONGEST_MS : LONGEST_FAR_MS;
      expect(calls.filter(({ tookMs }) => tookMs > limit)).toEqual([]);
      expect(of('/livez').filter((call) => !isAnswered(call))).toEqual([]);
      expect(longest(of('/readyz'))).toBeLessThan(LONGEST_MS);
      const within = of('/readyz').filter(
        ({ begunAt: at, tookMs }) => at > begunAt + 200 && at + tookMs < healedAt,
      );
      expect(within.length).toBeGreaterThan(0);
      // Of a server that is far, a new connection may take longer than who asks for readiness waits.
      if (isAway) expect(within.filter((call) => !isOutage(call))).toEqual([]);
      const answered = calls.filter((call) => isAnswered(call) && call.begunAt < healedAt);
      expect(answered.length).toBeGreaterThan(0);
      expect(late.length).toBeGreaterThan(10);
      expect(late.filter((call) => !isAnswered(call))).toEqual([]);
      const ready = of('/readyz').filter(({ begunAt: at }) => at > healedAt + HEALTHY_MS);
      expect(ready.filter((call) => !isAnswered(call))).toEqual([]);
    },
    60_000,
  );

  it('a black hole that one call has found: it takes no other connection that died in it', async () => {
    const { proxy, client } = disturbed;
    const atOnce = (): Promise<Answer[]> =>
      Promise.all(times(AT_ONCE, () => client.get('/conversions')));
    await atOnce();
    await proxy.disturb('black hole');
    expect((await client.get('/conversions')).status).toBe(503);
    await proxy.heal();
    const healedAt = performance.now();
    const answers = await atOnce();
    const tookMs = Math.round(performance.now() - healedAt);
    tell('idle connections that died', { calls: AT_ONCE, 'longest ms': tookMs });
    expect(answers.map(({ status }) => status)).toEqual(times(AT_ONCE, () => 200));
    expect(tookMs).toBeLessThan(HEALTHY_MS);
  }, 60_000);
});

describeWithServer('nats-server', 'a service between which and NATS there is', (server) => {
  let disturbed: Disturbed;

  beforeAll(async () => {
    build();
    disturbed = await Disturbed.start(
      () => server.url,
      (_app, through) => ({ MESSAGE_TRANSPORT: 'nats', MESSAGE_URL: through(server.url) }),
    );
  }, 240_000);

  afterAll(() => disturbed.stop());

  it.each<Fault>([{ roundTripMs: 200 }, 'silence', 'down'])(
    '%j: it serves HTTP all the while, and messages again at once',
    async (fault) => {
      const { proxy, client } = disturbed;
      const messages = await plainNatsClient(server.url, 500);
      const message = { apiKey: client.key, id: 'ext_known' };
      const isServed = (): Promise<boolean> =>
        messages.send('customers.get', message).then(
          ({ success }) => success,
          () => false,
        );
      while (!(await isServed())) await sleep(50);
      const callers = new Callers(client, randomOf(4));
      await proxy.disturb(fault);
      await sleep(FAULT_MS / 2);
      await proxy.heal();
      const healedAt = performance.now();
      while (!(await isServed())) await sleep(20);
      const returnedMs = performance.now() - healedAt;
      await callers.end();
      await messages.close();
      tell(`fault between the service and NATS: ${nameOf(fault)}`, {
        calls: callers.calls.length,
        'ms from the heal to the first message answered': Math.round(returnedMs),
      });
      expect(returnedMs).toBeLessThan(HEALTHY_MS);
      const all = [...callers.calls, ...callers.probes];
      expect(all.filter((call) => !isAnswered(call))).toEqual([]);
    },
    60_000,
  );
});
