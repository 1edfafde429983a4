import { redisUrl } from './redis-url.js';
import { Variable, integer, matching, onOrOff, oneOf, origins, readVariables } from './variable.js';

/** The configuration of a process, read from the environment once, at its start. */
export class Env {
  @Variable(integer(0, 65_535), {
    description: 'Port of the HTTP server; 0 takes a free one.',
    default: '3000',
  })
  PORT: number;

  @Variable(String, {
    description: 'Address that the HTTP server listens on; `0.0.0.0` for all.',
    default: '127.0.0.1',
  })
  HOST: string;

  @Variable(matching(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'a path such as api or api/v1'), {
    description: "Path that the API's routes are put under; health and docs stay at the root.",
    example: 'api',
  })
  API_PREFIX?: string;

  @Variable(origins, {
    description:
      'Origins whose pages may read answers in a browser (CORS), separated by commas; `*` for all. Not set, none may.',
    example: 'https://app.example.com',
  })
  CORS_ORIGINS?: readonly string[];

  @Variable(matching(/^postgres(ql)?:\/\/.+/, 'a URL that begins with postgres://'), {
    description:
      'PostgreSQL (15 or newer) to use. Without it an embedded PostgreSQL is started in `DATA_DIR`.',
    example: 'postgres://customers:secret@db.example.com:5432/customers',
  })
  DATABASE_URL?: string;

  @Variable(redisUrl, {
    description:
      'Redis (5 or newer; `rediss://` for TLS) that several instances share snapshots and rate limits in. Without it each has its own; when it is away, too.',
    example: 'redis://:secret@cache.example.com:6379/0',
  })
  REDIS_URL?: string;

  @Variable(integer(1, 10_000), {
    description:
      'Milliseconds that a request waits for Redis before it does without; an answer that is not cached waits twice at most.',
    default: '25',
  })
  REDIS_TIMEOUT_MS: number;

  @Variable(String, {
    description: 'Folder of the embedded PostgreSQL and of the demo key.',
    default: '.data',
  })
  DATA_DIR: string;

  @Variable(integer(2, 200), {
    description: 'Connections that one process opens to PostgreSQL at most.',
    default: '16',
  })
  DATABASE_POOL_SIZE: number;

  @Variable(integer(100, 600_000), {
    description: 'Milliseconds after which a statement outside the analytics is given up (503).',
    default: '15000',
  })
  DATABASE_TIMEOUT_MS: number;

  @Variable(integer(1, 100), {
    description:
      'Exports that one process runs at once, each on a connection beside the pool; one workspace may take half of them. More are answered 503.',
    default: '4',
  })
  EXPORT_CONNECTIONS: number;

  @Variable(integer(100, 3_600_000), {
    description:
      'Milliseconds that the client of an export may read nothing before it is cut off; it can go on from its last line.',
    default: '60000',
  })
  EXPORT_STALL_MS: number;

  @Variable(onOrOff, {
    description:
      'Whether the server starts on a PostgreSQL that may lose what it has confirmed: with `fsync`, `full_page_writes` or `synchronous_commit` off.',
    default: 'off',
  })
  ALLOW_UNSAFE_DATABASE: boolean;

  @Variable(onOrOff, {
    description: 'Whether a start applies the migrations that are missing.',
    default: 'on',
  })
  MIGRATE_ON_START: boolean;

  @Variable(onOrOff, {
    description:
      'Whether the first start makes a workspace `demo` with demo data; never with `DATABASE_URL`.',
    default: 'on',
  })
  DEMO: boolean;

