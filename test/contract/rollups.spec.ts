import {
  AnalyticsStore,
  COHORT_GROUPS,
  LTV_GROUPS,
  RollupFolder,
  cohorts,
  daysFrom,
  ltvCohorts,
  type CohortsQuestion,
  type LtvCohortsQuestion,
} from '@app/analytics';
import { ChangeTimezone } from '@app/customers';
import { dayOf, dayText, dayNumberOf } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { randomInt } from 'node:crypto';
import { expectHealthy } from '../support/expect-healthy.js';
import { PlainQuestions } from '../support/plain-questions.js';
import { Population } from '../support/population.js';
import { Random } from '../support/random-history.js';
import { TestApp } from '../support/start-app.js';

const SEED = Number(process.env['SEED'] ?? randomInt(2 ** 31));

describe(`rollups, with SEED=${SEED}`, () => {
  let app: TestApp;
  let folder: RollupFolder;

  beforeAll(async () => {
    app = await TestApp.start({ ROLLUP_FOLD_MS: '0' });
    folder = app.nest.get(RollupFolder);
  });

  afterAll(() => app.stop());

  async function population(timezone: string, seed: number): Promise<Workspace> {
    const { workspace } = await app.workspace({ timezone });
    await new Population(workspace, 300, seed).store(app);
    return workspace;
  }

  const backlogOf = async ({ id }: Workspace): Promise<number> => {
    const text = 'select count(*) as count from cohort_deltas where workspace_id = $1';
    const rows = await app.dataSource.query<{ count: number }[]>(text, [id]);
    return rows[0]?.count ?? 0;
  };

  /** Every grouping, with ranges and instants that depend on the seed. */
  async function expectPlainAnswers(workspace: Workspace, seed: number): Promise<void> {
    const store = app.nest.get<AnalyticsStore>(AnalyticsStore);
    const { id: workspaceId, timezone } = workspace;
    const plain = new PlainQuestions(app.dataSource, timezone);
    const random = new Random(seed);
    const now = new Date();
    const today = dayNumberOf(dayOf(now, timezone));
    const ago = (): string => dayText(today - random.integer(900));
    for (const groupBy of COHORT_GROUPS) {
      const [a, b] = [ago(), ago()].sort();
      const ranges = [
        daysFrom(null, null),
        daysFrom(a ?? null, b ?? null),
        daysFrom(ago(), null),
        daysFrom(null, ago()),
      ];
      for (const days of ranges) {
        const periods = groupBy === 'week' || groupBy === 'month' ? random.integer(27) : 0;
        const question: CohortsQuestion = { workspaceId, groupBy, days, periods, now };
        expect(await store.ask(cohorts, question)).toEqual(await plain.cohorts(question));
      }
    }
    for (const groupBy of LTV_GROUPS) {
      const instants = [now, ...Array.from({ length: 3 }, () => random.integer(800) * 86_399_990)];
      for (const instant of instants) {
        const asOf = instant instanceof Date ? instant : new Date(now.getTime() - instant);
        const months = 1 + random.integer(24);
        const question: LtvCohortsQuestion = { workspaceId, groupBy, months, asOf, now };
        const expected = await plain.ltvCohorts({ ...question, asOf });
        expect(await store.ask(ltvCohorts, question)).toEqual(expected);
      }
      const months = 1 + random.integer(24);
      const asOf = ago();
      const day: LtvCohortsQuestion = { workspaceId, groupBy, months, asOf, now };
      const answer = await store.ask(ltvCohorts, day);
      expect(answer).toEqual(await plain.ltvCohorts({ ...day, asOf: answer.asOf }));
    }
  }

  it.each(['UTC', 'America/New_York', 'Pacific/Apia'])(
    'give the answers of the events in %s, however much is folded',
    async (timezone) => {
      const workspace = await population(timezone, SEED);
      const all = await backlogOf(workspace);
      await expectPlainAnswers(workspace, SEED);
      await expectHealthy(app, workspace);
      for (const part of [all / 3, all / 3]) {
        expect(await folder.fold(workspace.id, Math.floor(part))).toBe(Math.floor(part));
        await expectPlainAnswers(workspace, SEED + part);
        await expectHealthy(app, workspace);
      }
      await folder.foldAll(workspace.id);
      expect(await backlogOf(workspace)).toBe(0);
      await expectPlainAnswers(workspace, SEED + 1);
      await expectHealthy(app, workspace);
    },
  );

  it('keep no cell of zeros', async () => {
    const workspace = await population('UTC', SEED);
    await folder.foldAll(workspace.id);
    const [{ count } = {}] = await app.dataSource.query<{ count?: number }[]>(
      `select count(*) as count from (
         select from cohort_cells where workspace_id = $1 and origin = 'moved'
         union all
         select from spending_cells where workspace_id = $1 and origin = 'moved'
       ) as cell`,
      [workspace.id],
    );
    expect(count).toBe(0);
  });

  it('are built anew in the new zone when a time zone is changed', async () => {
    const workspace = await population('UTC', SEED);
    await folder.fold(workspace.id, 100);
    const changed = await app.commands.execute(
      new ChangeTimezone(workspace.slug, 'Asia/Kathmandu'),
    );
    expect(changed.timezone).toBe('Asia/Kathmandu');
    expect(await backlogOf(workspace)).toBe(0);
    await expectPlainAnswers(changed, SEED);
    await expectHealthy(app, changed);
  });
});
