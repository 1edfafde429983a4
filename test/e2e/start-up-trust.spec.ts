import { startEmbeddedPostgres, type RunningPostgres } from '@app/platform';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { RunningService, build, freePort } from '../support/run-service.js';

describe('a start on a PostgreSQL of its own', () => {
  let folder: string;
  let postgres: RunningPostgres;
  let admin: DataSource;
  let url: URL;

  beforeAll(async () => {
    build();
    folder = mkdtempSync(path.join(tmpdir(), 'trust-'));
    chmodSync(folder, 0o755); // as root, PostgreSQL runs as a user who has to get in
    // Durable, unlike the server of the other tests.
    postgres = await startEmbeddedPostgres({ dataDir: folder, database: 'postgres' });
    admin = await new DataSource({ type: 'postgres', url: postgres.url }).initialize();
    await admin.query(`create role customers login password 'secret'`);
    await admin.query('create database customers owner customers');
    url = new URL(postgres.url);
    url.pathname = 'customers';
    url.username = 'customers';
    url.password = 'secret';
  }, 120_000);

  afterAll(async () => {
    await admin.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (environment: Record<string, string> = {}): Promise<RunningService> => {
    const PORT = String(await freePort());
    const safe = { ALLOW_UNSAFE_DATABASE: 'off', LOG_LEVEL: 'info' };
    return new RunningService({ ...safe, PORT, DATABASE_URL: url.href, ...environment });
  };

  const stopped = async (service: RunningService): Promise<string> => {
    await service.says('is ready');
    expect(await service.terminate()).toBe(0);
    return service.out + service.err;
  };

  const set = (setting: string, value: string): Promise<unknown> =>
    admin.query(`alter system set ${setting} = ${value}`);

  it('says nothing of a server and a role that are as they should be', async () => {
    expect(await stopped(await start())).not.toContain('warn');
  }, 60_000);

  it('warns of a superuser', async () => {
    const superuser = new URL(postgres.url);
    superuser.pathname = 'customers';
    const output = await stopped(await start({ DATABASE_URL: superuser.href }));
    expect(output).toMatch(/"level":"warn".*"msg":"The role \w+ is a superuser/);
  }, 60_000);

  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
    'refuses a server with %s off, unless that is allowed',
    async (setting) => {
      await set(setting, 'off');
      await admin.query('select pg_reload_conf()');
      try {
        const refused = await start();
        expect(await refused.exitCode()).toBe(1);
        expect(refused.err).toMatch(
          new RegExp(
            `^PostgreSQL at \\S+ cannot be trusted with data:\n  ${setting} is off: .*\nTurn`,
          ),
        );
        expect(refused.err + refused.out).not.toContain('secret');
        const allowed = await stopped(await start({ ALLOW_UNSAFE_DATABASE: 'on' }));
        expect(allowed).toMatch(new RegExp(`"level":"warn".*${setting} is off`));
      } finally {
        await set(setting, 'default');
        await admin.query('select pg_reload_conf()');
      }
    },
    60_000,
  );

  it('refuses synchronous_commit that is off for its role alone', async () => {
    await admin.query('alter role customers set synchronous_commit = off');
    const refused = await start();
    expect(await refused.exitCode()).toBe(1);
    expect(refused.err).toContain('synchronous_commit is off');
    await admin.query('alter role customers reset synchronous_commit');
  }, 60_000);

  it('serves by itself once somebody has migrated, and says 503 until then', async () => {
    await admin.query('create database later owner customers');
    const later = new URL(url);
    later.pathname = 'later';
    const PORT = String(await freePort());
    const settings = { DATABASE_URL: later.href, PORT };
    const waiting = await start({ ...settings, MIGRATE_ON_START: 'off' });
    await waiting.says('is ready');
    const ready = async (): Promise<number> =>
      (await fetch(`http://127.0.0.1:${PORT}/readyz`)).status;
    expect(await ready()).toBe(503);
    expect(waiting.out).toContain('Migrations are missing');
    await stopped(await start({ DATABASE_URL: later.href }));
    expect(await ready()).toBe(200);
    expect(await waiting.terminate()).toBe(0);
  }, 60_000);
});
