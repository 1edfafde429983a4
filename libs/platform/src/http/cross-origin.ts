import type { IncomingMessage } from 'node:http';

const METHODS = 'GET, HEAD, POST, PATCH, DELETE';
const REQUEST_HEADERS = [
  'Authorization',
  'X-API-Key',
  'Content-Type',
  'Idempotency-Key',
  'If-None-Match',
  'Cache-Control',
  'X-Request-Id',
].join(', ');
const ANSWER_HEADERS = [
  'ETag',
  'X-Cache',
  'Age',
  'X-Request-Id',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Idempotent-Replayed',
].join(', ');
/** For as long a browser need not ask again; none keeps it longer than two hours. */
const PREFLIGHT_SECONDS = '7200';

const NOTHING: readonly string[] = [];

/** What pages of other origins may do: nothing, unless their origins are configured. */
export class CrossOrigin {
  private readonly answers = new Map<string, readonly string[]>();
  private readonly others: readonly string[];

  constructor(origins: readonly string[] = []) {
    for (const origin of origins) this.answers.set(origin, allowed(origin));
    const isForAll = origins.includes('*');
    this.others = isForAll ? allowed('*') : NOTHING;
    this.varies = origins.length > 0 && !isForAll;
  }

  /** Whether an answer depends on who asks: caches have to know. */
  readonly varies: boolean;

  /** The headers of the answer to a request but for `Vary`, names and values in turn. */
  headersFor({ headers: { origin } }: Pick<IncomingMessage, 'headers'>): readonly string[] {
    if (origin === undefined) return NOTHING;
    return this.answers.get(origin) ?? this.others;
  }

  /** The headers that answer a browser's question whether it may ask; undefined when it is none, or may not. */
  preflightFor(request: IncomingMessage): readonly string[] | undefined {
    const { method, headers } = request;
    if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) {
      return undefined;
    }
    const [name, value] = this.headersFor(request);
    if (name === undefined || value === undefined) return undefined;
    return [
      ...[name, value],
      ...['access-control-allow-methods', METHODS],
      ...['access-control-allow-headers', REQUEST_HEADERS],
      ...['access-control-max-age', PREFLIGHT_SECONDS],
    ];
  }
}

// Without credentials in the sense of CORS: a key is a header that the page's script sets itself.
const allowed = (origin: string): readonly string[] => [
  ...['access-control-allow-origin', origin],
  ...['access-control-expose-headers', ANSWER_HEADERS],
];
