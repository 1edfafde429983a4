import type { ErrorCode, ErrorDetail } from './schema.js';

/**
 * What went wrong without an answer of the API: no answer in time, no connection, the caller's own
 * signal, or an answer that is not the API's (such as a proxy's page).
 */
export type ClientErrorCode = 'TIMEOUT' | 'NETWORK_ERROR' | 'ABORTED' | 'UNEXPECTED_ANSWER';

interface Facts {
  status?: number | undefined;
  requestId?: string | undefined;
  details?: readonly ErrorDetail[] | undefined;
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** Why a call failed, after its retries. Branch on `code`, show `message` to people. */
export class CustomersApiError extends Error {
  /** One of the API's documented codes, or what went wrong before there was an answer of the API. */
  readonly code: ErrorCode | ClientErrorCode;
  /** The HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** The id of the request, for the operator of the service, whose log has it. */
  readonly requestId: string | undefined;
  /** The faulty fields of a `VALIDATION_ERROR`; otherwise empty. */
  readonly details: readonly ErrorDetail[];
  /** After how many seconds the same call may succeed, where the service said so. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode | ClientErrorCode, message: string, facts: Facts = {}) {
    super(message, 'cause' in facts ? { cause: facts.cause } : undefined);
    this.name = 'CustomersApiError';
    this.code = code;
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.details = facts.details ?? [];
    this.retryAfter = facts.retryAfter;
  }
}

/** No attempt was answered within its `timeoutMs`. A write may have happened all the same. */
export class CustomersTimeoutError extends CustomersApiError {
  constructor(timeoutMs: number) {
    super('TIMEOUT', `There was no answer within ${timeoutMs} ms.`);
    this.name = 'TimeoutError';
  }
}

/**
 * The service could not be reached, or the connection broke. A write may have happened all the
 * same. `cause` is what `fetch` threw.
 */
export class CustomersNetworkError extends CustomersApiError {
  constructor(cause: unknown) {
    super('NETWORK_ERROR', `The service could not be reached: ${explained(cause)}`, { cause });
    this.name = 'NetworkError';
  }
}

/** The caller's `signal` ended the call. `cause` is the signal's reason. */
export class CustomersAbortError extends CustomersApiError {
  constructor(reason: unknown) {
    super('ABORTED', 'The call was aborted.', { cause: reason });
    // The name that web code looks for to tell an abort from a failure.
    this.name = 'AbortError';
  }
}

interface Reason {
  message?: string;
  code?: string;
  cause?: Reason | null;
}

/** Node's fetch says "fetch failed", and its cause why, such as ECONNREFUSED. */
function explained(error: unknown): string {
  const { message, cause }: Reason = Object(error) as Reason;
  return cause?.message || cause?.code || message || String(error);
}
