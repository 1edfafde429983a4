import { RollupFolder } from '@app/analytics';
import { DatabaseUnavailable } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { DataSource, type QueryRunner } from 'typeorm';
import { errorCode } from '../support/answers.js';
import { buildRollups } from '../support/build-rollups.js';
import { expectHealthy } from '../support/expect-healthy.js';
import { Population } from '../support/population.js';
import { TestApp, type Client } from '../support/start-app.js';

const SEED = 20_260_301;
const QUESTIONS = ['/customers/cohorts?periods=26', '/customers/ltv-cohorts?group_by=campaign'];

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const answersOf = (client: Client): Promise<unknown[]> =>
  Promise.all(
    QUESTIONS.map(async (path) => {
      const answer = await client.get(path, { headers: { 'cache-control': 'no-cache' } });
      const { data } = answer.body as { data: object };
      return { ...data, asOf: null };
    }),
  );

async function backlogOf(
  app: TestApp,
  { id }: Workspace,
  table = 'cohort_deltas',
): Promise<number> {
  const text = `select count(*) as count from ${table} where workspace_id = $1`;
  return (await app.dataSource.query<{ count: number }[]>(text, [id]))[0]?.count ?? 0;
}

describe('the folder', () => {
  let app: TestApp;
  let other: QueryRunner;
  let folder: RollupFolder;
  let client: Client;
  let workspace: Workspace;

  beforeAll(async () => {
    app = await TestApp.start({ ROLLUP_FOLD_MS: '0' });
    folder = app.nest.get(RollupFolder);
    other = app.dataSource.createQueryRunner();
  });

  beforeEach(async () => {
    client = await app.workspace();
    workspace = client.workspace;
    await new Population(workspace, 60, SEED).store(app);
  });

  afterAll(async () => {
    await other.release();
    await app.stop();
  });

  it('loses nothing, and counts nothing twice, when it is killed in the middle', async () => {
    await folder.fold(workspace.id, 50);
    const [before, backlog] = [await answersOf(client), await backlogOf(app, workspace)];
    await other.startTransaction();
    await other.query('select from cohort_cells where workspace_id = $1 for update', [
      workspace.id,
    ]);
    const folding = expect(folder.fold(workspace.id)).rejects.toThrow(DatabaseUnavailable);
    await until(async () => {
      // Not in the other transaction, which would see the same activity again and again.
      const killed = await app.dataSource.query<unknown[]>(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'
           and query like '%cohort_deltas%' and pid <> pg_backend_pid()`,
      );
      return killed.length > 0;
    });
    await folding;
    await other.rollbackTransaction();
    expect(await backlogOf(app, workspace)).toBe(backlog);
    expect(await answersOf(client)).toEqual(before);
    expect(await folder.foldAll()).toBeGreaterThanOrEqual(backlog);
    expect(await answersOf(client)).toEqual(before);
    await expectHealthy(app, workspace);
  });

  it('leaves a workspace alone while somebody else folds it', async () => {
    const customers = await backlogOf(app, workspace);
    const conversions = await backlogOf(app, workspace, 'conversion_deltas');
    const backlog = Math.max(customers, conversions);
    const folded = await Promise.all(Array.from({ length: 4 }, () => folder.fold(workspace.id)));
    expect(folded.sort((a, b) => b - a)).toEqual([backlog, 0, 0, 0]);
    await expectHealthy(app, workspace);
  });

  it('builds the rollups that are missing; until then the questions answer 503', async () => {
    await app.dataSource.query('update workspaces set rollups_built_at = null where id = $1', [
      workspace.id,
    ]);
    for (const path of QUESTIONS) {
      const answer = await client.get(path);
      expect(errorCode(answer)).toBe('503 SERVICE_UNAVAILABLE');
      expect(answer.text).toContain('being built');
    }
    await folder.buildMissing();
    await expectHealthy(app, workspace);
    expect(await backlogOf(app, workspace)).toBe(0);
    expect((await client.get('/customers/cohorts')).status).toBe(200);
  });

  it('says the same as rollups that are built anew', async () => {
    await folder.foldAll();
    const cells = (): Promise<unknown> =>
      app.dataSource.query(
        `select to_jsonb(cell)::text as row from cohort_cells cell where workspace_id = $1
         union all select to_jsonb(cell)::text from retention_cells cell where workspace_id = $1
         union all select to_jsonb(cell)::text from spending_cells cell where workspace_id = $1
         order by row`,
        [workspace.id],
      );
    const folded = await cells();
    await buildRollups(app, workspace);
    expect(await cells()).toEqual(folded);
  });
});

describe('a server that folds', () => {
  const lines: string[] = [];
  let app: TestApp;

  beforeAll(async () => {
    const environment = { ROLLUP_FOLD_MS: '20', LOG_LEVEL: 'error' };
    app = await TestApp.start(environment, (line) => lines.push(line));
  });

  afterAll(() => app.stop());

  it('folds at once what is worth it, and builds what is missing', async () => {
    const [many, none] = [await app.workspace(), await app.workspace()];
    await app.dataSource.query('update workspaces set rollups_built_at = null where id = $1', [
      none.workspace.id,
    ]);
    await new Population(many.workspace, 500, SEED).store(app);
    await until(async () => (await backlogOf(app, many.workspace)) < 1);
    await until(async () => (await none.get('/customers/cohorts')).status === 200);
    await expectHealthy(app, many.workspace);
  });

  it('goes on when the database was away, and says so once', async () => {
    lines.length = 0;
    const url = new URL(app.databaseUrl);
    const name = url.pathname.slice(1);
    url.pathname = 'postgres';
    const admin = await new DataSource({ type: 'postgres', url: url.href }).initialize();
    await admin.query(`alter database ${name} allow_connections false`);
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [
      name,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await admin.query(`alter database ${name} allow_connections true`);
    await admin.destroy();
    expect(lines.filter((line) => line.includes('Rollups')).length).toBe(1);

    const { workspace } = await app.workspace();
    await new Population(workspace, 500, SEED).store(app);
    await until(async () => (await backlogOf(app, workspace)) < 1);
    await expectHealthy(app, workspace);
  });
});
