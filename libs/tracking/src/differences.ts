import { canonicalJson } from '@app/platform';

/**
 * The fields that a repeat would have changed: those that it gives, and gives otherwise than they
 * are stored. A field that it leaves out says nothing.
 */
export const differencesOf = (given: Record<string, unknown>, stored: object): string[] =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== null)
    .filter(([name, value]) => {
      const kept: unknown = (stored as Record<string, unknown>)[name];
      return canonicalJson(value) !== canonicalJson(kept);
    })
    .map(([name]) => name);
