export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const toInstant = (at) => new Date(at).toISOString();
//# sourceMappingURL=demo-event.js.map