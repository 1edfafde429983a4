import type { Run, Select } from '../analytics-store.js';
import { AnalyticsUnavailable } from '../analytics.errors.js';
import { ALL_DAYS } from '../periods.js';
import { MAX_GROUPS, cohorts, type CohortsQuestion } from './cohorts.js';

/** A store that has these rows, by the name of the statement. */
const rowsOf =
  (answers: Record<string, unknown[]>): Run =>
  <Row>({ name }: Select<Row>) =>
    Promise.resolve((name === 'rollup-state' ? [state] : (answers[name] ?? [])) as Row[]);

const state = { timezone: 'UTC', rollupsBuiltAt: new Date(0) };

const counts = {
  customers: 3,
  customersWithLeads: 1,
  convertedCustomers: 2,
  sales: 4,
  revenue: 50,
};
const total = { isTotal: true, key: null, ...counts };

const question: CohortsQuestion = {
  workspaceId: 'ws_1',
  groupBy: 'week',
  days: ALL_DAYS,
  periods: 0,
  now: new Date('2026-03-11T00:00:00Z'),
};

describe('cohorts', () => {
  it('are named by their week, with averages and ratios', async () => {
    const run = rowsOf({
      'cohorts-by-week': [total, { isTotal: false, key: '2026-02-23', ...counts }],
    });
    const averages = { conversionRate: 0.6667, averageLtv: 17, averageOrderValue: 13 };
    expect(await cohorts.answer(run, question)).toEqual({
      timezone: 'UTC',
      truncated: false,
      totals: { ...counts, ...averages },
      cohorts: [{ cohort: '2026-W09', ...counts, ...averages }],
    });
  });

  it('end their retention with the period that contains now', async () => {
    const run = rowsOf({
      'cohorts-by-week': [
        total,
        { isTotal: false, key: '2026-02-23', ...counts },
        { isTotal: false, key: '2026-03-09', ...counts },
      ],
      'cohorts-retention-by-week': [
        { key: '2026-02-23', age: 0, customers: 2 },
        { key: '2026-02-23', age: 2, customers: 1 },
      ],
    });
    const answer = await cohorts.answer(run, { ...question, periods: 26 });
    expect(answer.cohorts.map(({ cohort, retention }) => [cohort, retention])).toEqual([
      ['2026-W09', [2, 0, 1]],
      ['2026-W11', [0]],
    ]);
    const two = await cohorts.answer(run, { ...question, periods: 2 });
    expect(two.cohorts.map(({ retention }) => retention)).toEqual([[2, 0], [0]]);
  });

  it('are none, and their averages null, without customers', async () => {
    const none = { customers: 0, customersWithLeads: 0, convertedCustomers: 0, sales: 0 };
    expect(await cohorts.answer(rowsOf({}), question)).toEqual({
      timezone: 'UTC',
      truncated: false,
      totals: {
        ...none,
        revenue: 0,
        conversionRate: null,
        averageLtv: null,
        averageOrderValue: null,
      },
      cohorts: [],
    });
  });

  it('are cut off after 1,000, and say so', async () => {
    const groups = Array.from({ length: MAX_GROUPS + 1 }, (_, index) => ({
      isTotal: false,
      key: `campaign ${String(index)}`,
      ...counts,
    }));
    const ask = (rows: unknown[]): ReturnType<typeof cohorts.answer> =>
      cohorts.answer(rowsOf({ 'cohorts-by-campaign': [total, ...rows] }), {
        ...question,
        groupBy: 'campaign',
      });
    const cut = await ask(groups);
    expect([cut.truncated, cut.cohorts.length]).toEqual([true, MAX_GROUPS]);
    const whole = await ask(groups.slice(1));
    expect([whole.truncated, whole.cohorts.length]).toEqual([false, MAX_GROUPS]);
  });

  it('by origin are null for those that have none', async () => {
    const run = rowsOf({ 'cohorts-by-source': [total, { isTotal: false, key: '', ...counts }] });
    const answer = await cohorts.answer(run, { ...question, groupBy: 'source' });
    expect(answer.cohorts.map(({ cohort }) => cohort)).toEqual([null]);
  });

  it('cannot be told while the rollups are being built', async () => {
    const run = <Row>(): Promise<Row[]> =>
      Promise.resolve([{ ...state, rollupsBuiltAt: null }] as Row[]);
    await expect(cohorts.answer(run, question)).rejects.toThrow(AnalyticsUnavailable);
  });
});
