import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { of, type Observable } from 'rxjs';
import { codeOf } from '../database/database-errors.js';
import type { AppError } from '../errors/app-error.js';
import { toAppError } from '../errors/to-app-error.js';
import { MethodNotAllowed } from '../errors/transport-errors.js';
import { MessageAnswer, type Message } from '../messages/message.js';
import { errorBody, statusOf } from './envelope.js';
import { ReplayedAnswer } from './replayed-answer.js';

/** The one place where an error becomes an answer, over HTTP and to messages. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Messages');

  catch(thrown: unknown, host: ArgumentsHost): Observable<MessageAnswer> | undefined {
    if (host.getType() === 'rpc') {
      return of(this.messageAnswer(thrown, host.switchToRpc().getData<Message>()));
    }
    const http = host.switchToHttp();
    answerRequest(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
    return undefined;
  }

  private messageAnswer(thrown: unknown, { requestId }: Message): MessageAnswer {
    if (thrown instanceof ReplayedAnswer) {
      return new MessageAnswer(thrown.status, JSON.parse(thrown.body) as object);
    }
    const error = toAppError(thrown);
    if (error.kind === 'failed') {
      this.logger.error(error.cause ?? error, { requestId });
    } else if (error.kind === 'unavailable') {
      this.logger.warn(error.message, { requestId, cause: codeOf(error.cause) });
    }
    return new MessageAnswer(statusOf(error), errorBody(error, requestId));
  }
}

const JSON_TYPE = 'application/json; charset=utf-8';

function answerRequest(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (thrown instanceof ReplayedAnswer) {
    void reply.header('idempotent-replayed', 'true');
    void reply.status(thrown.status).type(JSON_TYPE).send(thrown.body);
    return;
  }
  const error = toAppError(thrown);
  logFault(error, request);
  if (error instanceof MethodNotAllowed) void reply.header('allow', error.allowed.join(', '));
  if (error.kind === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  if (error.retryAfter !== undefined) void reply.header('retry-after', error.retryAfter);
  void reply.status(statusOf(error)).type(JSON_TYPE).send(errorBody(error, request.id));
}

function logFault(error: AppError, { log }: FastifyRequest): void {
  if (error.kind === 'failed') {
    log.error({ code: error.code, err: error.cause ?? error });
  } else if (error.kind === 'unavailable') {
    // Every request says it while it lasts: its stack would be noise.
    log.warn({ code: error.code, cause: codeOf(error.cause) }, error.message);
  }
}
