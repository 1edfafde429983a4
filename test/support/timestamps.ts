const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|([+-])(\d\d):(\d\d))$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Milliseconds since 1970 of an RFC 3339 timestamp; undefined when it is none. */
export function rfc3339(text: string): number | undefined {
  const parts = RFC3339.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', , sign, hours, minutes] = parts;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  if (Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59) return undefined;
  const midnight = dayStart(`${String(year)}-${String(month)}-${String(day)}`);
  if (midnight === undefined) return undefined;
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  const seconds = Number(hour) * 3_600 + Number(minute) * 60 + Math.min(59, Number(second));
  const milliseconds = Number(fraction.slice(1, 4).padEnd(3, '0'));
  return midnight + (seconds - offset * 60) * 1_000 + milliseconds;
}

export const isRfc3339 = (text: string): boolean => rfc3339(text) !== undefined;

/** The first millisecond of a day in UTC; undefined when there is no such day. */
export function dayStart(text: string): number | undefined {
  if (!DAY.test(text)) return undefined;
  const start = new Date(`${text}T00:00:00Z`);
  // Date takes the 30th of February for the 2nd of March.
  const isDay = !Number.isNaN(start.getTime()) && start.toISOString().startsWith(text);
  return isDay ? start.getTime() : undefined;
}

/** ISO 8601 also lets the seconds out, and writes a comma: the same in RFC 3339. */
export const asRfc3339 = (text: string): string =>
  text
    .replace(/^(.{10}[Tt]\d\d:\d\d)(?=[Zz+-])/, '$1:00')
    .replace(/^(.{10}[Tt]\d\d:\d\d:\d\d),(?=\d)/, '$1.');
