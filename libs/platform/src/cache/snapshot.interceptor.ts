import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { QueryBus, type IQuery } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { successOf } from '../http/envelope.js';
import { messageIn } from '../http/inbound.js';
import { RawAnswer } from '../http/page.js';
import type { Message } from '../messages/message.js';
import type { Snapshot } from './snapshot.js';
import { answerOf, asksForFresh, type SnapshotAnswer } from './snapshot-answer.js';
import { dispositionOf, tableOf, typeOfTable, type SnapshotTable } from './snapshot-table.js';
import { SnapshotShortcut } from './snapshot-shortcut.js';
import { textOfKey, type SnapshotKey } from './snapshot-key.js';
import { Snapshots } from './snapshots.js';

/** A query whose answer may be a snapshot. */
export interface SnapshotQuery extends IQuery {
  /** Who asks: another object once any of its settings has changed. */
  readonly workspace: object;
  readonly snapshotKey: SnapshotKey;
  /** The file that a request wants to have instead of the JSON. */
  readonly table?: SnapshotTable | undefined;
}

/**
 * Serves a route whose method answers a `SnapshotQuery`: from a snapshot, or by running the query.
 * It comes behind guards, validation and the look-up of the record, so a snapshot never passes them.
 * What is about no record is answered by `SnapshotShortcut` from the second time on.
 */
@Injectable()
export class SnapshotInterceptor implements NestInterceptor {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly shortcut: SnapshotShortcut,
    private readonly queries: QueryBus,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<SnapshotQuery>): Observable<RawAnswer> {
    const message = messageIn(context);
    if (message) {
      return next.handle().pipe(mergeMap((query) => this.answerMessage(query, message)));
    }
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((query) => this.answer(query, request, reply)));
  }

  private async answerMessage(query: SnapshotQuery, { payload }: Message): Promise<RawAnswer> {
    const { snapshot } = await this.take(query, payload.noCache === true);
    return new RawAnswer(snapshot.bytes);
  }

  private async answer(
    query: SnapshotQuery,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<RawAnswer> {
    const { workspace, snapshotKey, table } = query;
    const { snapshot, hit } = await this.take(query, asksForFresh(request.headers));
    if (table) return sendTable(snapshot, table, hit, request, reply);
    if (snapshotKey.subject === undefined) {
      this.shortcut.remember(workspace, request, textOfKey(snapshotKey));
    }
    return send(answerOf(snapshot, hit, request.headers), reply);
  }

  private take(
    query: SnapshotQuery,
    fresh: boolean,
  ): Promise<{ snapshot: Snapshot; hit: boolean }> {
    const compute = async (): Promise<string> =>
      JSON.stringify(successOf(await this.queries.execute<IQuery, object>(query)).body);
    return this.snapshots.take(query.snapshotKey, compute, fresh);
  }
}

function sendTable(
  snapshot: Snapshot,
  table: SnapshotTable,
  isHit: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): RawAnswer {
  void reply.header('content-disposition', dispositionOf(snapshot, table));
  const answer = answerOf(tableOf(snapshot, table), isHit, request.headers);
  return send(answer, reply, typeOfTable(table));
}

function send(
  { status, headers, bytes }: SnapshotAnswer,
  reply: FastifyReply,
  type?: string,
): RawAnswer {
  void reply.status(status);
  for (let i = 0; i < headers.length; i += 2) {
    void reply.header(headers[i] ?? '', headers[i + 1]);
  }
  return new RawAnswer(bytes, type);
}
