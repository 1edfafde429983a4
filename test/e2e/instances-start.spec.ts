import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { runCli } from '../support/run-cli.js';
import { RunningService, build, freePort } from '../support/run-service.js';
import { times } from '../support/builders.js';
import { TestApp } from '../support/start-app.js';

const READY = 'The Customers API is ready.';
const OWN = 'REDIS_URL is not set';

describe('instances as processes', () => {
  let app: TestApp;
  let key: string;

  beforeAll(async () => {
    build();
    app = await TestApp.start();
    ({ key } = await app.workspace());
  }, 240_000);

  afterAll(() => app.stop());

  const ask = async (port: string, url: string, secret = key): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${url}`, { headers: { 'x-api-key': secret } });

  it('start five at once on an empty database, and end in order', async () => {
    const database = `empty_${randomBytes(6).toString('hex')}`;
    await app.dataSource.query(`create database ${database} template template0`);
    const url = new URL(app.databaseUrl);
    url.pathname = database;
    const ports = await Promise.all(times(5, async () => String(await freePort())));
    const services = ports.map(
      (PORT) => new RunningService({ PORT, DATABASE_URL: url.href, LOG_LEVEL: 'info' }),
    );
    try {
      await Promise.all(services.map((service) => service.says(READY)));
      for (const port of ports) expect((await ask(port, '/readyz')).status).toBe(200);
      const environment = { DATABASE_URL: url.href };
      const create = ['workspace', 'create', '--slug', 'acme'];
      expect((await runCli(app, create, { environment })).exitCode).toBe(0);
      const made = await runCli(app, ['key', 'create', '--workspace', 'acme'], { environment });
      for (const port of ports) {
        expect((await ask(port, '/customers/cohorts', made.stdout)).status).toBe(200);
      }
      const codes = await Promise.all(services.map((service) => service.interrupt()));
      expect(codes).toEqual(times(5, () => 0));
      for (const { out } of services) {
        expect(out).not.toMatch(/"level":"(error|fatal)"/);
        // Only of the server of the tests, which may lose what it holds.
        const warnings = out.split('\n').filter((line) => line.includes('"level":"warn"'));
        expect(warnings.filter((line) => !line.includes('PostgreSQL at '))).toEqual([]);
        expect(out.split(OWN)).toHaveLength(2);
      }
      const migrations = await onDatabase(url.href, 'select name from schema_migrations');
      expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
    } finally {
      for (const service of services) service.kill('SIGKILL');
      await Promise.all(services.map((service) => service.exitCode()));
      await app.dataSource.query(`drop database ${database} with (force)`);
    }
  }, 120_000);

  it('start and end while Redis is away, and say so once', async () => {
    const PORT = String(await freePort());
    const REDIS_URL = `redis://:my-secret@127.0.0.1:${String(await freePort())}`;
    const service = new RunningService({
      PORT,
      REDIS_URL,
      DATABASE_URL: app.databaseUrl,
      LOG_LEVEL: 'info',
    });
    await service.says(READY);
    for (let i = 0; i < 3; i += 1) expect((await ask(PORT, '/customers/cohorts')).status).toBe(200);
    expect(await service.interrupt()).toBe(0);
    expect(service.out.split('Redis is away (ECONNREFUSED)')).toHaveLength(2);
    expect(service.out).not.toContain(OWN);
    expect(service.out + service.err).not.toContain('my-secret');
  });

  it.each(['http://cache', 'redis://', 'redis://:my-secret@cache/x', 'my-secret'])(
    'refuse to start with REDIS_URL=%s',
    async (REDIS_URL) => {
      const service = new RunningService({ REDIS_URL, DATABASE_URL: app.databaseUrl });
      expect(await service.exitCode()).toBe(1);
      expect(service.err).toContain('REDIS_URL must');
      expect(service.err).not.toContain('my-secret');
    },
  );

  describe('beside a command of the command line', () => {
    let silent: Server;
    let connections = 0;

    beforeAll(async () => {
      silent = createServer(() => (connections += 1)).listen(0, '127.0.0.1');
      await once(silent, 'listening');
    });

    afterAll(() => silent.close());

    it('are told of what it does, without its waiting for Redis', async () => {
      const { port } = silent.address() as AddressInfo;
      const main = path.resolve('dist/apps/cli/src/main.js');
      const child = spawn(process.execPath, [main, 'workspace', 'list'], {
        env: {
          ...process.env,
          DATABASE_URL: app.databaseUrl,
          REDIS_URL: `redis://127.0.0.1:${String(port)}`,
        },
        stdio: 'ignore',
      });
      expect(await once(child, 'exit')).toEqual([0, null]);
      expect(connections).toBe(0);
    });
  });
});

async function onDatabase(url: string, sql: string): Promise<{ name: string }[]> {
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    return await dataSource.query<{ name: string }[]>(sql);
  } finally {
    await dataSource.destroy();
  }
}
