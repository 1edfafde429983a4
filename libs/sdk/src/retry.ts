import { onAbort } from './abort.js';
import { CustomersAbortError, type CustomersApiError } from './errors.js';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8_000;
/** Whoever is told to wait longer than a minute should decide for themselves what to do meanwhile. */
const LONGEST_RETRY_AFTER_S = 60;

/** Milliseconds to wait before the next attempt, or undefined when another one makes no sense. */
export function waitAfter(error: CustomersApiError, earlierFailures: number): number | undefined {
  if (!mayPass(error)) return undefined;
  const { retryAfter = 0 } = error;
  if (retryAfter > LONGEST_RETRY_AFTER_S) return undefined;
  const backOff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** earlierFailures);
  // Clients that failed together must not come back together.
  const jittered = backOff * (0.5 + Math.random() / 2);
  const asked = retryAfter * 1_000 * (1 + Math.random() / 10);
  return Math.max(jittered, asked);
}

function mayPass(error: CustomersApiError): boolean {
  const { code, status = 0 } = error;
  if (code === 'TIMEOUT' || code === 'NETWORK_ERROR' || stillRuns(error)) return true;
  return status === 429 || status >= 500;
}

/** Whether the service is busy with an earlier attempt, whose answer comes under the same key. */
export const stillRuns = ({ code, retryAfter }: CustomersApiError): boolean =>
  code === 'IDEMPOTENCY_CONFLICT' && retryAfter !== undefined;

/** Whether the request may have been carried out although its answer never came. */
export const mayHaveHappened = ({ code, status = 0 }: CustomersApiError): boolean =>
  code === 'TIMEOUT' || code === 'NETWORK_ERROR' || (code === 'UNEXPECTED_ANSWER' && status >= 500);

/** The seconds of a `Retry-After`, which is a number of seconds or an HTTP date. */
export function retryAfterIn(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1_000));
}

export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new CustomersAbortError(signal.reason));
      return;
    }
    const timer = setTimeout(() => {
      ignore();
      resolve();
    }, ms);
    const ignore = onAbort(signal, () => {
      clearTimeout(timer);
      ignore();
      reject(new CustomersAbortError(signal?.reason));
    });
  });
}
