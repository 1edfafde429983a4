import { AppError } from '@app/platform';
import type { Entitlement } from '../plans.js';
import type { Scope } from '../scopes.js';

export class KeyMissing extends AppError {
  readonly code = 'UNAUTHORIZED';
  readonly kind = 'unauthenticated';

  constructor(how = 'Send an API key as X-API-Key: KEY or Authorization: Bearer KEY.') {
    super(how);
  }
}

export class KeyInvalid extends AppError {
  readonly code = 'INVALID_API_KEY';
  readonly kind = 'unauthenticated';

  /** An expired key is a mistake, an unknown one may be a guess. */
  constructor(readonly isUnknown: boolean) {
    super('The API key is unknown, expired or revoked.');
  }
}

export class RateExceeded extends AppError {
  readonly code = 'RATE_LIMITED';
  readonly kind = 'rate_limited';

  constructor(
    message: string,
    override readonly retryAfter: number,
  ) {
    super(message);
  }
}

export class FeatureNotAvailable extends AppError {
  readonly code = 'FEATURE_NOT_AVAILABLE';
  readonly kind = 'forbidden';

  constructor(entitlement: Entitlement) {
    super(`The workspace's plan does not include ${entitlement}.`);
  }
}

export class ScopeMissing extends AppError {
  readonly code = 'FORBIDDEN';
  readonly kind = 'forbidden';

  constructor(scope: Scope) {
    super(`The API key lacks the scope ${scope}.`);
  }
}
