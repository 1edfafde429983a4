import { startOfDay } from './calendar.js';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01: a calendar day as a number, of no time zone. */
export type DayNumber = number;

export const dayNumberOf = (day: string): DayNumber => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** `2026-03-01`; years before 0 have more digits. */
export const dayText = (day: DayNumber): string =>
  new Date(day * DAY_MS).toISOString().slice(0, -'T00:00:00.000Z'.length);

/** ISO weeks, counted through: those of two days differ by the weeks between them. */
export const weekNumberOf = (day: DayNumber): number => Math.floor((day + 3) / 7);

/** The Monday of a week. */
export const firstDayOfWeek = (week: number): DayNumber => week * 7 - 3;

/** Calendar months, counted through: those of two days differ by the months between them. */
export function monthNumberOf(day: DayNumber): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** `Date.UTC` takes the years below 100 for those of the 20th century. */
const firstOf = (year: number, month: number): DayNumber =>
  new Date(0).setUTCFullYear(year, month, 1) / DAY_MS;

export const firstDayOfMonth = (month: number): DayNumber => firstOf(0, month);

const calendars = new Map<string, LocalCalendar>();

/**
 * Which day of a time zone an instant falls on, thousands of times in a row: the starts of a year's
 * days are looked up once. A day that the zone skips has no instant.
 */
export class LocalCalendar {
  private readonly years = new Map<number, Float64Array>();

  private constructor(readonly timezone: string) {}

  static of(timezone: string): LocalCalendar {
    let calendar = calendars.get(timezone);
    if (!calendar) {
      calendar = new LocalCalendar(timezone);
      calendars.set(timezone, calendar);
    }
    return calendar;
  }

  dayOf(instant: Date): DayNumber {
    const time = instant.getTime();
    const guess = Math.floor(time / DAY_MS);
    // No zone is further from UTC than a day: the last of these that has begun.
    for (let day = guess + 1; day > guess - 2; day -= 1) {
      if (this.startTimeOf(day) <= time) return day;
    }
    return guess - 2;
  }

  /** The first instant of a day. */
  startOf(day: DayNumber): Date {
    return new Date(this.startTimeOf(day));
  }

  private startTimeOf(day: DayNumber): number {
    const year = new Date(day * DAY_MS).getUTCFullYear();
    const first = firstOf(year, 0);
    let starts = this.years.get(year);
    if (!starts) {
      const count = firstOf(year + 1, 0) - first;
      starts = new Float64Array(count).fill(NaN);
      this.years.set(year, starts);
    }
    const known = starts[day - first] ?? NaN;
    if (!Number.isNaN(known)) return known;
    const start = startOfDay(dayText(day), this.timezone);
    starts[day - first] = start.getTime();
    return start.getTime();
  }
}
