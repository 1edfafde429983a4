import { ValidationFailed } from '../errors/app-error.js';
import { endOfDay, isDay, startOfDay } from './calendar.js';
import { parseInstant } from './instant.js';
function instantOf(text, path) {
    const instant = parseInstant(text);
    if (!instant)
        throw ValidationFailed.of(path, 'must be a day or a timestamp with an offset');
    return instant;
}
/**
 * Reads `start` and `end`, each a day in the time zone or a timestamp. As `end`, a day is in the
 * range and a timestamp is not. Throws `ValidationFailed` when `start` is later than `end`.
 */
export function rangeOf({ start, end }, timezone) {
    const from = start
        ? isDay(start)
            ? startOfDay(start, timezone)
            : instantOf(start, 'start')
        : null;
    const endIsDay = end ? isDay(end) : false;
    const to = end ? (endIsDay ? endOfDay(end, timezone) : instantOf(end, 'end')) : null;
    // A day that the zone skips is an empty range, not a reversed one: two days compare as days.
    const areDays = endIsDay && start && isDay(start);
    const isReversed = areDays
        ? start > (end ?? '')
        : from && to && (endIsDay ? from >= to : from > to);
    if (isReversed) {
        throw ValidationFailed.of('start', 'must not be later than end');
    }
    return { from, to };
}
//# sourceMappingURL=range.js.map