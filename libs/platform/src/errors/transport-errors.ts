import { AppError } from './app-error.js';

export class RouteNotFound extends AppError {
  readonly code = 'NOT_FOUND';
  readonly kind = 'not_found';

  constructor() {
    super('There is no such route.');
  }
}

export class PatternNotFound extends AppError {
  readonly code = 'NOT_FOUND';
  readonly kind = 'not_found';

  constructor() {
    super('There is no such pattern.');
  }
}

export class MethodNotAllowed extends AppError {
  readonly code = 'METHOD_NOT_ALLOWED';
  readonly kind = 'method_not_allowed';

  constructor(readonly allowed: string[]) {
    super(`This route takes ${allowed.join(', ')}.`);
  }
}

export class PayloadTooLarge extends AppError {
  readonly code = 'PAYLOAD_TOO_LARGE';
  readonly kind = 'too_large';

  constructor() {
    super('The body is larger than this route takes: 1 MiB, or 5 MiB for /track/batch.');
  }
}

export class AnswerTooLarge extends AppError {
  readonly code = 'PAYLOAD_TOO_LARGE';
  readonly kind = 'too_large';

  constructor(most: number) {
    super(`The answer is larger than the ${String(most)} bytes that the NATS server takes.`);
  }
}

export class UnsupportedMediaType extends AppError {
  readonly code = 'UNSUPPORTED_MEDIA_TYPE';
  readonly kind = 'unsupported_media_type';

  constructor() {
    super('The body must be application/json in UTF-8, not encoded.');
  }
}

/** What nobody expected. The answer says no more than this; the log has the cause. */
export class UnexpectedFailure extends AppError {
  readonly code = 'INTERNAL_ERROR';
  readonly kind = 'failed';

  constructor(cause: unknown) {
    super('Something went wrong here. The log has the reason, under this request id.', { cause });
  }
}
