import { isNativeError } from 'node:util/types';
/** A failure that says all that its reader needs. */
export class Failure extends Error {
    constructor(message, exitCode = 1) {
        super(message);
        this.exitCode = exitCode;
    }
}
const optionOf = (path) => `--${path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const isList = (value, key) => typeof value === 'object' &&
    value !== null &&
    Array.isArray(value[key]);
/**
 * An error in one line. Errors are told apart by their shape: their classes would bring all libs
 * with them, also where nothing of them has run.
 */
export function sentenceOf(error) {
    return oneLine(textOf(error)) || 'Something went wrong, and nothing says what.';
}
const oneLine = (text) => text.trim().replace(/\s*[\r\n]+\s*/g, ' ');
function textOf(error) {
    if (!isNativeError(error))
        return String(error);
    if (isList(error, 'faults')) {
        return `The configuration is not valid: ${(error.faults ?? []).join('; ')}`;
    }
    if (isList(error, 'details')) {
        const details = (error.details ?? []);
        return details
            .map(({ path, message }) => (path ? `${optionOf(path)} ${message}` : message))
            .join('; ');
    }
    const { code, syscall } = error;
    if (code === '42P01' || code === '42703') {
        return 'The database is not migrated: run npm run migrate, or leave MIGRATE_ON_START on.';
    }
    // What is thrown when every address of a host refuses has a code and no message.
    if (isList(error, 'errors')) {
        const [first] = error.errors ?? [];
        return `The database is not available: ${isNativeError(first) ? first.message : String(code)}`;
    }
    if (syscall === 'connect')
        return `The database is not available: ${error.message}`;
    const { cause } = error;
    const reason = isNativeError(cause) && cause.message ? ` (${cause.message})` : '';
    return error.message + reason;
}
//# sourceMappingURL=failure.js.map