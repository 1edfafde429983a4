import createClient, { type Client } from 'openapi-fetch';
import { attempt, type Answer, type AttemptInit } from './attempt.js';
import { CustomersApiError } from './errors.js';
import {
  retriesOf,
  timeoutOf,
  type AnalyticsOptions,
  type CallOptions,
  type ClientOptions,
  type WriteOptions,
} from './options.js';
import { mayHaveHappened, pause, stillRuns, waitAfter } from './retry.js';
import type { paths } from './schema.js';

/** Makes one request out of an operation's parameters and what an attempt brings. */
/** Other media types are files, which a program streams by itself. */
type Json = 'application/json';

type Send<Body> = (api: Client<paths, Json>, init: AttemptInit) => Promise<Answer<Body>>;

/** Answers in the place of a failed attempt, when an attempt before it may have been carried out. */
type Settle<Body> = (error: CustomersApiError) => Body | undefined;

/** Sends calls, each in as many attempts as it takes. */
export class Calls {
  readonly #api: Client<paths, Json>;
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly #timeoutMs: number;
  readonly #retries: number;

  constructor({ apiKey, baseUrl, headers, fetch, timeoutMs, retries }: ClientOptions) {
    if (!apiKey) throw new TypeError('apiKey is missing.');
    if (!/^https?:$/.test(new URL(baseUrl).protocol)) {
      throw new TypeError(`baseUrl must begin with https:// or http://, not ${baseUrl}.`);
    }
    this.#api = createClient<paths, Json>({
      baseUrl: baseUrl.replace(/\/+$/, ''),
      headers: { ...headers, 'X-API-Key': apiKey },
      // Followed, a redirected POST would become a GET, and the key would go wherever it points to.
      redirect: 'manual',
    });
    // Looked up with each request: who instruments or replaces the global one may come later.
    this.#fetch = fetch ?? ((request) => globalThis.fetch(request));
    this.#timeoutMs = timeoutOf(timeoutMs ?? 30_000);
    this.#retries = retriesOf(retries ?? 3);
  }

  read<Body>(options: AnalyticsOptions, send: Send<Body>): Promise<Body> {
    return this.#send(options, send, options.noCache ? { 'Cache-Control': 'no-cache' } : {});
  }

  /** One key for all attempts: the service carries out the first that arrives, and only that. */
  write<Body>(options: WriteOptions, send: Send<Body>): Promise<Body> {
    const key = options.idempotencyKey ?? crypto.randomUUID();
    return this.#send(options, send, { 'Idempotency-Key': key });
  }

  erase<Body>(options: CallOptions, send: Send<Body>, settle: Settle<Body>): Promise<Body> {
    return this.#send(options, send, {}, settle);
  }

  async #send<Body>(
    options: CallOptions,
    send: Send<Body>,
    extra: Record<string, string>,
    settle?: Settle<Body>,
  ): Promise<Body> {
    const { signal, requestId } = options;
    const timeoutMs = timeoutOf(options.timeoutMs ?? this.#timeoutMs);
    const retries = retriesOf(options.retries ?? this.#retries);
    const headers = { ...extra, ...(requestId !== undefined && { 'X-Request-Id': requestId }) };
    const limits = { headers, fetch: this.#fetch, signal, timeoutMs };
    let mayBeDone = false;
    let failures = 0;
    let waitedMs = 0;
    for (;;) {
      try {
        return await attempt((init) => send(this.#api, init), limits);
      } catch (error) {
        if (!(error instanceof CustomersApiError)) throw error;
        const settled = mayBeDone ? settle?.(error) : undefined;
        if (settled !== undefined) return settled;
        mayBeDone ||= mayHaveHappened(error);
        // An earlier attempt that still runs is waited for as long as any attempt, not just a few times.
        const isRunning = stillRuns(error) && retries > 0;
        const isOver = isRunning ? waitedMs >= timeoutMs : failures >= retries;
        const waitMs = waitAfter(error, failures);
        if (isOver || waitMs === undefined) throw error;
        if (isRunning) waitedMs += waitMs;
        else failures += 1;
        await pause(waitMs, signal);
      }
    }
  }
}
