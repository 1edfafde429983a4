/** Every code that an answer can carry (SPEC section 8). */
export type ErrorCode =
  | 'VALIDATION_ERROR'
  | 'UNAUTHORIZED'
  | 'INVALID_API_KEY'
  | 'FEATURE_NOT_AVAILABLE'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'DUPLICATE_EXTERNAL_ID'
  | 'INVALID_STATUS_TRANSITION'
  | 'IDEMPOTENCY_CONFLICT'
  | 'UNSUPPORTED_CURRENCY'
  | 'RATE_LIMITED'
  | 'ANALYTICS_ERROR'
  | 'INTERNAL_ERROR'
  | 'SERVICE_UNAVAILABLE';

/** What went wrong, apart from any transport; one filter maps it to a status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'too_large'
  | 'unsupported_media_type'
  | 'conflict'
  | 'unprocessable'
  | 'rate_limited'
  | 'failed'
  | 'unavailable';

/** A fault of one field: `path` as in the request (`events.3.amount`), `message` a sentence. */
export interface ErrorDetail {
  path: string;
  message: string;
}

/** A failure that is expected and explained to the caller. */
export abstract class AppError extends Error {
  abstract readonly code: ErrorCode;
  abstract readonly kind: ErrorKind;
  readonly details?: ErrorDetail[];
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;
}

export class ValidationFailed extends AppError {
  readonly code = 'VALIDATION_ERROR';
  readonly kind = 'invalid';

  constructor(override readonly details: ErrorDetail[]) {
    super(details.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '));
  }

  static of(path: string, message: string): ValidationFailed {
    return new ValidationFailed([{ path, message }]);
  }
}

export class ServiceUnavailable extends AppError {
  readonly code = 'SERVICE_UNAVAILABLE';
  readonly kind = 'unavailable';
  override readonly retryAfter: number = 1;
}
