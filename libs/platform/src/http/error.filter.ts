import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codeOf } from '../database/database-errors.js';
import { toAppError } from '../errors/to-app-error.js';
import { MethodNotAllowed } from '../errors/transport-errors.js';
import type { AppError } from '../errors/app-error.js';
import { STATUS_OF_KIND } from './error-status.js';

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

/** The one place where an error becomes an HTTP answer. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = toAppError(thrown);
    const status = STATUS_OF_KIND[error.kind];
    if (error.kind === 'failed') {
      request.log.error({ code: error.code, err: error.cause ?? error });
    } else if (error.kind === 'unavailable') {
      // Every request says it while it lasts: its stack would be noise.
      request.log.warn({ code: error.code, cause: codeOf(error.cause) }, error.message);
    }
    if (error instanceof MethodNotAllowed) void reply.header('allow', error.allowed.join(', '));
    if (error.kind === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
    if (error.retryAfter !== undefined) void reply.header('retry-after', error.retryAfter);
    void reply
      .status(status)
      .type('application/json; charset=utf-8')
      .send(errorBody(error, request.id));
  }
}
