import { createHash } from 'node:crypto';
import { ValidationFailed } from '../errors/app-error.js';
import { faultOfText } from './json-body.js';

/** A question may have a search in it: it is long, and nobody's business. */
const digestOf = (question: string): string =>
  createHash('sha256').update(question).digest('base64url').slice(0, 16);

/** Where a list goes on: opaque to the caller, bound to the question that it was given for. */
export const encodeCursor = (question: string, position: readonly unknown[]): string =>
  cursorsOf(question)(position);

/** Makes the cursors of one question. */
export function cursorsOf(question: string): (position: readonly unknown[]) => string {
  const digest = digestOf(question);
  return (position) => Buffer.from(JSON.stringify([digest, ...position])).toString('base64url');
}

/** What the database can compare with: a caller may have written the cursor himself. */
const isPlace = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && faultOfText(value) === undefined) ||
  (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);

/** The position in a cursor of this question. Throws `ValidationFailed` for any other text. */
export function decodeCursor(question: string, cursor: string, length: number): unknown[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(decoded) && decoded.length === length + 1) {
      const [digest, ...position] = decoded as unknown[];
      if (digest === digestOf(question) && position.every(isPlace)) return position;
    }
  } catch {
    // Not even JSON: the same fault.
  }
  throw ValidationFailed.of('cursor', 'must be a nextCursor of the same list');
}
