import { dayNumberOf, dayText } from '@app/platform';
import { ALL_DAYS, CALENDARS, daysFrom, type PeriodUnit } from './periods.js';

const labelOf = (unit: PeriodUnit, day: string): string =>
  CALENDARS[unit].labelOf(CALENDARS[unit].numberOf(dayNumberOf(day)));

describe('periods', () => {
  it('are ISO weeks, also over the turn of a year with 53 of them', () => {
    const days = ['2020-12-25', '2020-12-28', '2021-01-03', '2021-01-04', '2026-12-31'];
    expect(days.map((day) => labelOf('week', day))).toEqual([
      '2020-W52',
      '2020-W53',
      '2020-W53',
      '2021-W01',
      '2026-W53',
    ]);
  });

  it('belong to the year that most of their days are in', () => {
    expect(labelOf('week', '2024-12-30')).toBe('2025-W01');
    expect(labelOf('week', '2023-01-01')).toBe('2022-W52');
  });

  it('are calendar months', () => {
    const days = ['2026-01-31', '2026-02-01', '1969-12-31'];
    expect(days.map((day) => labelOf('month', day))).toEqual(['2026-01', '2026-02', '1969-12']);
  });
});

describe('days', () => {
  it('of a range without ends begin with a Monday and a first, and end before one', () => {
    for (const day of [ALL_DAYS.from, ALL_DAYS.end]) {
      expect(dayText(day)).toMatch(/-01-01$/);
      expect(CALENDARS.week.firstDayOf(CALENDARS.week.numberOf(day))).toBe(day);
    }
    expect(daysFrom(null, null)).toEqual(ALL_DAYS);
  });

  it('include the last one', () => {
    const { from, end } = daysFrom('2026-03-01', '2026-03-01');
    expect([dayText(from), dayText(end)]).toEqual(['2026-03-01', '2026-03-02']);
  });

  it('are none outside of what an event can have', () => {
    const { from, end } = daysFrom('0000-02-29', '0001-01-01');
    expect(end - from).toBe(0);
    expect(daysFrom('9999-12-31', '9999-12-31').from).toBe(ALL_DAYS.end);
  });
});
