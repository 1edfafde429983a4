import { Temporal } from 'temporal-polyfill';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Whether a text is a calendar day, `2026-03-01`. */
export function isDay(text) {
    if (!DAY.test(text))
        return false;
    try {
        Temporal.PlainDate.from(text);
        return true;
    }
    catch {
        return false;
    }
}
const startOf = (day, timezone) => new Date(day.toZonedDateTime({ timeZone: timezone }).epochMilliseconds);
/** The first instant of a day in a time zone, also where its midnight does not exist or comes twice. */
export const startOfDay = (day, timezone) => startOf(Temporal.PlainDate.from(day), timezone);
/** The first instant after a day in a time zone. */
export const endOfDay = (day, timezone) => startOf(Temporal.PlainDate.from(day).add({ days: 1 }), timezone);
const localDay = (instant, timezone) => Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timezone)
    .toPlainDate();
/** The day that an instant falls on in a time zone: `2026-03-01`. */
export const dayOf = (instant, timezone) => localDay(instant, timezone).toString();
/** The calendar month that an instant falls in, in a time zone: `2026-03`. */
export const monthOf = (instant, timezone) => localDay(instant, timezone).toPlainYearMonth().toString();
/** The month `count` months after another: `addMonths('2026-01', -1)` is `2025-12`. */
export const addMonths = (month, count) => Temporal.PlainYearMonth.from(month).add({ months: count }).toString();
/** The first instant of a calendar month in a time zone. */
export const startOfMonth = (month, timezone) => startOf(Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }), timezone);
/** Whether Node's time zone tables know an IANA name. */
export function isTimezone(name) {
    try {
        // An offset such as "+02:00" is no IANA zone, although Intl takes it.
        return !/^[+-]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=calendar.js.map