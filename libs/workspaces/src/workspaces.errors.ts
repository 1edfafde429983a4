import { AppError } from '@app/platform';

export class WorkspaceNotFound extends AppError {
  readonly code = 'NOT_FOUND';
  readonly kind = 'not_found';

  constructor(slug: string) {
    super(`There is no workspace ${slug}.`);
  }
}

export class SlugTaken extends AppError {
  readonly code = 'VALIDATION_ERROR';
  readonly kind = 'conflict';

  constructor(slug: string) {
    super(`There is a workspace ${slug} already.`);
  }
}

export class KeyNotFound extends AppError {
  readonly code = 'NOT_FOUND';
  readonly kind = 'not_found';

  constructor(id: string) {
    super(`There is no key ${id}.`);
  }
}
