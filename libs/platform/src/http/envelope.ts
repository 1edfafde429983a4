import type { AppError } from '../errors/app-error.js';
import { STATUS_OF_KIND } from './error-status.js';
import { Page, Recorded } from './page.js';

/** What a controller answers, as it is sent: `{"success": true, "data": …}` of SPEC section 2. */
export function successOf(answer: unknown): { status: number; body: object } {
  if (answer instanceof Page) return { status: 200, body: { success: true, ...answer } };
  if (!(answer instanceof Recorded)) return { status: 200, body: { success: true, data: answer } };
  return {
    status: answer.created ? 201 : 200,
    body: { success: true, data: answer.record as unknown },
  };
}

export const statusOf = (error: AppError): number => STATUS_OF_KIND[error.kind];

/** The failure envelope of SPEC section 2. */
export const errorBody = (error: AppError, requestId: string): object => ({
  success: false,
  error: {
    code: error.code,
    message: error.message,
    requestId,
    ...(error.details && { details: error.details }),
  },
});
