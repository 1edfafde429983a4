import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { QueryBus, type IQuery } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { RawAnswer } from '../http/page.js';
import { Snapshots, type SnapshotKey } from './snapshots.js';

/** A query whose answer may be a snapshot. */
export interface SnapshotQuery extends IQuery {
  readonly snapshotKey: SnapshotKey;
}

const asksForFresh = (request: FastifyRequest): boolean =>
  /\bno-cache\b/i.test(request.headers['cache-control'] ?? '');

/** Whether one of the `If-None-Match` tags is this one; the comparison is weak (RFC 9110). */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

/**
 * Serves a route whose method answers a `SnapshotQuery`: from a snapshot, or by running the query.
 * It comes behind guards, validation and the look-up of the record, so a snapshot never passes them.
 */
@Injectable()
export class SnapshotInterceptor implements NestInterceptor {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly queries: QueryBus,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<SnapshotQuery>): Observable<RawAnswer> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      mergeMap(async (query) => {
        const compute = async (): Promise<string> =>
          JSON.stringify({
            success: true,
            data: await this.queries.execute<IQuery, object>(query),
          });
        const { snapshotKey } = query;
        const { snapshot, hit } = await this.snapshots.take(
          snapshotKey,
          compute,
          asksForFresh(request),
        );
        const age = hit ? Math.floor((Date.now() - snapshot.takenAt) / 1_000) : 0;
        void reply.headers({
          'x-cache': hit ? 'HIT' : 'MISS',
          age: String(age),
          etag: snapshot.etag,
          'cache-control': 'private, no-cache',
          vary: 'X-API-Key, Authorization',
        });
        if (!matches(request.headers['if-none-match'], snapshot.etag)) {
          return new RawAnswer(snapshot.json);
        }
        void reply.status(304);
        return new RawAnswer('');
      }),
    );
  }
}
