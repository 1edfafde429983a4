import { dayNumberOf, dayText } from '@app/platform';
import fc from 'fast-check';
import { ALL_DAYS, CALENDARS, daysFrom, type PeriodUnit } from '../periods.js';
import { cover } from './cover.js';

const piecesOf = (first: string, last: string, units: PeriodUnit[]): string[] =>
  cover(daysFrom(first, last), units).map(
    ({ grain, from, end }) => `${grain} ${dayText(from)} ${dayText(end - 1)}`,
  );

describe('a cover', () => {
  it('has months inside, weeks beside them, and days at the edges', () => {
    expect(piecesOf('2026-01-14', '2026-04-09', ['month', 'week'])).toEqual([
      'day 2026-01-14 2026-01-18',
      'week 2026-01-19 2026-01-25',
      'day 2026-01-26 2026-01-31',
      'month 2026-02-01 2026-03-31',
      'day 2026-04-01 2026-04-09',
    ]);
  });

  it('of weeks has only weeks, and days at the edges', () => {
    expect(piecesOf('2026-03-01', '2026-03-10', ['week'])).toEqual([
      'day 2026-03-01 2026-03-01',
      'week 2026-03-02 2026-03-08',
      'day 2026-03-09 2026-03-10',
    ]);
  });

  it('of a part of one period has its days', () => {
    expect(piecesOf('2026-03-03', '2026-03-05', ['month'])).toEqual(['day 2026-03-03 2026-03-05']);
    expect(piecesOf('2026-03-05', '2026-03-05', ['month', 'week'])).toEqual([
      'day 2026-03-05 2026-03-05',
    ]);
  });

  it('of a whole month, or of all time, is one piece', () => {
    expect(piecesOf('2026-02-01', '2026-02-28', ['month', 'week'])).toHaveLength(1);
    for (const unit of ['week', 'month'] as const) {
      expect(cover(ALL_DAYS, [unit])).toEqual([{ grain: unit, ...ALL_DAYS }]);
    }
  });

  it('of nothing is nothing', () => {
    expect(cover({ from: 7, end: 7 }, ['month', 'week'])).toEqual([]);
  });

  it('has each day of any range once, in pieces of whole periods, seven at most', () => {
    const day = fc.integer({ min: dayNumberOf('2019-01-01'), max: dayNumberOf('2022-12-31') });
    const units = fc.constantFrom<PeriodUnit[][]>(['month', 'week'], ['month'], ['week'], []);
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), units, (from, length, by) => {
        const pieces = cover({ from, end: from + length }, by);
        expect(pieces.length).toBeLessThanOrEqual(7);
        let next = from;
        for (const { grain, from: first, end } of pieces) {
          expect(first).toBe(next);
          expect(end).toBeGreaterThan(first);
          if (grain !== 'day') {
            const { numberOf, firstDayOf } = CALENDARS[grain];
            expect([first, end]).toEqual([first, end].map((edge) => firstDayOf(numberOf(edge))));
          }
          next = end;
        }
        expect(next).toBe(from + length);
      }),
      { numRuns: 500 },
    );
  });
});
