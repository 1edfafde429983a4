import { ServiceUnavailable } from '../errors/app-error.js';

/** The code of a database or network error, or ''. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';

/**
 * Two transactions waited for each other, one saw the other's half, or all of them together hold more
 * locks than the server has room for: running again helps.
 */
const CONFLICTS = new Set(['40001', '40P01', '53200']);

export const isConflict = (error: unknown): boolean => CONFLICTS.has(codeOf(error));

/** `undefined_table` and `undefined_column`: the database is not migrated, which /readyz says. */
const NOT_MIGRATED = new Set(['42P01', '42703']);

export const isNotMigrated = (error: unknown): boolean => NOT_MIGRATED.has(codeOf(error));

/** `query_canceled`: the server's statement_timeout. */
const SERVER_TIMEOUT = '57014';
const CLIENT_TIMEOUT = 'Query read timeout';

/** Nothing was heard of the server in time, not even that it had given up. */
export const isSilence = (error: unknown): boolean =>
  error instanceof Error && error.message === CLIENT_TIMEOUT;

export const isTimeout = (error: unknown): boolean =>
  codeOf(error) === SERVER_TIMEOUT || isSilence(error);

const CONNECTION_FAULT =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|the database system is|is not currently accepting connections|Client was closed/;

/** The server cannot be reached, is starting or stopping, or the connection broke. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code.startsWith('08') ||
    /^57P0[1-5]$/.test(code) ||
    // Too many connections, and a server that has become a read-only one.
    code === '53300' ||
    code === '25006' ||
    /^E(CONN|PIPE|HOST|TIMEDOUT|NOTFOUND|NETUNREACH)/.test(code) ||
    (error instanceof Error && CONNECTION_FAULT.test(error.message))
  );
}

/** PostgreSQL is out of reach or did not answer in time. */
export class DatabaseUnavailable extends ServiceUnavailable {
  constructor(cause: unknown) {
    super('The database is not available; try again.', { cause });
  }
}

/** A transaction met others so often that it was given up. */
export class TooManyConflicts extends ServiceUnavailable {
  constructor(cause: unknown) {
    super('Too many writes met here; try again.', { cause });
  }
}
