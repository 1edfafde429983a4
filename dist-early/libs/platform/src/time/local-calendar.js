import { startOfDay } from './calendar.js';
const DAY_MS = 86_400_000;
export const dayNumberOf = (day) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
/** `2026-03-01`. */
export const dayText = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** ISO weeks, counted through: those of two days differ by the weeks between them. */
export const weekNumberOf = (day) => Math.floor((day + 3) / 7);
/** The Monday of a week. */
export const firstDayOfWeek = (week) => week * 7 - 3;
/** Calendar months, counted through: those of two days differ by the months between them. */
export function monthNumberOf(day) {
    const date = new Date(day * DAY_MS);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
export const firstDayOfMonth = (month) => Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;
const calendars = new Map();
/**
 * Which day of a time zone an instant falls on, thousands of times in a row: the starts of a year's
 * days are looked up once. A day that the zone skips has no instant.
 */
export class LocalCalendar {
    constructor(timezone) {
        this.timezone = timezone;
        this.years = new Map();
    }
    static of(timezone) {
        let calendar = calendars.get(timezone);
        if (!calendar) {
            calendar = new LocalCalendar(timezone);
            calendars.set(timezone, calendar);
        }
        return calendar;
    }
    dayOf(instant) {
        const time = instant.getTime();
        const guess = Math.floor(time / DAY_MS);
        // No zone is further from UTC than a day: the last of these that has begun.
        for (let day = guess + 1; day > guess - 2; day -= 1) {
            if (this.startTimeOf(day) <= time)
                return day;
        }
        return guess - 2;
    }
    /** The first instant of a day. */
    startOf(day) {
        return new Date(this.startTimeOf(day));
    }
    startTimeOf(day) {
        const year = new Date(day * DAY_MS).getUTCFullYear();
        const first = Date.UTC(year, 0, 1) / DAY_MS;
        let starts = this.years.get(year);
        if (!starts) {
            const count = Date.UTC(year + 1, 0, 1) / DAY_MS - first;
            starts = new Float64Array(count).fill(NaN);
            this.years.set(year, starts);
        }
        const known = starts[day - first] ?? NaN;
        if (!Number.isNaN(known))
            return known;
        const start = startOfDay(dayText(day), this.timezone);
        starts[day - first] = start.getTime();
        return start.getTime();
    }
}
//# sourceMappingURL=local-calendar.js.map