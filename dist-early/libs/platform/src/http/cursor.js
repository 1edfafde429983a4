import { createHash } from 'node:crypto';
import { ValidationFailed } from '../errors/app-error.js';
import { faultOfText } from './json-body.js';
/** A question may have a search in it: it is long, and nobody's business. */
const digestOf = (question) => createHash('sha256').update(question).digest('base64url').slice(0, 16);
/** Where a list goes on: opaque to the caller, bound to the question that it was given for. */
export function encodeCursor(question, position) {
    return Buffer.from(JSON.stringify([digestOf(question), ...position])).toString('base64url');
}
/** What the database can compare with: a caller may have written the cursor himself. */
const isPlace = (value) => value === null ||
    (typeof value === 'string' && faultOfText(value) === undefined) ||
    (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
/** The position in a cursor of this question. Throws `ValidationFailed` for any other text. */
export function decodeCursor(question, cursor, length) {
    try {
        const decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString());
        if (Array.isArray(decoded) && decoded.length === length + 1) {
            const [digest, ...position] = decoded;
            if (digest === digestOf(question) && position.every(isPlace))
                return position;
        }
    }
    catch {
        // Not even JSON: the same fault.
    }
    throw ValidationFailed.of('cursor', 'must be a nextCursor of the same list');
}
//# sourceMappingURL=cursor.js.map