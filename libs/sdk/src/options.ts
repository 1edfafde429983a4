/** How a client reaches the service, and how patient it is. */
export interface ClientOptions {
  /** The API key of a workspace. */
  apiKey: string;
  /** Where the service is, with its prefix if it has one, such as `https://customers.example.com/api`. */
  baseUrl: string;
  /** Milliseconds that each attempt may take, body included (default 30,000). */
  timeoutMs?: number | undefined;
  /** How often a failed attempt is repeated (default 3); 0 for never. */
  retries?: number | undefined;
  /** Sends the requests instead of the platform's `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Headers that go with every request, such as those that a gateway asks for. */
  headers?: Record<string, string> | undefined;
}

/** What every call takes besides its arguments. */
export interface CallOptions {
  /** Ends the call at once, also while it waits before a retry. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that each attempt may take, instead of the client's. */
  timeoutMs?: number | undefined;
  /** How often a failed attempt is repeated, instead of the client's. */
  retries?: number | undefined;
  /** Your id of the request, 1 to 255 printable ASCII characters: the service logs and echoes it. */
  requestId?: string | undefined;
}

/** What a write takes besides. */
export interface WriteOptions extends CallOptions {
  /**
   * The same key makes the same write happen once within 24 hours, also over several processes
   * (1 to 255 characters). Without one, the client makes one for each call and repeats it over the
   * call's retries.
   */
  idempotencyKey?: string | undefined;
}

/** What an analytics question takes besides. */
export interface AnalyticsOptions extends CallOptions {
  /** Computes the answer afresh, where otherwise one that is some seconds old may come. */
  noCache?: boolean | undefined;
}

/** The longest time that timers can wait, 24.8 days. */
const LONGEST_MS = 2 ** 31 - 1;

export function timeoutOf(value: number): number {
  if (!(value > 0)) throw new RangeError(`timeoutMs must be more than 0, not ${value}.`);
  return Math.min(value, LONGEST_MS);
}

export function retriesOf(value: number): number {
  if (!(value >= 0)) throw new RangeError(`retries must be 0 or more, not ${value}.`);
  return value;
}
