import type { Run, Select } from '../analytics-store.js';
import { ltvCohorts, type LtvCohortsQuestion } from './ltv-cohorts.js';

/** A store that has these rows, by the name of the statement. */
const rowsOf =
  (answers: Record<string, unknown[]>): Run =>
  <Row>({ name }: Select<Row>) =>
    Promise.resolve((name === 'rollup-state' ? [state] : (answers[name] ?? [])) as Row[]);

const state = { timezone: 'UTC', rollupsBuiltAt: new Date(0) };

const question: LtvCohortsQuestion = {
  workspaceId: 'ws_1',
  groupBy: 'month',
  months: 3,
  asOf: new Date('2026-03-31T23:59:59.999Z'),
  now: new Date('2026-06-01T00:00:00Z'),
};

describe('ltv cohorts by month', () => {
  const run = rowsOf({
    'ltv-cohorts-by-month': [
      { key: '2026-01-01', firstMonth: '2026-01-01', lastMonth: '2026-01-01', customers: 3 },
    ],
    'ltv-spending-by-month': [
      { key: '2026-01-01', age: 0, revenue: 100, newBuyers: 1 },
      { key: '2026-01-01', age: 2, revenue: 50, newBuyers: 1 },
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
        { key: 'google', firstMonth: '2026-01-01', lastMonth: '2026-02-01', customers: 2 },
        { key: '', firstMonth: '2026-03-01', lastMonth: '2026-03-01', customers: 1 },
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

describe('asOf', () => {
  /** A store in which something happened after any instant: the names of what it is asked. */
  const asked: string[] = [];
  const run: Run = <Row>({ name }: Select<Row>) => {
    asked.push(name);
    const answers: Record<string, unknown[]> = {
      'rollup-state': [state],
      'ltv-cohorts-since': [{ anything: true }],
    };
    return Promise.resolve((answers[name] ?? []) as Row[]);
  };

  it('of a day is its last millisecond in the time zone', async () => {
    const answer = await ltvCohorts.answer(run, { ...question, asOf: '2026-02-28' });
    expect(answer.asOf).toEqual(new Date('2026-02-28T23:59:59.999Z'));
  });

  it('reads the events of its month only when it cuts one off', async () => {
    asked.length = 0;
    await ltvCohorts.answer(run, { ...question, asOf: '2026-02-28' });
    expect(asked).toEqual(['rollup-state', 'ltv-cohorts-by-month', 'ltv-spending-by-month']);
    asked.length = 0;
    await ltvCohorts.answer(run, { ...question, asOf: '2026-02-27' });
    expect(asked.slice(2)).toEqual(['ltv-cohorts-by-month-cut', 'ltv-spending-by-month-cut']);
  });
});
