import { AppError } from '@app/platform';

export class CustomerNotFound extends AppError {
  readonly code = 'NOT_FOUND';
  readonly kind = 'not_found';

  constructor() {
    super('There is no such customer.');
  }
}

export class ExternalIdTaken extends AppError {
  readonly code = 'DUPLICATE_EXTERNAL_ID';
  readonly kind = 'conflict';

  constructor() {
    super('Another customer has this externalId.');
  }
}
