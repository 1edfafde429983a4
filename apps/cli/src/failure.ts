import { isNativeError } from 'node:util/types';

/** What a process ends with that somebody stopped. */
export const INTERRUPTED = 130;

/** A failure that says all that its reader needs. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

interface Detail {
  path: string;
  message: string;
}

const optionOf = (path: string): string =>
  `--${path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const isList = (value: unknown, key: string): value is Record<string, unknown[]> =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as Record<string, unknown>)[key]);

/**
 * An error in one line. Errors are told apart by their shape: their classes would bring all libs
 * with them, also where nothing of them has run.
 */
export function sentenceOf(error: unknown): string {
  return oneLine(textOf(error)) || 'Something went wrong, and nothing says what.';
}

const oneLine = (text: string): string => text.trim().replace(/\s*[\r\n]+\s*/g, ' ');

function textOf(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  if (isList(error, 'faults')) {
    return `The configuration is not valid: ${(error.faults ?? []).join('; ')}`;
  }
  if (isList(error, 'details')) {
    const details = (error.details ?? []) as Detail[];
    return details
      .map(({ path, message }) => (path ? `${optionOf(path)} ${message}` : message))
      .join('; ');
  }
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === '42P01' || code === '42703') {
    return 'The database is not migrated: run npm run migrate, or leave MIGRATE_ON_START on.';
  }
  // What is thrown when every address of a host refuses has a code and no message.
  if (isList(error, 'errors')) {
    const [first] = error.errors ?? [];
    return `The database is not available: ${isNativeError(first) ? first.message : String(code)}`;
  }
  if (syscall === 'connect') return `The database is not available: ${error.message}`;
  const { cause } = error;
  const reason = isNativeError(cause) && cause.message ? ` (${cause.message})` : '';
  return error.message + reason;
}
