import { onAbort } from './abort.js';
import {
  CustomersAbortError,
  CustomersApiError,
  CustomersNetworkError,
  CustomersTimeoutError,
} from './errors.js';
import { retryAfterIn } from './retry.js';
import type { Failure } from './schema.js';

/** What openapi-fetch is given for one attempt, besides the request's own parameters. */
export interface AttemptInit {
  headers: Record<string, string>;
  signal: AbortSignal;
  fetch: (request: Request) => Promise<Response>;
}

/** What openapi-fetch answers: the body is `data` of a success and `error` of anything else. */
export interface Answer<Body> {
  data?: Body;
  error?: unknown;
  response: Response;
}

interface Limits {
  headers: Record<string, string>;
  fetch: (request: Request) => Promise<Response>;
  signal: AbortSignal | undefined;
  timeoutMs: number;
}

/** Sends a request once; answers the body of a success, and throws what else becomes of it. */
export async function attempt<Body>(
  send: (init: AttemptInit) => Promise<Answer<Body>>,
  { headers, fetch, signal, timeoutMs }: Limits,
): Promise<Body> {
  if (signal?.aborted) throw new CustomersAbortError(signal.reason);
  const controller = new AbortController();
  const seen: { wasSent: boolean; response?: Response } = { wasSent: false };
  const sentBy = async (request: Request): Promise<Response> => {
    seen.wasSent = true;
    seen.response = await fetch(request);
    return seen.response;
  };
  // Not left to `fetch` alone: one that is handed in may not heed its signal.
  const stopped = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => {
      reject(controller.signal.reason as CustomersApiError);
    });
  });
  const ignore = onAbort(signal, () => {
    controller.abort(new CustomersAbortError(signal?.reason));
  });
  const timer = setTimeout(() => {
    controller.abort(new CustomersTimeoutError(timeoutMs));
  }, timeoutMs);
  try {
    const init = { headers, fetch: sentBy, signal: controller.signal };
    return bodyOf(await Promise.race([send(init), stopped]));
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    // A request that cannot even be made is the caller's mistake, and no other attempt will help.
    if (!seen.wasSent || error instanceof CustomersApiError) throw error;
    if (seen.response && isUnreadable(error)) throw unexpected(seen.response, error);
    throw new CustomersNetworkError(error);
  } finally {
    clearTimeout(timer);
    ignore();
  }
}

/** By its name: where modules have a global object of their own, `instanceof` does not know it. */
const isUnreadable = (error: unknown): boolean =>
  (error as Error | null | undefined)?.name === 'SyntaxError';

function bodyOf<Body>({ data, error, response }: Answer<Body>): Body {
  if (data !== undefined && isSuccess(data)) return data;
  if (!isFailure(error)) throw unexpected(response);
  const { code, message, requestId, details } = error.error;
  throw new CustomersApiError(code, message, {
    status: response.status,
    requestId,
    details,
    retryAfter: retryAfterIn(response.headers),
  });
}

const isEnvelope = (body: unknown): body is { success: unknown } =>
  typeof body === 'object' && body !== null && 'success' in body;

const isSuccess = (body: unknown): boolean => isEnvelope(body) && body.success === true;

function isFailure(body: unknown): body is Failure {
  if (!isEnvelope(body) || body.success !== false || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

/** An answer of somebody else: a proxy, another service, a wrong address. */
function unexpected(response: Response, cause?: unknown): CustomersApiError {
  const { status, headers, type } = response;
  const isRedirect = type === 'opaqueredirect' || (status >= 300 && status < 400);
  const message = isRedirect
    ? 'The answer was a redirect: set baseUrl to where the service itself is.'
    : `The answer (status ${status}) is not one of the Customers API: check baseUrl, and what is between.`;
  return new CustomersApiError('UNEXPECTED_ANSWER', message, {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: retryAfterIn(headers),
    cause,
  });
}
