import type { Run, Select } from '../analytics-store.js';
import { ltvCohorts, type LtvCohortsQuestion } from './ltv-cohorts.js';

/** A store that has these rows, by the name of the statement. */
const rowsOf =
  (answers: Record<string, unknown[]>): Run =>
  <Row>({ name }: Select<Row>) =>
    Promise.resolve((answers[name] ?? []) as Row[]);

const question: LtvCohortsQuestion = {
  workspaceId: 'ws_1',
  groupBy: 'month',
  months: 3,
  asOf: new Date('2026-03-31T23:59:59.999Z'),
  timezone: 'UTC',
  now: new Date('2026-06-01T00:00:00Z'),
};

describe('ltv cohorts by month', () => {
  const run = rowsOf({
    'ltv-cohorts-by-month': [{ key: 1, firstMonth: 1, lastMonth: 1, customers: 3 }],
    'ltv-spending-by-month': [
      { key: 1, age: 0, revenue: 100, newBuyers: 1 },
      { key: 1, age: 2, revenue: 50, newBuyers: 1 },
    ],
  });

  it('add up month by month, and list empty months', async () => {
    const { cohorts } = await ltvCohorts.answer(run, question);
    expect(cohorts.map(({ cohort, curve }) => [cohort, curve.length])).toEqual([
      ['2026-01', 3],
      ['2026-02', 2],
      ['2026-03', 1],
    ]);
    expect(cohorts[0]).toEqual({
      cohort: '2026-01',
      customers: 3,
      payingCustomers: 2,
      revenue: 150,
      ltv: 50,
      curve: [
        { month: 0, revenue: 100, cumulativeRevenue: 100, ltv: 33, complete: true },
        { month: 1, revenue: 0, cumulativeRevenue: 100, ltv: 33, complete: true },
        { month: 2, revenue: 50, cumulativeRevenue: 150, ltv: 50, complete: true },
      ],
    });
    expect(cohorts[2]).toEqual({
      cohort: '2026-03',
      customers: 0,
      payingCustomers: 0,
      revenue: 0,
      ltv: null,
      curve: [{ month: 0, revenue: 0, cumulativeRevenue: 0, ltv: null, complete: true }],
    });
  });

  it.each([
    ['before its last millisecond', '2026-03-31T23:59:59.998Z', '2026-06-01T00:00:00Z', false],
    ['at its last millisecond', '2026-03-31T23:59:59.999Z', '2026-06-01T00:00:00Z', true],
    ['while it still runs', '2026-03-31T23:59:59.999Z', '2026-03-31T12:00:00Z', false],
  ])('take the last month for complete or not %s', async (_, asOf, now, complete) => {
    const params = { ...question, asOf: new Date(asOf), now: new Date(now) };
    const { cohorts } = await ltvCohorts.answer(run, params);
    expect(cohorts.map(({ curve }) => curve.at(-1)?.complete)).toEqual([
      complete,
      complete,
      complete,
    ]);
    expect(cohorts[0]?.curve[1]?.complete).toBe(true);
  });
});

describe('ltv cohorts by origin', () => {
  it('go on as long as their oldest customers, and are complete with their youngest', async () => {
    const run = rowsOf({
      'ltv-cohorts-by-source': [
        { key: 'google', firstMonth: 1, lastMonth: 2, customers: 2 },
        { key: null, firstMonth: 3, lastMonth: 3, customers: 1 },
      ],
    });
    const params = { ...question, groupBy: 'source' as const, asOf: new Date('2026-03-15Z') };
    const { cohorts } = await ltvCohorts.answer(run, params);
    expect(
      cohorts.map(({ cohort, curve }) => [cohort, curve.map(({ complete }) => complete)]),
    ).toEqual([
      ['google', [true, false, false]],
      [null, [false]],
    ]);
  });
});
