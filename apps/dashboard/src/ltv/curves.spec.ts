import type { CurvePoint } from '../api/types.ts';
import { linesOf } from './curves.ts';

const point = (month: number, ltv: number, complete: boolean): CurvePoint => ({
  month,
  revenue: 0,
  cumulativeRevenue: ltv * 10,
  ltv,
  complete,
});

const curve = (points: CurvePoint[]): Parameters<typeof linesOf>[0] => ({
  name: 'x',
  customers: 10,
  payingCustomers: 1,
  points,
});

describe('the lines of a curve', () => {
  it('part where the first open month begins, and meet in the last known point', () => {
    const points = [point(0, 5, true), point(1, 7, true), point(2, 8, false)];
    expect(linesOf(curve(points), 'customer', 4)).toEqual([
      [5, 7, null, null],
      [null, 7, 8, null],
    ]);
  });

  it('are the totals where these are asked for', () => {
    expect(linesOf(curve([point(0, 5, true)]), 'total', 1)).toEqual([[50], [null]]);
  });

  it('have a lone open point', () => {
    expect(linesOf(curve([point(0, 5, false)]), 'customer', 2)).toEqual([
      [null, null],
      [5, null],
    ]);
  });
});
