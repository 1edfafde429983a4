import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { countIn } from '../support/answers.js';
import { times } from '../support/builders.js';
import { expectHealthy } from '../support/expect-healthy.js';
import { plainNatsClient, type Envelope } from '../support/messages.js';
import { RunningService, build, freePort } from '../support/run-service.js';
import { TestApp, type Client } from '../support/start-app.js';
import { describeWithServer } from '../support/with-server.js';

const SALES = 10_000;
const AT_ONCE = 64;
const CUSTOMERS = 100;
const PATIENCE_MS = 3_000;

describeWithServer('nats-server', 'sales by messages while an instance is killed', (server) => {
  let app: TestApp;
  let client: Client;
  let instances: RunningService[];

  beforeAll(async () => {
    build();
    app = await TestApp.start();
    client = await app.workspace();
    instances = await Promise.all(
      times(2, async () => {
        const instance = new RunningService({
          PORT: String(await freePort()),
          DATABASE_URL: app.databaseUrl,
          MESSAGE_TRANSPORT: 'nats',
          MESSAGE_URL: server.url,
          LOG_LEVEL: 'info',
        });
        await instance.says('is ready');
        return instance;
      }),
    );
  }, 120_000);

  afterAll(async () => {
    for (const instance of instances) instance.kill('SIGKILL');
    await app.stop();
  });

  it('are stored once each, when their sender asks again', async () => {
    const messages = await plainNatsClient(server.url, PATIENCE_MS);
    let sent = 0;
    let answered = 0;
    let retries = 0;

    /** Sends one sale until it is answered, each time under the same key: nothing else names it. */
    const sell = async (i: number): Promise<void> => {
      const message = {
        apiKey: client.key,
        idempotencyKey: randomUUID(),
        params: { externalId: `c-${String(i % CUSTOMERS)}`, amount: i },
      };
      for (;;) {
        const answer: Envelope | undefined = await messages
          .send('track.sale', message)
          .catch(() => undefined);
        if (answer?.success) return;
        const code = answer?.error.code ?? 'SERVICE_UNAVAILABLE';
        expect(['SERVICE_UNAVAILABLE', 'IDEMPOTENCY_CONFLICT']).toContain(code);
        retries += 1;
        await sleep(50);
      }
    };
    const seller = async (): Promise<void> => {
      while (sent < SALES) {
        sent += 1;
        await sell(sent);
        answered += 1;
        if (answered === SALES / 2) instances[0]?.kill('SIGKILL');
      }
    };
    await Promise.all(times(AT_ONCE, seller));
    await messages.close();

    expect(retries).toBeGreaterThan(0);
    const [stored] = await app.dataSource.query<{ sales: number; amounts: number }[]>(
      `select count(*)::int as sales, count(distinct amount)::int as amounts
       from conversions where workspace_id = $1`,
      [client.workspace.id],
    );
    expect(stored).toEqual({ sales: SALES, amounts: SALES });
    expect(countIn(await client.get('/customers/count'))).toBe(CUSTOMERS);
    const totals = (await client.get('/customers/cohorts')).body as {
      data: { totals: { sales: number; revenue: number } };
    };
    expect(totals.data.totals).toMatchObject({ sales: SALES, revenue: (SALES * (SALES + 1)) / 2 });
    await expectHealthy(app, client.workspace);
  }, 240_000);
});
