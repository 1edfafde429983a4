/** One value as it is compared: instants by their time, objects whatever the order of their keys. */
function comparable(value: unknown): string {
  if (value instanceof Date) return String(value.getTime());
  if (typeof value === 'object' && value !== null) {
    return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return JSON.stringify(value);
}

/**
 * The fields that a repeat would have changed: those that it gives, and gives otherwise than they
 * are stored. A field that it leaves out says nothing.
 */
export const differencesOf = (given: Record<string, unknown>, stored: object): string[] =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== null)
    .filter(([name, value]) => {
      const kept: unknown = (stored as Record<string, unknown>)[name];
      return comparable(value) !== comparable(kept);
    })
    .map(([name]) => name);
