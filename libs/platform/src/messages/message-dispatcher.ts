import { Injectable, Logger } from '@nestjs/common';
import type { BaseRpcContext, MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceUnavailable, type AppError } from '../errors/app-error.js';
import { toAppError } from '../errors/to-app-error.js';
import { AnswerTooLarge, PatternNotFound, PayloadTooLarge } from '../errors/transport-errors.js';
import { errorBody, statusOf, successOf } from '../http/envelope.js';
import { BATCH_BODY_LIMIT, BODY_LIMIT } from '../http/json-body.js';
import { RawAnswer } from '../http/page.js';
import { newId } from '../ids/ids.js';
import type { ServedListener } from '../logging/request-log.js';
import { Message, MessageAnswer } from './message.js';
import { Turns } from './turns.js';

/** A message as it came by, not read yet. */
export interface Arrival {
  /** How the log names what it came by. */
  transport: 'TCP' | 'NATS';
  /** What it is long, in bytes. */
  bytes: number;
  context: BaseRpcContext;
  /** Throws `ValidationFailed` for what cannot be read. */
  read(): Message;
  /** Sends the envelope to whoever waits for it. Throws `AnswerTooLarge`. */
  answer(envelope: object): void;
}

export interface DispatcherSettings {
  /** Patterns whose payload may be as long as a batch's body. */
  largePatterns: readonly string[];
  /** Whose message it is, for its line in the log. */
  workspaceOf: (message: Message) => string | undefined;
  /** Hears of each message that has been answered. */
  listener: ServedListener;
}

export type HandlerOf = (pattern: string) => MessageHandler | undefined;

/** What became of a message. */
interface Served {
  answer: MessageAnswer;
  requestId: string;
  workspace?: string | undefined;
  route: string | null;
}

/** Has messages served, whatever they come by, and knows which are on their way. */
@Injectable()
export class MessageDispatcher {
  private readonly logger = new Logger('Messages');
  private readonly turns = new Turns();
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

  /** Answers a message in its turn, with an envelope whatever happens; never throws. */
  async dispatch(arrival: Arrival, handlerOf: HandlerOf): Promise<void> {
    const startedAt = performance.now();
    this.inFlight += 1;
    try {
      const served = await this.turns
        .take(arrival.bytes, () => this.serve(arrival, handlerOf))
        .then((found) => this.send(arrival, found))
        .catch((error: unknown) => this.send(arrival, this.failed(error)));
      this.settings.listener({
        requestId: served.requestId,
        workspace: served.workspace,
        method: arrival.transport,
        route: served.route,
        status: served.answer.status,
        durationMs: performance.now() - startedAt,
      });
    } catch (error) {
      this.logger.error(error);
    } finally {
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

  private send(arrival: Arrival, served: Served): Served {
    try {
      arrival.answer(served.answer.body);
      return served;
    } catch (error) {
      if (!(error instanceof AnswerTooLarge)) throw error;
      const failed = { ...served, ...this.failed(error, served.requestId), route: served.route };
      arrival.answer(failed.answer.body);
      return failed;
    }
  }

  private async serve(arrival: Arrival, handlerOf: HandlerOf): Promise<Served> {
    const message = arrival.read();
    const { requestId, pattern } = message;
    const handler = handlerOf(pattern);
    try {
      const answer = await this.answerOf(message, handler, arrival);
      const workspace = this.settings.workspaceOf(message);
      return { answer, requestId, workspace, route: handler ? pattern : null };
    } catch (error) {
      return this.failed(error, requestId);
    }
  }

  private async answerOf(
    message: Message,
    handler: MessageHandler | undefined,
    { bytes, context }: Arrival,
  ): Promise<MessageAnswer> {
    if (!handler) throw new PatternNotFound();
    const isLarge = this.settings.largePatterns.includes(message.pattern);
    if (bytes > (isLarge ? BATCH_BODY_LIMIT : BODY_LIMIT)) throw new PayloadTooLarge();
    const result: unknown = await handler(message, context);
    const answer: unknown = isObservable(result) ? await lastValueFrom(result) : result;
    if (answer instanceof MessageAnswer) return answer;
    if (answer instanceof RawAnswer) {
      return new MessageAnswer(200, JSON.parse(answer.bytes.toString()) as object);
    }
    const { status, body } = successOf(answer);
    return new MessageAnswer(status, body);
  }

  /** What fails ahead of the pipeline, or behind its filter. */
  private failed(thrown: unknown, requestId: string = newId('req')): Served {
    const error: AppError = toAppError(thrown);
    if (error.kind === 'failed') this.logger.error(error.cause, { requestId });
    if (error instanceof ServiceUnavailable) this.logger.warn(error.message, { requestId });
    const answer = new MessageAnswer(statusOf(error), errorBody(error, requestId));
    return { answer, requestId, route: null };
  }
}
