import { ChangeTimezone } from '@app/customers';
import type { Workspace } from '@app/workspaces';
import { expectHealthy } from '../support/expect-healthy.js';
import { Population } from '../support/population.js';
import { runCli, type CliResult } from '../support/run-cli.js';
import { TestApp } from '../support/start-app.js';

const SEED = 20_260_302;

describe('the doctor', () => {
  let app: TestApp;
  let workspace: Workspace;

  beforeAll(async () => {
    app = await TestApp.start({ ROLLUP_FOLD_MS: '0' });
  });

  beforeEach(async () => {
    ({ workspace } = await app.workspace());
    await new Population(workspace, 60, SEED).store(app);
  });

  afterAll(() => app.stop());

  const doctor = (...args: string[]): Promise<CliResult> =>
    runCli(app, ['doctor', '--workspace', workspace.slug, ...args]);

  const damage = (sql: string): Promise<unknown> => app.dataSource.query(sql, [workspace.id]);

  it('finds nothing where nothing is wrong', async () => {
    expect(await doctor()).toEqual({
      exitCode: 0,
      stdout: `${workspace.slug}: nothing differs from the events`,
      stderr: '',
    });
    const { stdout } = await doctor('--json');
    expect(JSON.parse(stdout)).toEqual([
      { workspace: workspace.slug, differences: [], total: 0, repaired: null, left: 0 },
    ]);
  });

  const CUSTOMER = `update customers set :column = :value where workspace_id = $1 and id = 'cus_000007'`;
  const customerWith = (column: string, value: string): string =>
    CUSTOMER.replace(':column', column).replace(':value', value);
  const ONE_DELTA = `workspace_id = $1 and id = (
    select max(id) from cohort_deltas where workspace_id = $1 and customers = 1)`;

  it.each([
    ['a wrong sum', customerWith('ltv', 'ltv + 1'), 'customers cus_000007: ltv is'],
    ['a wrong count', customerWith('leads', '77'), 'customers cus_000007: leads is 77'],
    [
      'a wrong time',
      customerWith('first_seen_at', `first_seen_at - interval '1 second'`),
      'customers cus_000007: first_seen_at is',
    ],
    [
      'a wrong first touch',
      customerWith('first_touch_click_id', `'nowhere'`),
      'customers cus_000007: first_touch_click_id is nowhere',
    ],
    [
      'a wrong last activity',
      customerWith('last_activity_at', 'now()'),
      'customers cus_000007: last_activity_at is',
    ],
    ['a lost delta', `delete from cohort_deltas where ${ONE_DELTA}`, 'cohort_cells all day'],
    [
      'a wrong delta',
      `update cohort_deltas set active_weeks = active_weeks + 1, week_age = 3 where ${ONE_DELTA}`,
      'retention_cells week',
    ],
    [
      'a wrong number of buyers',
      `update cohort_deltas set new_buyers = new_buyers + 1, month_age = 2 where ${ONE_DELTA}`,
      'spending_cells all',
    ],
    [
      'a cell too many',
      `insert into cohort_cells values ($1, 'campaign', 'day', '2026-01-01', 'x', 1, 1, 0, 0, 0, 0)`,
      'cohort_cells campaign day 2026-01-01 x: customers is 1 instead of 0',
    ],
    [
      'a wrong number of live customers',
      `update cohort_deltas set live = live - 1 where ${ONE_DELTA}`,
      'count live customers: customers is',
    ],
    [
      'a sale that nobody counted',
      `update conversions set status = 'approved' where workspace_id = $1 and id = (
         select min(id) from conversions
         where workspace_id = $1 and type = 'sale' and status = 'pending')`,
      'spending_cells',
    ],
    [
      'a wrong number of conversions',
      `update conversion_deltas set conversions = conversions + 1 where workspace_id = $1 and id = (
         select min(id) from conversion_deltas where workspace_id = $1)`,
      'conversion_cells',
    ],
    [
      'a customer that no search finds',
      `delete from customer_directory where workspace_id = $1 and customer_id = (
         select min(customer_id) from customer_directory where workspace_id = $1)`,
      'customer_directory cus_',
    ],
    [
      'a customer that is found by another text',
      `update customer_directory set content = 'x' where workspace_id = $1 and customer_id = (
         select min(customer_id) from customer_directory where workspace_id = $1)`,
      'customer_directory cus_',
    ],
    [
      'a week that was miscounted',
      'insert into directory_weeks values ($1, 7, 7)',
      'directory_weeks 7: entries is 7 instead of 0',
    ],
    [
      'rollups that are not built',
      'update workspaces set rollups_built_at = null where id = $1',
      'rollups all: built is false instead of true',
    ],
  ])('finds %s, and repairs it', async (_damage, sql, line) => {
    await damage(sql);
    const found = await doctor();
    expect(found.exitCode).toBe(1);
    expect(found.stdout).toContain(`${workspace.slug}: ${line}`);
    expect(found.stderr).toMatch(/^error: Found \d+ differences? in 1 workspace\.$/);
    const repair = await doctor('--repair');
    expect(repair).toMatchObject({ exitCode: 0, stderr: '' });
    expect(repair.stdout).toMatch(/recalculated \d customers? and built the rollups anew$/);
    await expectHealthy(app, workspace);
    expect((await doctor()).exitCode).toBe(0);
  });

  it('tells the first 100 differences of a kind, and how many there are', async () => {
    await damage('update customers set ltv = ltv + 1 where workspace_id = $1');
    await damage('delete from cohort_deltas where workspace_id = $1');
    const { stdout } = await doctor();
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.includes(': customers cus_'))).toHaveLength(60);
    expect(lines.filter((line) => line.includes(': cohort_cells '))).toHaveLength(100);
    expect(stdout).toMatch(/: cohort_cells: \d+ more, \d+ in all/);
  });

  it('looks into all workspaces when none is named', async () => {
    await damage('delete from cohort_deltas where workspace_id = $1');
    const { exitCode, stdout } = await runCli(app, ['doctor', '--json']);
    const findings = JSON.parse(stdout) as { workspace: string; total: number }[];
    expect(exitCode).toBe(1);
    expect(findings.length).toBeGreaterThan(1);
    const ill = findings.filter(({ total }) => total > 0).map((finding) => finding.workspace);
    expect(ill).toContain(workspace.slug);
  });

  it('knows the zone that a workspace has moved to', async () => {
    await app.commands.execute(new ChangeTimezone(workspace.slug, 'Pacific/Auckland'));
    expect((await doctor()).exitCode).toBe(0);
  });
});
