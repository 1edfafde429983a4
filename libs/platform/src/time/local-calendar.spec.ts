import fc from 'fast-check';
import { dayOf, monthOf } from './calendar.js';
import {
  LocalCalendar,
  dayNumberOf,
  dayText,
  firstDayOfMonth,
  firstDayOfWeek,
  monthNumberOf,
  weekNumberOf,
} from './local-calendar.js';

const ZONES = ['UTC', 'America/New_York', 'Africa/Cairo', 'Pacific/Apia', 'Asia/Kathmandu'];

describe('LocalCalendar', () => {
  it('knows the day of any instant, as the calendar does', () => {
    const instants = fc.date({
      min: new Date(0),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, instant) => {
        expect(dayText(LocalCalendar.of(zone).dayOf(instant))).toBe(dayOf(instant, zone));
      }),
      { numRuns: 500 },
    );
  });

  it('begins a day with its first instant', () => {
    const calendar = LocalCalendar.of('America/New_York');
    const start = calendar.startOf(dayNumberOf('2021-03-15'));
    expect(start.toISOString()).toBe('2021-03-15T04:00:00.000Z');
    expect(dayText(calendar.dayOf(start))).toBe('2021-03-15');
    expect(dayText(calendar.dayOf(new Date(start.getTime() - 1)))).toBe('2021-03-14');
  });

  it('goes on behind a day that the zone skips', () => {
    // Samoa had no 2011-12-30.
    const calendar = LocalCalendar.of('Pacific/Apia');
    const days = ['2011-12-30T09:59:59.999Z', '2011-12-30T10:00:00.000Z'].map((text) =>
      dayText(calendar.dayOf(new Date(text))),
    );
    expect(days).toEqual(['2011-12-29', '2011-12-31']);
  });
});

describe('numbers of weeks and months', () => {
  it('begin on Mondays and on firsts', () => {
    const day = dayNumberOf('2026-03-04');
    expect(dayText(firstDayOfWeek(weekNumberOf(day)))).toBe('2026-03-02');
    expect(dayText(firstDayOfMonth(monthNumberOf(day)))).toBe('2026-03-01');
  });

  it('are of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (day) => {
        const month = dayText(firstDayOfMonth(monthNumberOf(day))).slice(0, 7);
        expect(month).toBe(monthOf(new Date(day * 86_400_000), 'UTC'));
        expect(new Date(firstDayOfWeek(weekNumberOf(day)) * 86_400_000).getUTCDay()).toBe(1);
      }),
    );
  });
});
