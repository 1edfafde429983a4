import { AppError } from '@app/platform';

abstract class IdempotencyConflict extends AppError {
  readonly code = 'IDEMPOTENCY_CONFLICT';
  readonly kind = 'conflict';
}

export class KeyUsedForAnother extends IdempotencyConflict {
  constructor() {
    super('The Idempotency-Key was used for another request.');
  }
}

export class StillRunning extends IdempotencyConflict {
  override readonly retryAfter = 1;

  constructor() {
    super('The first request with this Idempotency-Key is still running.');
  }
}

export class AnswerErased extends AppError {
  readonly code = 'NOT_FOUND';
  readonly kind = 'not_found';

  constructor() {
    super('The customer that this request was about has been deleted.');
  }
}
