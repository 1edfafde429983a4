import type { Header, Parameter } from './document.js';

const CUSTOMER_ID: Parameter = {
  name: 'id',
  in: 'path',
  required: true,
  description:
    'The customer: its `cus_…` id, or `ext_` and its percent-encoded `externalId` (`ext_user_42`).',
  schema: { type: 'string', maxLength: 259 },
  examples: {
    externalId: { summary: "The caller's own id", value: 'ext_user_42' },
    id: { summary: "This service's id", value: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' },
  },
};

const CONVERSION_ID: Parameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The `con_…` id of the conversion.',
  schema: { type: 'string', maxLength: 255 },
  examples: { id: { value: 'con_01KAS5E3V7Q1T4M8YB2ZC6D9XF' } },
};

/** What `:id` means in a path. */
export const idParameterOf = (path: string): Parameter =>
  path.startsWith('/conversions') ? CONVERSION_ID : CUSTOMER_ID;

/** Request headers that routes share; a name is the key of its component. */
export const PARAMETERS: Record<string, Parameter> = {
  RequestId: {
    name: 'X-Request-Id',
    in: 'header',
    description:
      "The caller's own id of the request, 1 to 255 printable ASCII characters; without one the service makes one. It is in the answer, in every error and in the log.",
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Makes it safe to send the request again: for 24 hours the same request with the same key gets the first answer and does nothing. A random UUID for each thing to be done is a good key.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description:
      'An `ETag` that the caller has the answer of: when it is still the answer, 304. The fetch of browsers and Node.js adds `Cache-Control: no-cache` to it: send `Cache-Control: max-age=0` along to take the snapshot.',
    schema: { type: 'string' },
  },
  CacheControl: {
    name: 'Cache-Control',
    in: 'header',
    description: '`no-cache` computes the answer afresh and replaces the snapshot.',
    schema: { type: 'string', examples: ['no-cache'] },
  },
};

/** Response headers; a name is the key of its component. */
export const HEADERS: Record<string, Header> = {
  'X-Request-Id': {
    description: 'The id of this request: the one that it carried, or a new one.',
    schema: { type: 'string', examples: ['req_01KAS5E3V7Q1T4M8YB2ZC6D9XF'] },
  },
  RateLimit: {
    description:
      'Requests that the workspace has left (`r`) and seconds until that starts anew (`t`). Absent where the plan has no limit and where no key is needed.',
    schema: { type: 'string', examples: ['"second";r=999;t=1'] },
  },
  'RateLimit-Policy': {
    description:
      "The plan's limit: requests (`q`) in a window of seconds (`w`). Absent with `RateLimit`.",
    schema: { type: 'string', examples: ['"second";q=1000;w=1'] },
  },
  'Idempotent-Replayed': {
    description: 'That this is the answer to an earlier request with the same `Idempotency-Key`.',
    schema: { type: 'string', enum: ['true'] },
  },
  'Retry-After': {
    description: 'Seconds after which the same request may succeed.',
    schema: { type: 'integer', minimum: 0, examples: [1] },
  },
  'X-Cache': {
    description: 'Whether the answer is a snapshot.',
    schema: { type: 'string', enum: ['HIT', 'MISS'] },
  },
  Age: {
    description: 'Seconds since the answer was computed.',
    schema: { type: 'integer', minimum: 0, examples: [0] },
  },
  ETag: {
    description: 'What the answer is known by, for `If-None-Match`.',
    schema: { type: 'string', examples: ['"Bf3v0oVfGzn9hC1hcOK1kVQGQWU"'] },
  },
  'Content-Disposition': {
    description: 'The name to store the file under: whose, what, and when.',
    schema: {
      type: 'string',
      examples: ['attachment; filename="acme-customers-20261125T093000Z.csv"'],
    },
  },
  Vary: {
    description: 'The file is compressed for who sends `Accept-Encoding: gzip`.',
    schema: { type: 'string', examples: ['Accept-Encoding'] },
  },
  'Cache-Control': {
    description: 'Whoever keeps the answer must ask again with its `ETag` before using it.',
    schema: { type: 'string', examples: ['private, no-cache'] },
  },
};
