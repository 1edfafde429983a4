import { Temporal } from 'temporal-polyfill';
import { startOfDay } from "../../platform/src/index.js";
const ONE = { week: { weeks: 1 }, month: { months: 1 } };
const FIRST_DAY = {
    week: (day) => day.subtract({ days: day.dayOfWeek - 1 }),
    month: (day) => day.with({ day: 1 }),
};
const LABEL = {
    week: (day) => `${String(day.yearOfWeek).padStart(4, '0')}-W${String(day.weekOfYear).padStart(2, '0')}`,
    month: (day) => day.toPlainYearMonth().toString(),
};
const localDay = (instant, timezone) => Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timezone)
    .toPlainDate();
/** The periods from the one that contains `first` to the one that contains `last`. */
export function periodsFrom(unit, first, last, timezone) {
    const labels = [];
    const starts = [];
    const lastDay = localDay(last, timezone);
    let day = FIRST_DAY[unit](localDay(first, timezone));
    while (Temporal.PlainDate.compare(day, lastDay) <= 0) {
        labels.push(LABEL[unit](day));
        starts.push(startOfDay(day.toString(), timezone));
        day = day.add(ONE[unit]);
    }
    return { labels, starts };
}
/** The number of the period that contains an instant, from 1; `width_bucket` in SQL. */
export const numberOf = ({ starts }, instant) => starts.findLastIndex((start) => start <= instant) + 1;
//# sourceMappingURL=periods.js.map