import { AppError, ServiceUnavailable } from '@app/platform';

/** The analytics backend is off, out of reach or too slow. */
export class AnalyticsUnavailable extends ServiceUnavailable {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}

/** The analytics backend was reached but failed to run the question. */
export class AnalyticsFailed extends AppError {
  readonly code = 'ANALYTICS_ERROR';
  readonly kind = 'failed';

  constructor(question: string, cause: unknown) {
    super(`The analytics backend failed to answer the question "${question}".`, { cause });
  }
}
