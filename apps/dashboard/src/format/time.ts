const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${timeZone} ${JSON.stringify(options)}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(undefined, { timeZone, ...options });
    formats.set(name, format);
  }
  return format;
}

export const formatInstant = (at: string | null, timeZone: string): string =>
  at === null
    ? '–'
    : formatOf(timeZone, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

export const formatDate = (at: string | null, timeZone: string): string =>
  at === null ? '–' : formatOf(timeZone, { dateStyle: 'medium' }).format(new Date(at));

export const formatLongDate = (at: string, timeZone: string): string =>
  formatOf(timeZone, { dateStyle: 'full' }).format(new Date(at));

export const formatClock = (at: string, timeZone: string): string =>
  formatOf(timeZone, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));

/** The day that an instant lies in, as `2026-03-01`. */
export function dayOf(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(new Date(at));
}

const DAY_MS = 86_400_000;
const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string =>
  toDay(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);

/** First and last day of a cohort that is named as `2026-03` or, by ISO 8601, as `2026-W09`. */
export function daysOfCohort(cohort: string): readonly [string, string] {
  const week = /^(\d+)-W(\d+)$/.exec(cohort);
  if (week) {
    // The 4th of January is in the first week of every year.
    const fourth = Date.UTC(Number(week[1]), 0, 4);
    const sinceMonday = (new Date(fourth).getUTCDay() + 6) % 7;
    const monday = fourth - sinceMonday * DAY_MS + (Number(week[2]) - 1) * 7 * DAY_MS;
    return [toDay(monday), toDay(monday + 6 * DAY_MS)];
  }
  const [year = 0, month = 1] = cohort.split('-').map(Number);
  return [toDay(Date.UTC(year, month - 1, 1)), toDay(Date.UTC(year, month, 0))];
}
