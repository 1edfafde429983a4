import {
  firstDayOfMonth,
  monthNumberOf,
  type DayNumber,
  type LocalCalendar,
  type Value,
} from '@app/platform';

/**
 * The days of a time zone from the first to the last event, as SQL takes them: it only compares
 * instants with their starts, so that it needs no time zone tables, whose names and rules may differ
 * from ours (to PostgreSQL, for one, `CET` is an offset without summer time).
 */
export function dayTableOf(
  calendar: LocalCalendar,
  first: Date | null,
  last: Date | null,
): Value[] {
  const now = new Date();
  const from = firstDayOfMonth(monthNumberOf(calendar.dayOf(first ?? now)));
  const to = calendar.dayOf(last ?? now);
  const days: DayNumber[] = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [days.map((day) => calendar.startOf(day)), from, days.map(monthNumberOf)];
}
