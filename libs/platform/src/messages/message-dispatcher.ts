import { Injectable } from '@nestjs/common';
import type { BaseRpcContext, MessageHandler } from '@nestjs/microservices';
import { from, isObservable, lastValueFrom, of } from 'rxjs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppError } from '../errors/app-error.js';
import { PayloadTooLarge, PatternNotFound } from '../errors/transport-errors.js';
import { errorBody, statusOf, successOf } from '../http/envelope.js';
import { BATCH_BODY_LIMIT, BODY_LIMIT } from '../http/json-body.js';
import { RawAnswer } from '../http/page.js';
import type { ServedListener } from '../logging/request-log.js';
import { Message, MessageAnswer } from './message.js';

/** How the log names what a message came by. */
export type MessageTransport = 'TCP' | 'NATS';

export interface DispatcherSettings {
  /** Patterns whose payload may be as long as a batch's body. */
  largePatterns: readonly string[];
  /** Whose message it is, for its line in the log. */
  workspaceOf: (message: Message) => string | undefined;
  /** Hears of each message that has been answered. */
  listener: ServedListener;
}

/** Has messages served, whatever they come by, and knows which are on their way. */
@Injectable()
export class MessageDispatcher {
  private settings: DispatcherSettings = {
    largePatterns: [],
    workspaceOf: () => undefined,
    listener: () => undefined,
  };
  private inFlight = 0;
  private whenIdle: (() => void)[] = [];

  configure(settings: DispatcherSettings): void {
    this.settings = settings;
  }

  /** The envelope that answers a message; never throws. */
  async dispatch(
    transport: MessageTransport,
    message: Message,
    handler: MessageHandler | null,
    context: BaseRpcContext,
  ): Promise<object> {
    const startedAt = performance.now();
    this.inFlight += 1;
    try {
      const { status, body } = await this.answerOf(message, handler, context);
      this.settings.listener({
        requestId: message.requestId,
        workspace: this.settings.workspaceOf(message),
        method: transport,
        route: handler && message.pattern,
        status,
        durationMs: performance.now() - startedAt,
      });
      return body;
    } finally {
      message.end();
      this.inFlight -= 1;
      if (this.inFlight === 0) for (const wake of this.whenIdle.splice(0)) wake();
    }
  }

  /** Waits until every message has been answered, but no longer than this. */
  async idle(withinMs: number): Promise<void> {
    if (this.inFlight === 0) return;
    const timeIsUp = new AbortController();
    await Promise.race([
      new Promise<void>((resolve) => this.whenIdle.push(resolve)),
      sleep(withinMs, undefined, { signal: timeIsUp.signal }).catch(() => undefined),
    ]);
    timeIsUp.abort();
  }

  private async answerOf(
    message: Message,
    handler: MessageHandler | null,
    context: BaseRpcContext,
  ): Promise<MessageAnswer> {
    if (!handler) return failure(new PatternNotFound(), message);
    const limit = this.settings.largePatterns.includes(message.pattern)
      ? BATCH_BODY_LIMIT
      : BODY_LIMIT;
    if (message.bytes > limit) return failure(new PayloadTooLarge(), message);
    const result: unknown = await handler(message, context);
    const answer: unknown = await lastValueFrom(isObservable(result) ? from(result) : of(result));
    if (answer instanceof MessageAnswer) return answer;
    if (answer instanceof RawAnswer) {
      return new MessageAnswer(200, JSON.parse(answer.bytes.toString()) as object);
    }
    const { status, body } = successOf(answer);
    return new MessageAnswer(status, body);
  }
}

const failure = (error: AppError, { requestId }: Message): MessageAnswer =>
  new MessageAnswer(statusOf(error), errorBody(error, requestId));
