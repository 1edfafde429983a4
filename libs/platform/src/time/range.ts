import { ValidationFailed } from '../errors/app-error.js';
import { endOfDay, isDay, startOfDay } from './calendar.js';
import { parseInstant } from './instant.js';

/** A half-open range of instants: `from` is in it, `to` is not. */
export interface InstantRange {
  from: Date | null;
  to: Date | null;
}

function instantOf(text: string, path: string): Date {
  const instant = parseInstant(text);
  if (!instant) throw ValidationFailed.of(path, 'must be a day or a timestamp with an offset');
  return instant;
}

/**
 * Reads `start` and `end`, each a day in the time zone or a timestamp. As `end`, a day is in the
 * range and a timestamp is not. Throws `ValidationFailed`, under the names that the caller knows
 * them by, when `start` is later than `end`.
 */
export function rangeOf(
  { start, end }: { start?: string | null | undefined; end?: string | null | undefined },
  timezone: string,
  names = { start: 'start', end: 'end' },
): InstantRange {
  const from = start
    ? isDay(start)
      ? startOfDay(start, timezone)
      : instantOf(start, names.start)
    : null;
  const endIsDay = end ? isDay(end) : false;
  const to = end ? (endIsDay ? endOfDay(end, timezone) : instantOf(end, names.end)) : null;
  // A day that the zone skips is an empty range, not a reversed one: two days compare as days.
  const areDays = endIsDay && start && isDay(start);
  const isReversed = areDays
    ? start > (end ?? '')
    : from && to && (endIsDay ? from >= to : from > to);
  if (isReversed) {
    throw ValidationFailed.of(names.start, `must not be later than ${names.end}`);
  }
  return { from, to };
}
