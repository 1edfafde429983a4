import type { ConversionStatus } from '@app/analytics';
import { AppError } from '@app/platform';

export class ConversionNotFound extends AppError {
  readonly code = 'NOT_FOUND';
  readonly kind = 'not_found';

  constructor() {
    super('There is no such conversion.');
  }
}

export class StatusMoveRefused extends AppError {
  readonly code = 'INVALID_STATUS_TRANSITION';
  readonly kind = 'conflict';

  constructor(from: ConversionStatus, to: ConversionStatus) {
    super(`A conversion that is ${from} cannot become ${to}.`);
  }
}

export class RefundRefused extends AppError {
  readonly code = 'INVALID_STATUS_TRANSITION';
  readonly kind = 'conflict';

  constructor() {
    super('Only an approved sale can be refunded.');
  }
}
