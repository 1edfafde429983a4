import { laneOf } from '@app/analytics';
import { setTimeout as sleep } from 'node:timers/promises';
import { customerIn } from '../support/answers.js';
import { times } from '../support/builders.js';
import { plainNatsClient, tcpClient, type MessageClient } from '../support/messages.js';
import { freePort } from '../support/run-service.js';
import { TestApp, type Client } from '../support/start-app.js';
import { describeWithServer } from '../support/with-server.js';

/** Holds the workspace's lane: no write of it can end until it is let go. */
async function holdLane(app: TestApp, client: Client): Promise<() => Promise<void>> {
  const runner = app.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('select pg_advisory_xact_lock($1, -1)', [laneOf(client.workspace.id)]);
  return async () => {
    await runner.rollbackTransaction();
    await runner.release();
  };
}

const salesOf = async (client: Client): Promise<number> =>
  customerIn(await client.get('/customers/ext_a')).sales;

async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 15_000; ;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
}

describe('the TCP transport', () => {
  let url: string;
  let app: TestApp;
  let client: Client;
  let messages: MessageClient;

  beforeEach(async () => {
    url = `tcp://127.0.0.1:${String(await freePort())}`;
    const environment = { MESSAGE_TRANSPORT: 'tcp', MESSAGE_URL: url, WRONG_KEYS_PER_MINUTE: '3' };
    app = await TestApp.start(environment);
    client = await app.workspace();
    messages = tcpClient(url);
  });

  afterEach(async () => {
    await messages.close();
    await app.stop();
  });

  it('says that there is no such pattern', async () => {
    const answer = await messages.send('customers.nonsense', { apiKey: client.key });
    expect(answer).toMatchObject({ success: false, error: { code: 'NOT_FOUND' } });
  });

  it('takes a payload of 1 MiB, and a batch of 5', async () => {
    const metadata = Object.fromEntries(times(30, (i) => [`k${String(i)}`, 'x'.repeat(300)]));
    const events = times(150, () => ({ type: 'lead', externalId: 'a', metadata }));
    const params = { events };
    expect(JSON.stringify(params).length).toBeGreaterThan(1_048_576);
    const batch = await messages.send('track.batch', { apiKey: client.key, params });
    expect(batch.success).toBe(true);
    const upsert = await messages.send('customers.upsert', { apiKey: client.key, params });
    expect(upsert.error.code).toBe('PAYLOAD_TOO_LARGE');
  });

  it('refuses an address that has sent too many wrong keys', async () => {
    for (const apiKey of ['ck_1', 'ck_2', 'ck_3']) {
      const { error } = await messages.send('customers.count', { apiKey });
      expect(error.code).toBe('INVALID_API_KEY');
    }
    const { error } = await messages.send('customers.count', { apiKey: client.key });
    expect(error.code).toBe('RATE_LIMITED');
  });

  it('answers what is in flight when the service stops', async () => {
    const other = await TestApp.start();
    await other.stop();
    const release = await holdLane(app, client);
    const params = { externalId: 'a', amount: 1 };
    const answer = messages.send('track.sale', { apiKey: client.key, params });
    await sleep(100);
    const stopped = app.endMessages();
    await sleep(100);
    await release();
    expect(await answer).toMatchObject({ success: true });
    await stopped;
    const late = messages.send('track.sale', { apiKey: client.key, params });
    await expect(late).rejects.toBeDefined();
  });
});

describeWithServer('nats-server', 'the NATS transport', (server) => {
  let app: TestApp;
  let client: Client;

  const environment = (): Record<string, string> => ({
    MESSAGE_TRANSPORT: 'nats',
    MESSAGE_URL: server.url,
  });

  beforeEach(async () => {
    app = await TestApp.start(environment());
    client = await app.workspace();
  });

  afterEach(() => app.stop());

  const sale = (i: number): object => ({
    apiKey: client.key,
    params: { externalId: 'a', amount: 1, orderId: `o-${String(i)}` },
  });

  it('refuses what is not JSON, without a time-out', async () => {
    const messages = await plainNatsClient(server.url);
    const answer = await eventually(() =>
      messages.connection.request('customers.count', new Uint8Array([0xff, 0x7b])),
    );
    expect(answer.json()).toMatchObject({ success: false, error: { code: 'VALIDATION_ERROR' } });
    await messages.close();
  });

  it('takes what nobody waits for', async () => {
    const messages = await plainNatsClient(server.url);
    await eventually(() => messages.send('customers.count', {}));
    messages.connection.publish('track.sale', JSON.stringify(sale(0)));
    await messages.connection.flush();
    await eventually(async () => {
      expect(await salesOf(client)).toBe(1);
    });
    await messages.close();
  });

  it('shares the work with other instances, and each message is done once', async () => {
    const second = await app.another(environment());
    const messages = await plainNatsClient(server.url);
    await eventually(() => messages.send('customers.count', {}));
    const params = { externalId: 'a', amount: 1 };
    await Promise.all(times(50, () => messages.send('track.sale', { apiKey: client.key, params })));
    await messages.close();
    await second.stop();
    expect(await salesOf(client)).toBe(50);
  });

  it('loses nothing when one instance stops in the middle', async () => {
    const second = await app.another(environment());
    const messages = await plainNatsClient(server.url);
    await eventually(() => messages.send('customers.count', {}));
    const answers = times(400, async (i) => {
      await sleep(i);
      return messages.send('track.sale', sale(i));
    });
    await sleep(150);
    await second.stop();
    for (const answer of await Promise.all(answers)) expect(answer.success).toBe(true);
    await messages.close();
    expect(await salesOf(client)).toBe(400);
  });

  it('survives the loss of the server', async () => {
    await server.stop('SIGKILL');
    expect((await client.get('/customers/count')).status).toBe(200);
    await server.start();
    const messages = await plainNatsClient(server.url);
    const answer = await eventually(() => messages.send('track.sale', sale(0)));
    expect(answer.success).toBe(true);
    await messages.close();
  });

  it('starts without the server, and takes messages when it comes', async () => {
    await server.stop();
    const early = await app.another(environment());
    expect((await early.as(client).get('/customers/count')).status).toBe(200);
    await app.stop();
    await server.start();
    const messages = await plainNatsClient(server.url);
    await eventually(() => messages.send('customers.count', {}));
    await messages.close();
    await early.stop();
    app = await TestApp.start();
  });
});
