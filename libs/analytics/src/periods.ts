import { Temporal } from 'temporal-polyfill';
import { startOfDay } from '@app/platform';

export type PeriodUnit = 'week' | 'month';

/**
 * Consecutive calendar weeks or months of a time zone. A store only compares instants with
 * `starts`, so that it needs no time zone tables, whose names and rules may differ from ours (to
 * PostgreSQL, for one, `CET` is an offset without summer time).
 */
export interface Periods {
  /** `2026-W09` or `2026-03`. */
  readonly labels: readonly string[];
  /** The first instant of each period. */
  readonly starts: readonly Date[];
}

const ONE = { week: { weeks: 1 }, month: { months: 1 } } as const;

const FIRST_DAY = {
  week: (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 }),
  month: (day: Temporal.PlainDate) => day.with({ day: 1 }),
};

const LABEL = {
  week: (day: Temporal.PlainDate) =>
    `${String(day.yearOfWeek).padStart(4, '0')}-W${String(day.weekOfYear).padStart(2, '0')}`,
  month: (day: Temporal.PlainDate) => day.toPlainYearMonth().toString(),
};

const localDay = (instant: Date, timezone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timezone)
    .toPlainDate();

/** The periods from the one that contains `first` to the one that contains `last`. */
export function periodsFrom(unit: PeriodUnit, first: Date, last: Date, timezone: string): Periods {
  const labels: string[] = [];
  const starts: Date[] = [];
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
export const numberOf = ({ starts }: Periods, instant: Date): number =>
  starts.findLastIndex((start) => start <= instant) + 1;
