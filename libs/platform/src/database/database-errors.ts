import { ServiceUnavailable } from '../errors/app-error.js';

/** The code of a database or network error, or ''. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';

/** Two transactions waited for each other, or one saw the other's half: running again helps. */
const CONFLICTS = new Set(['40001', '40P01']);

export const isConflict = (error: unknown): boolean => CONFLICTS.has(codeOf(error));

/** `query_canceled`: the server's statement_timeout. */
const SERVER_TIMEOUT = '57014';
const CLIENT_TIMEOUT = 'Query read timeout';

export const isTimeout = (error: unknown): boolean =>
  codeOf(error) === SERVER_TIMEOUT || (error instanceof Error && error.message === CLIENT_TIMEOUT);

const CONNECTION_FAULT =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|the database system is|Client was closed/;

/** The server cannot be reached, is starting or stopping, or the connection broke. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code.startsWith('08') ||
    /^57P0[1-5]$/.test(code) ||
    code === '53300' ||
    /^E(CONN|PIPE|HOST|TIMEDOUT|NOTFOUND|NETUNREACH)/.test(code) ||
    (error instanceof Error && CONNECTION_FAULT.test(error.message))
  );
}

/** PostgreSQL is out of reach or did not answer in time; nothing was stored that was not answered. */
export class DatabaseUnavailable extends ServiceUnavailable {
  constructor(cause: unknown) {
    super('The database is not available; try again.', { cause });
  }
}

/** A write met others so often that it was given up; nothing of it was stored. */
export class TooManyConflicts extends ServiceUnavailable {
  constructor(cause: unknown) {
    super('Too many writes met here; try again.', { cause });
  }
}
