import { Env } from '@app/platform';
import { GetWorkspace, ListKeys, RevokeKey, type Workspace } from '@app/workspaces';
import { QueryBus } from '@nestjs/cqrs';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../../apps/api/src/configure-app.js';
import { openDemo } from '../../apps/api/src/demo/load-demo.js';
import { Client, TestApp } from '../support/start-app.js';

const forEver = new AbortController().signal;

describe('the demo workspace', () => {
  let app: TestApp;
  let folder: string;
  let key: string;
  let client: Client;

  const open = (signal = forEver): Promise<string | undefined> =>
    openDemo(app.nest, folder, signal);
  const workspace = (): Promise<Workspace> =>
    app.nest.get(QueryBus).execute(new GetWorkspace('demo'));
  const count = async (path: string): Promise<number> => {
    const answer = await client.get(path);
    return (answer.body as { pagination: { total: number } }).pagination.total;
  };

  beforeAll(async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    app = await TestApp.start();
    folder = mkdtempSync(path.join(tmpdir(), 'demo-'));
    key = (await open()) ?? '';
    client = new Client(app.url, key, await workspace());
  }, 240_000);

  afterAll(async () => {
    jest.restoreAllMocks();
    await app.stop();
    rmSync(folder, { recursive: true });
  });

  it('keeps its key where only its user can read it', () => {
    const file = path.join(folder, 'demo.key');
    expect(readFileSync(file, 'utf8')).toBe(`${key}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is opened again with the same key, and nothing comes twice', async () => {
    const before = await count('/conversions?limit=1');
    expect(await open()).toBe(key);
    expect(await count('/conversions?limit=1')).toBe(before);
  });

  it('has a cohort for every month and every week', async () => {
    const months = await client.get('/customers/cohorts?group_by=month&periods=6');
    const { cohorts } = (months.body as { data: Cohorts }).data;
    expect(cohorts.length).toBe(19);
    const weeks = await client.get('/customers/cohorts?group_by=week');
    expect((weeks.body as { data: Cohorts }).data.cohorts.length).toBeGreaterThanOrEqual(78);
  });

  it('loses customers from month to month', async () => {
    const months = await client.get('/customers/cohorts?group_by=month&periods=4');
    const sums = [0, 0, 0, 0];
    // The last cohorts have not lived through four months yet.
    for (const { retention } of (months.body as { data: Cohorts }).data.cohorts.slice(0, -4)) {
      retention.forEach((customers, month) => (sums[month] = (sums[month] ?? 0) + customers));
    }
    expect(sums).toEqual([...sums].sort((a, b) => b - a));
    expect(sums[3]).toBeGreaterThan(0);
  });

  it('has conversions of every status, refunds of both kinds, and some that belong to nobody', async () => {
    for (const status of ['pending', 'approved', 'refunded', 'rejected', 'fraud']) {
      expect(await count(`/conversions?limit=1&status=${status}`)).toBeGreaterThan(10);
    }
    expect(await count('/conversions?limit=1&stitched=false')).toBeGreaterThan(10);
  });

  it('gets a new key when the old one was revoked', async () => {
    const keys = await app.nest.get(QueryBus).execute(new ListKeys());
    for (const { id } of keys) await app.commands.execute(new RevokeKey(id));
    // Keys are remembered for some seconds, so another process is asked.
    const DATABASE_URL = app.databaseUrl;
    const other = await createApp({
      ...Env.read({ LOG_LEVEL: 'silent', DATABASE_URL }),
      DATABASE_URL,
    });
    const renewed = await openDemo(other, folder, forEver);
    await other.close();
    expect(renewed).not.toBe(key);
    expect(readFileSync(path.join(folder, 'demo.key'), 'utf8')).toBe(`${String(renewed)}\n`);
    expect((await client.get('/customers/count', { key: renewed ?? '' })).status).toBe(200);
  });

  it('leaves alone a workspace demo that somebody has made', async () => {
    const other = await TestApp.start();
    await other.workspace({ slug: 'demo', name: 'Ours' });
    expect(await openDemo(other.nest, folder, forEver)).toBeUndefined();
    await other.stop();
  });
});

interface Cohorts {
  cohorts: { retention: number[] }[];
}
