import {
  dayNumberOf,
  dayText,
  firstDayOfMonth,
  firstDayOfWeek,
  monthNumberOf,
  weekNumberOf,
  type DayNumber,
} from '@app/platform';

export type PeriodUnit = 'week' | 'month';

/** A stretch of calendar days: `from` is in it, `end` is not. */
export interface DayRange {
  from: DayNumber;
  end: DayNumber;
}

/**
 * Further than any event: none is before 1970 or ahead of now. Both are a Monday and a first, so
 * that a range without ends is made of whole weeks and whole months.
 */
export const ALL_DAYS: DayRange = {
  from: dayNumberOf('1900-01-01'),
  end: dayNumberOf('2300-01-01'),
};

/** From a first to a last day, both inclusive, or without an end. */
export function daysFrom(first: string | null, last: string | null): DayRange {
  const within = (day: DayNumber): DayNumber =>
    Math.min(Math.max(day, ALL_DAYS.from), ALL_DAYS.end);
  return {
    from: first ? within(dayNumberOf(first)) : ALL_DAYS.from,
    end: last ? within(dayNumberOf(last) + 1) : ALL_DAYS.end,
  };
}

interface Calendar {
  /** Counted through: the numbers of two days differ by the periods between them. */
  numberOf: (day: DayNumber) => number;
  firstDayOf: (number: number) => DayNumber;
  labelOf: (number: number) => string;
}

/** `2026-W09`: an ISO week belongs to the year of its Thursday. */
function weekLabel(week: number): string {
  const thursday = firstDayOfWeek(week) + 3;
  const year = dayText(thursday).slice(0, 4);
  const number = Math.floor((thursday - dayNumberOf(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Weeks and months of the calendar, of no time zone. */
export const CALENDARS: Readonly<Record<PeriodUnit, Calendar>> = {
  week: { numberOf: weekNumberOf, firstDayOf: firstDayOfWeek, labelOf: weekLabel },
  month: {
    numberOf: monthNumberOf,
    firstDayOf: firstDayOfMonth,
    labelOf: (month) => dayText(firstDayOfMonth(month)).slice(0, -'-01'.length),
  },
};
