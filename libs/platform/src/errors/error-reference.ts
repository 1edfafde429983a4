import type { ErrorCode } from './app-error.js';

/** What a caller needs to know of a code: the source of the errors page and of the OpenAPI examples. */
export interface ErrorDocument {
  status: number;
  /** A message that the code comes with. */
  message: string;
  /** When it is answered. */
  when: string;
  /** What the caller can do about it. */
  remedy: string;
}

/** Every code, in the order of SPEC section 8. */
export const ERROR_REFERENCE: Record<ErrorCode, ErrorDocument> = {
  VALIDATION_ERROR: {
    status: 400,
    message: 'amount: must be an integer of minor units from 0 to 999999999999',
    when: 'The request is malformed, or a field of its body or query is missing, unknown, repeated, empty or has a value that the route does not take.',
    remedy:
      'Read `details`: each entry names a field (`path`) and says what it must be. Correct the request; sent again unchanged it is refused again.',
  },
  UNAUTHORIZED: {
    status: 401,
    message: 'Send an API key as X-API-Key: KEY or Authorization: Bearer KEY.',
    when: 'The request carries no API key.',
    remedy: 'Send the key in one of the two headers.',
  },
  INVALID_API_KEY: {
    status: 401,
    message: 'The API key is unknown, expired or revoked.',
    when: 'The request carries an API key that is not known, has expired or has been revoked.',
    remedy:
      'Check that the whole key is sent; otherwise ask for a new one (`key create` or `key rotate` on the command line). Do not go on trying: too many wrong keys from one address are answered 429.',
  },
  FEATURE_NOT_AVAILABLE: {
    status: 403,
    message: "The workspace's plan does not include revenueTracking.",
    when: "The workspace's plan lacks the entitlement that the route needs; the message names it.",
    remedy: 'Move the workspace to a plan that includes it.',
  },
  FORBIDDEN: {
    status: 403,
    message: 'The API key lacks the scope links:read.',
    when: 'The key lacks the scope that the route needs; the message names it.',
    remedy: 'Use a key that has this scope, or make one.',
  },
  NOT_FOUND: {
    status: 404,
    message: 'There is no such customer.',
    when: 'The workspace has no such record: it never existed, was deleted, or belongs to another workspace; an id of neither form is answered alike. A path that is no route is answered alike, too.',
    remedy:
      'Check the path and the id. An `externalId` needs `ext_` before it and must be percent-encoded.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: 'This route takes GET, HEAD.',
    when: 'The path exists, but not with this method.',
    remedy: 'Use one of the methods that the `Allow` header lists.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    message: 'The body is larger than this route takes: 1 MiB, or 5 MiB for /track/batch.',
    when: 'The body is over 1 MiB, or over 5 MiB for `/track/batch`.',
    remedy: 'Send less at once, such as a batch in several parts.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'The body must be application/json in UTF-8, not encoded.',
    when: 'The body has another type than `application/json`, or is compressed.',
    remedy: 'Send JSON in UTF-8 with `Content-Type: application/json` and no `Content-Encoding`.',
  },
  DUPLICATE_EXTERNAL_ID: {
    status: 409,
    message: 'Another customer has this externalId.',
    when: 'A `PATCH` gives a customer an `externalId` that another live customer of the workspace has.',
    remedy: 'Choose another `externalId`, or change or delete the customer that has it.',
  },
  INVALID_STATUS_TRANSITION: {
    status: 409,
    message: 'A conversion that is refunded cannot become approved.',
    when: 'A conversion cannot go from its status to the one asked for, or a refund is asked for something that is not an approved sale.',
    remedy:
      'Read the conversion again and start from its present status. Moves are: `pending` to `approved`, `rejected` or `fraud`; `approved` to `refunded` or `fraud`; `rejected` or `fraud` to `approved`.',
  },
  IDEMPOTENCY_CONFLICT: {
    status: 409,
    message: 'The Idempotency-Key was used for another request.',
    when: 'The `Idempotency-Key` belongs to another request of the last 24 hours; or, with `Retry-After`, the first request with it is still running.',
    remedy:
      'With `Retry-After`, send the same request again after so many seconds: it gets the first answer. Without it, use a new key for a new request.',
  },
  UNSUPPORTED_CURRENCY: {
    status: 422,
    message: 'There is no exchange rate for EUR on or before 2026-03-04.',
    when: "There is no exchange rate between the sale's currency and the workspace's on or before the sale's UTC day. Nothing is stored.",
    remedy: 'Import the rates (`rates import` on the command line), then send the sale again.',
  },
  RATE_LIMITED: {
    status: 429,
    message: 'The workspace may send 1000 requests a second.',
    when: "The workspace has sent more requests this second than its plan allows, or too many wrong keys came from the caller's address this minute.",
    remedy:
      'Wait for the seconds in `Retry-After`. The `RateLimit` header of every answer tells what is left; `/track/batch` takes 1,000 events as one request.',
  },
  ANALYTICS_ERROR: {
    status: 500,
    message: 'The analytics backend failed to answer the question "cohorts".',
    when: 'The analytics backend was reached but failed to run the question of one of the four analytics routes.',
    remedy:
      'Try again later; if it stays, give the operator the `requestId`: the log has the reason under it.',
  },
  INTERNAL_ERROR: {
    status: 500,
    message: 'Something went wrong here. The log has the reason, under this request id.',
    when: 'Something happened that nobody expected. Nothing was half stored.',
    remedy: 'Give the operator the `requestId`: the log has the reason under it.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    message: 'The database is not available; try again.',
    when: 'The database or the analytics backend is off, out of reach or too slow, or the service is stopping. When the analytics backend is, only its four routes answer this.',
    remedy:
      'Try again after the seconds in `Retry-After`, with growing pauses. Events with an `orderId` or `clickId` are stored once, however often they are sent.',
  },
};
