import type { Run, Select } from '../analytics-store.js';
import { MAX_GROUPS, cohorts, type CohortsQuestion } from './cohorts.js';

/** A store that has these rows, by the name of the statement. */
const rowsOf =
  (answers: Record<string, unknown[]>): Run =>
  <Row>({ name }: Select<Row>) =>
    Promise.resolve((answers[name] ?? []) as Row[]);

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
  range: { from: null, to: null },
  periods: 0,
  timezone: 'UTC',
  now: new Date('2026-03-11T00:00:00Z'),
};
const extent = [
  { first: new Date('2026-02-24T00:00:00Z'), last: new Date('2026-03-10T00:00:00Z') },
];

describe('cohorts', () => {
  it('are named by their week, with averages and ratios', async () => {
    const run = rowsOf({
      'cohorts-extent': extent,
      'cohorts-by-period': [total, { isTotal: false, key: 1, ...counts }],
    });
    const averages = { conversionRate: 0.6667, averageLtv: 17, averageOrderValue: 13 };
    expect(await cohorts.answer(run, question)).toEqual({
      truncated: false,
      totals: { ...counts, ...averages },
      cohorts: [{ cohort: '2026-W09', ...counts, ...averages }],
    });
  });

  it('end their retention with the period that contains now', async () => {
    const run = rowsOf({
      'cohorts-extent': extent,
      'cohorts-by-period': [
        total,
        { isTotal: false, key: 1, ...counts },
        { isTotal: false, key: 3, ...counts },
      ],
      'cohorts-retention': [
        { key: 1, age: 0, customers: 2 },
        { key: 1, age: 2, customers: 1 },
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
    const run = rowsOf({ 'cohorts-extent': [{ first: null, last: null }] });
    expect(await cohorts.answer(run, question)).toEqual({
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
      cohorts.answer(rowsOf({ 'cohorts-by-campaign_id': [total, ...rows] }), {
        ...question,
        groupBy: 'campaign',
      });
    const cut = await ask(groups);
    expect([cut.truncated, cut.cohorts.length]).toEqual([true, MAX_GROUPS]);
    const whole = await ask(groups.slice(1));
    expect([whole.truncated, whole.cohorts.length]).toEqual([false, MAX_GROUPS]);
  });
});
