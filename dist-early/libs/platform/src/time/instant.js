import { Temporal } from 'temporal-polyfill';
/** Milliseconds since 1970 of the last instant that a Date can hold. */
export const LATEST_INSTANT = 8.64e15;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|z|[+-]\d{2}:\d{2})$/;
/** An ISO 8601 timestamp with an offset, to the millisecond; undefined when it is not one. */
export function parseInstant(text) {
    if (!INSTANT.test(text))
        return undefined;
    try {
        return new Date(Temporal.Instant.from(text).epochMilliseconds);
    }
    catch {
        return undefined;
    }
}
/** `2026-03-01T00:00:00.000Z`, or null. */
export const toWire = (instant) => instant?.toISOString() ?? null;
export const earliest = (...instants) => instants.reduce((a, b) => (a && (!b || a <= b) ? a : b), null);
export const latest = (...instants) => instants.reduce((a, b) => (a && (!b || a >= b) ? a : b), null);
//# sourceMappingURL=instant.js.map