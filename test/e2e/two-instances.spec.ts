import { RevokeKey } from '@app/workspaces';
import { setTimeout as sleep } from 'node:timers/promises';
import { CustomersClient } from '../../libs/sdk/src/index.js';
import { countIn } from '../support/answers.js';
import { times } from '../support/builders.js';
import { goldenFaults } from '../support/golden-faults.js';
import { askByMessage } from '../support/golden-messages.js';
import { askBySdk } from '../support/golden-sdk.js';
import { GoldenSet } from '../support/load-golden.js';
import { plainNatsClient, type MessageClient } from '../support/messages.js';
import { RunningService, build, freePort } from '../support/run-service.js';
import { Client, TestApp } from '../support/start-app.js';
import { describeWithServer } from '../support/with-server.js';

/** A key that is revoked must stop working within a second. */
const REVOKED_WITHIN_MS = 1_000;

describeWithServer('redis-server', 'two instances with one Redis', (redis) => {
  describeWithServer('nats-server', 'and one NATS', (nats) => {
    const set = new GoldenSet('small');
    let app: TestApp;
    let services: RunningService[];
    /** The same key, of one instance each. */
    let clients: Client[];
    let messages: MessageClient;

    beforeAll(async () => {
      build();
      app = await TestApp.start();
      const client = await app.workspace(set.settings);
      const ports = await Promise.all(times(2, freePort));
      services = ports.map(
        (port) =>
          new RunningService({
            PORT: String(port),
            DATABASE_URL: app.databaseUrl,
            REDIS_URL: redis.url,
            MESSAGE_TRANSPORT: 'nats',
            MESSAGE_URL: nats.url,
            LOG_LEVEL: 'info',
          }),
      );
      await Promise.all(services.map((service) => service.says('is ready')));
      clients = ports.map(
        (port) => new Client(`http://127.0.0.1:${String(port)}`, client.key, client.workspace),
      );
      messages = await plainNatsClient(nats.url);
    }, 120_000);

    afterAll(async () => {
      await messages.close();
      for (const service of services) service.kill('SIGKILL');
      await app.stop();
    });

    const of = (i: number): Client => {
      const client = clients[i];
      if (!client) throw new Error(`There is no instance ${String(i)}`);
      return client;
    };

    it('give the golden answers over REST, over NATS and over the SDK', async () => {
      const sdks = clients.map(
        ({ url, key }) => new CustomersClient({ baseUrl: url, apiKey: key }),
      );
      await set.load(app, of(0));
      const { expectations } = set;
      for (const client of clients) {
        expect(await goldenFaults(expectations, client)).toEqual([]);
      }
      const byMessage = askByMessage(messages, of(0).key);
      expect(await goldenFaults(expectations, of(0), byMessage)).toEqual([]);
      for (const sdk of sdks) {
        expect(await goldenFaults(expectations, of(1), askBySdk(sdk))).toEqual([]);
      }
    }, 120_000);

    it('forget a customer that was deleted through the other in the next request', async () => {
      for (let i = 0; i < 20; i += 1) {
        const ref = `ext_gone-${String(i)}`;
        await of(0).post('/track/sale', { externalId: `gone-${String(i)}`, amount: 1 });
        for (const client of clients) {
          expect((await client.get(`/customers/${ref}/journey`)).status).toBe(200);
          expect((await client.get(`/customers/${ref}/attribution`)).status).toBe(200);
        }
        await of(i % 2).delete(`/customers/${ref}`);
        for (const part of ['', '/journey', '/attribution']) {
          expect((await of((i + 1) % 2).get(`/customers/${ref}${part}`)).status).toBe(404);
        }
      }
    });

    it('refuse a key within a second of being revoked', async () => {
      const other = await app.client(of(0).workspace);
      const each = clients.map(({ url }) => new Client(url, other.key, other.workspace));
      for (const client of each)
        expect(countIn(await client.get('/customers/count'))).toBeGreaterThan(0);
      const [row] = await app.dataSource.query<{ id: string }[]>(
        'select id from api_keys order by created_at desc limit 1',
      );
      await app.commands.execute(new RevokeKey(row?.id ?? ''));
      await sleep(REVOKED_WITHIN_MS);
      for (const client of each) expect((await client.get('/customers/count')).status).toBe(401);
      const { error } = await messages.send('customers.count', { apiKey: other.key });
      expect(error.code).toBe('INVALID_API_KEY');
    });
  });
});
