import { ValidationFailed } from '../errors/app-error.js';

/** Where a list goes on: opaque to the caller, bound to the question that it was given for. */
export function encodeCursor(question: string, position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([question, ...position])).toString('base64url');
}

/** The position in a cursor of this question. Throws `ValidationFailed` for any other text. */
export function decodeCursor(question: string, cursor: string, length: number): unknown[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(decoded) && decoded.length === length + 1 && decoded[0] === question) {
      return decoded.slice(1);
    }
  } catch {
    // Not even JSON: the same fault.
  }
  throw ValidationFailed.of('cursor', 'must be a nextCursor of the same list');
}
