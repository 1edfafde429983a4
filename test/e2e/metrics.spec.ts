import { Metrics } from '@app/platform';
import { createServer, type AddressInfo } from 'node:net';
import { serveMetrics } from '../../apps/api/src/start/serve-metrics.js';
import { TestApp } from '../support/start-app.js';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

describe('metrics', () => {
  let app: TestApp;
  let port: number;
  let end: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    app = await TestApp.start();
    port = await freePort();
    end = await serveMetrics(app.nest, { METRICS_PORT: port, METRICS_HOST: '127.0.0.1' });
  });

  afterAll(async () => {
    await end?.();
    await app.stop();
  });

  const read = async (): Promise<string> =>
    (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();

  it('tell of requests by pattern, snapshots, connections, memory and event loop', async () => {
    const client = await app.workspace();
    await client.post('/customers', { externalId: 'secret-42' });
    await client.get('/customers/ext_secret-42');
    await client.get('/customers/ext_nobody');
    await client.get('/nowhere');
    for (let i = 0; i < 4; i += 1) await client.get('/customers/cohorts');
    const text = await read();
    const lines = text.split('\n');
    const count = (method: string, route: string, status: number): string =>
      `http_request_duration_seconds_count{method="${method}",route="${route}",status="${String(status)}"}`;
    expect(lines).toContain(`${count('POST', '/customers', 201)} 1`);
    expect(lines).toContain(`${count('GET', '/customers/:id', 200)} 1`);
    expect(lines).toContain(`${count('GET', '/customers/:id', 404)} 1`);
    expect(lines).toContain(`${count('GET', '', 404)} 1`);
    expect(lines).toContain(`${count('GET', '/customers/cohorts', 200)} 4`);
    expect(lines).toContain('snapshot_misses_total 1');
    expect(lines).toContain('snapshot_hits_total 3');
    expect(lines).toContain('database_connections_waiting 0');
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
      expect(text).toContain(`\n${name} `);
    }
    expect(text).not.toContain('secret-42');
  });

  it('take numbers of other libs, read when they are asked for', async () => {
    let backlog = 3;
    app.nest.get(Metrics).gauge('test_backlog', 'What waits.', () => Promise.resolve(backlog));
    expect(await read()).toContain('\ntest_backlog 3\n');
    backlog = 5;
    expect(await read()).toContain('\ntest_backlog 5\n');
  });

  it('are off without a port, and explain one that is taken', async () => {
    const address = { METRICS_HOST: '127.0.0.1' };
    expect(await serveMetrics(app.nest, address)).toBeUndefined();
    await expect(serveMetrics(app.nest, { ...address, METRICS_PORT: port })).rejects.toThrow(
      /EADDRINUSE.*METRICS_PORT/,
    );
  });
});