  @Variable(oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'), {
    description: 'The least severe log lines that are written.',
    default: 'info',
  })
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

  @Variable(oneOf('postgres', 'none'), {
    description: 'Where the analytics questions run; with `none` they answer 503.',
    default: 'postgres',
  })
  ANALYTICS_BACKEND: 'postgres' | 'none';

  @Variable(integer(1, 600_000), {
    description: 'Milliseconds after which an analytics question is given up (503).',
    default: '30000',
  })
  ANALYTICS_TIMEOUT_MS: number;

  @Variable(integer(0, 600_000), {
    description:
      'Milliseconds between two looks for rollups to fold or to build; 0 leaves that to other processes. Answers are exact either way, only slower the more is not folded.',
    default: '500',
  })
  ROLLUP_FOLD_MS: number;

  @Variable(integer(0, 86_400_000), {
    description: 'Milliseconds that an analytics answer is kept as a snapshot; 0 turns it off.',
    default: '30000',
  })
  SNAPSHOT_TTL_MS: number;

  @Variable(integer(0, 4_294_967_296), {
    description: 'Bytes of memory that the snapshots may take.',
    default: '67108864',
  })
  SNAPSHOT_MAX_BYTES: number;

  @Variable(integer(0, 60_000), {
    description:
      'Milliseconds that a process with `DATABASE_URL` goes on serving after SIGTERM, while `/readyz` answers 503 and connections are closed with their answers: for balancers to notice.',
    default: '1000',
  })
  SHUTDOWN_DRAIN_MS: number;

  @Variable(oneOf('none', 'tcp', 'nats'), {
    description: 'What messages of other services come by, beside HTTP; `none` for no messages.',
    default: 'none',
  })
  MESSAGE_TRANSPORT: 'none' | 'tcp' | 'nats';

  @Variable(
    matching(/^(tcp|nats|tls):\/\/.+/, 'a URL that begins with tcp://, nats:// or tls://'),
    {
      description:
        'With `tcp` where to listen (`tcp://127.0.0.1:3001` when not set), with `nats` the servers, separated by commas (`nats://127.0.0.1:4222` when not set). `tls://` for TLS.',
      example: 'nats://nats.internal:4222',
    },
  )
  MESSAGE_URL?: string;

  @Variable(String, { description: 'User at the NATS servers.', example: 'customers-api' })
  MESSAGE_USER?: string;

  @Variable(String, { description: 'Password of `MESSAGE_USER`.', example: 'change-me' })
  MESSAGE_PASSWORD?: string;

  @Variable(String, {
    description: 'Token for the NATS servers, instead of a user.',
    example: 's3cr3t',
  })
  MESSAGE_TOKEN?: string;

  @Variable(String, {
    description: 'File of NATS credentials (JWT and seed), instead of a user or a token.',
    example: '/run/secrets/nats.creds',
  })
  MESSAGE_CREDENTIALS_FILE?: string;

  @Variable(String, {
    description:
      'PEM file of the authorities that the other side is checked by; with `tcp` callers then need a certificate.',
    example: '/run/secrets/ca.pem',
  })
  MESSAGE_TLS_CA_FILE?: string;

  @Variable(String, {
    description: 'PEM file of the certificate that is shown to the other side.',
    example: '/run/secrets/tls.pem',
  })
  MESSAGE_TLS_CERT_FILE?: string;

  @Variable(String, {
    description: 'PEM file of the key of `MESSAGE_TLS_CERT_FILE`.',
    example: '/run/secrets/tls.key',
  })
  MESSAGE_TLS_KEY_FILE?: string;

  @Variable(integer(0, 1_000_000), {
    description: 'Requests a second of a workspace on the plan starter; 0 for no limit.',
    default: '20',
  })
  RATE_LIMIT_STARTER: number;

  @Variable(integer(0, 1_000_000), {
    description: 'Requests a second of a workspace on the plan pro; 0 for no limit.',
    default: '1000',
  })
  RATE_LIMIT_PRO: number;

  @Variable(integer(0, 1_000_000), {
    description: 'Requests a second of a workspace on the plan enterprise; 0 for no limit.',
    default: '0',
  })
  RATE_LIMIT_ENTERPRISE: number;

  @Variable(integer(0, 1_000_000), {
    description: 'Wrong keys a minute from one address before it is refused; 0 for no limit.',
    default: '300',
  })
  WRONG_KEYS_PER_MINUTE: number;

  @Variable(integer(100, 600_000), {
    description:
      'Milliseconds that a connection has to send the headers of a request, from when it opens; then it is closed.',
    default: '10000',
  })
  HEADERS_TIMEOUT_MS: number;

  @Variable(integer(100, 3_600_000), {
    description:
      'Milliseconds that a request has to arrive whole, its body included; then its connection is closed. No shorter than `HEADERS_TIMEOUT_MS`.',
    default: '60000',
  })
  REQUEST_TIMEOUT_MS: number;

  @Variable(integer(0, 10), {
    description:
      'How many proxies in front may name the caller in `X-Forwarded-For`; 0 without one. More than there are would let callers name themselves.',
    default: '0',
  })
  TRUST_PROXY: number;

  @Variable(integer(1, 65_535), {
    description:
      'Port that Prometheus metrics are served on, at `/metrics`; not set, they are off.',
    example: '9464',
  })
  METRICS_PORT?: number;

  @Variable(String, {
    description: 'Address that the metrics are served on. They need no key: keep them inside.',
    default: '127.0.0.1',
  })
  METRICS_HOST: string;

  /** Throws `InvalidConfiguration` with all faults at once. */
  static read(environment: Record<string, string | undefined> = process.env): Env {
    return readVariables(new Env(), environment);
  }
}
