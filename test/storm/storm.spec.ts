import {
  AnalyticsStore,
  COHORT_GROUPS,
  LTV_GROUPS,
  RollupFolder,
  cohorts,
  ltvCohorts,
} from '@app/analytics';
import { TouchBacklog } from '@app/customers';
import { Database, dayNumberOf } from '@app/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { countIn, paginationIn } from '../support/answers.js';
import { expectHealthy } from '../support/expect-healthy.js';
import { PlainQuestions } from '../support/plain-questions.js';
import { TestApp, type Client } from '../support/start-app.js';
import { Storm } from './storm.js';

const TIMEZONE = 'America/New_York';
/** `STORM_MINUTES=10 STORM_SEED=7 npx jest test/storm` blows for longer, and as it did before. */
const MINUTES = Number(process.env['STORM_MINUTES'] ?? '0.1');
/** A short one on a busy machine still has to be one. */
const ANSWERS = 1_500;
const SEED = Number(process.env['STORM_SEED'] ?? String(Date.now() % 1_000_000));

jest.setTimeout(MINUTES * 60_000 + 180_000);

describe(`a storm of ${String(MINUTES)} minutes (STORM_SEED=${String(SEED)})`, () => {
  let app: TestApp;
  let client: Client;
  let storm: Storm;

  beforeAll(async () => {
    app = await TestApp.start({ ROLLUP_FOLD_MS: '50', SNAPSHOT_TTL_MS: '500' });
    client = await app.workspace({ timezone: TIMEZONE, currency: 'EUR' });
    storm = new Storm(client, SEED);
    await storm.run(MINUTES * 60_000, ANSWERS, killFolder);
    await app.nest.get(TouchBacklog).drain(client.workspace);
  });

  afterAll(async () => {
    await app.stop();
  });

  /** Cuts its connection off wherever it is, and with it whoever else is moving deltas. */
  async function killFolder(): Promise<void> {
    await sleep(400);
    await app.dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()
         and query like '%delete from cohort_deltas%' and state <> 'idle'`,
    );
    // A second folder comes and goes beside the first one.
    const folder = new RollupFolder(app.nest.get(Database), 0);
    await folder.fold(client.workspace.id, 50).catch(() => 0);
  }

  it('is answered, and refuses nothing for faults of its own', () => {
    const { statuses } = storm;
    expect(statuses.get(200)).toBeGreaterThan(50);
    expect(statuses.get(201)).toBeGreaterThan(50);
    expect([...statuses.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([]);
  });

  it('leaves nothing that the events do not say', async () => {
    await expectHealthy(app, client.workspace);
  });

  it('leaves answers that are what plain SQL makes of the events', async () => {
    const plain = new PlainQuestions(app.dataSource, TIMEZONE);
    const store: AnalyticsStore = app.nest.get(AnalyticsStore);
    const now = new Date();
    const workspaceId = client.workspace.id;
    const ranges = [
      ['1970-01-01', '2100-01-01'],
      ['2025-01-01', '2025-03-31'],
      ['2025-02-12', '2025-02-12'],
      ['2024-12-19', '2026-02-03'],
    ].map(([from = '', end = '']) => ({ from: dayNumberOf(from), end: dayNumberOf(end) + 1 }));
    for (const groupBy of COHORT_GROUPS) {
      for (const days of ranges) {
        for (const periods of groupBy === 'week' || groupBy === 'month' ? [0, 26] : [0]) {
          const question = { workspaceId, groupBy, days, periods, now };
          expect(await store.ask(cohorts, question)).toEqual(await plain.cohorts(question));
        }
      }
    }
    for (const groupBy of LTV_GROUPS) {
      for (const asOf of [
        now,
        new Date('2026-03-17T12:34:56.789Z'),
        new Date('2025-07-01T03:59:59.999Z'),
      ]) {
        const question = { workspaceId, groupBy, months: 20, asOf, now };
        expect(await store.ask(ltvCohorts, question)).toEqual(await plain.ltvCohorts(question));
      }
    }
  });

  it('leaves counts and lists that agree', async () => {
    const count = countIn(await client.get('/customers/count'));
    const rows: { count: number }[] = await app.dataSource.query(
      'select count(*) from customers where workspace_id = $1 and deleted_at is null',
      [client.workspace.id],
    );
    expect(count).toBe(Number(rows[0]?.count));
    expect(paginationIn(await client.get('/customers?limit=1')).total).toBe(count);
  });
});
