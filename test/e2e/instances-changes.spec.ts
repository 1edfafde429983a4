import { ChangeTimezone } from '@app/customers';
import { Snapshots } from '@app/platform';
import { RevokeKey, UpdateWorkspace } from '@app/workspaces';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../support/answers.js';
import { aSale } from '../support/builders.js';
import { runCli } from '../support/run-cli.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';
import { until } from '../support/until.js';
import { describeWithServer } from '../support/with-server.js';

const COUNT = '/customers/count';
const COHORTS = '/customers/cohorts';
/** Longer than a key is remembered. */
const REMEMBERED_MS = 1_000;
/** An announcement is there at once; this is for a busy machine, and less than a key is remembered. */
const AT_ONCE_MS = 600;

/** Milliseconds until the answer of each is so. */
async function timeUntil(
  clients: Client[],
  path: string,
  isSo: (answer: Answer) => boolean,
): Promise<number> {
  const startedAt = performance.now();
  await until(async () => (await Promise.all(clients.map((by) => by.get(path)))).every(isSo));
  return performance.now() - startedAt;
}

const isRefused = (answer: Answer): boolean => errorCode(answer) === '401 INVALID_API_KEY';

function changesReachBoth(environment: () => Record<string, string>): void {
  let app: TestApp;
  let other: TestApp;
  let here: Client;
  let both: Client[];

  beforeAll(async () => {
    app = await TestApp.start(environment());
    other = await app.another(environment());
  });

  beforeEach(async () => {
    here = await app.workspace();
    both = [here, other.as(here)];
    await here.post('/track/sale', aSale({ externalId: 'a' }));
  });

  afterAll(async () => {
    await other.stop();
    await app.stop();
  });

  /** Both have just looked the key up, and would remember it for some time. */
  async function justLookedUp(path = COUNT): Promise<void> {
    await sleep(REMEMBERED_MS);
    for (const client of both) expect((await client.get(path)).status).toBe(200);
  }

  const keyOf = async ({ key }: Client): Promise<string> => {
    const rows = await app.dataSource.query<{ id: string }[]>(
      'select id from api_keys where prefix = $1',
      [key.slice(0, 9)],
    );
    return rows[0]?.id ?? '';
  };

  it('a key that is revoked', async () => {
    await justLookedUp();
    await app.commands.execute(new RevokeKey(await keyOf(here)));
    expect(await timeUntil(both, COUNT, isRefused)).toBeLessThan(AT_ONCE_MS);
  });

  it('a key that is revoked on the command line, also for warm answers', async () => {
    for (const client of [...both, ...both]) await client.get(COHORTS);
    await justLookedUp(COHORTS);
    const { exitCode } = await runCli(app, ['key', 'revoke', await keyOf(here)]);
    expect(exitCode).toBe(0);
    expect(await timeUntil(both, COHORTS, isRefused)).toBeLessThan(AT_ONCE_MS);
  });

  it('a key that is rotated without an overlap', async () => {
    await justLookedUp();
    await runCli(app, ['key', 'rotate', await keyOf(here), '--overlap', '0']);
    expect(await timeUntil(both, COUNT, isRefused)).toBeLessThan(AT_ONCE_MS);
  });

  it('a plan that is changed', async () => {
    await justLookedUp();
    const { slug } = here.workspace;
    await app.commands.execute(new UpdateWorkspace(slug, { plan: 'starter' }));
    const took = await timeUntil(both, COUNT, ({ status }) => status === 403);
    expect(took).toBeLessThan(AT_ONCE_MS);
  });

  it('a time zone that is changed', async () => {
    await justLookedUp();
    await app.commands.execute(new ChangeTimezone(here.workspace.slug, 'Asia/Tokyo'));
    const took = await timeUntil(both, COHORTS, ({ text }) => text.includes('"Asia/Tokyo"'));
    expect(took).toBeLessThan(AT_ONCE_MS);
  });

  it('a customer who is deleted, in the next request and in memory', async () => {
    const snapshots = other.nest.get(Snapshots);
    const paths = ['/customers/ext_a/journey', '/customers/ext_a/attribution'];
    const before = snapshots.bytes();
    for (const path of [...paths, ...paths]) {
      for (const client of both) expect((await client.get(path)).status).toBe(200);
    }
    expect(snapshots.bytes()).toBeGreaterThan(before);
    expect((await here.delete('/customers/ext_a')).status).toBe(200);
    for (const path of paths) {
      for (const client of both) expect(errorCode(await client.get(path))).toBe('404 NOT_FOUND');
    }
    await until(() => snapshots.bytes() === before);
  });
}

describe('without a Redis, what reaches both of two instances at once is', () => {
  changesReachBoth(() => ({}));
});

describeWithServer('redis-server', 'with a Redis, what reaches both is', (server) => {
  changesReachBoth(() => ({ REDIS_URL: server.url, REDIS_TIMEOUT_MS: '2000' }));
});
