import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** What is written of a request that has been answered. */
export interface ServedRequest {
  requestId: string;
  workspace: string | undefined;
  method: string;
  /** The pattern, never the URL: an `ext_` id or a search is personal data. */
  route: string | null;
  status: number;
  durationMs: number;
}

/** Hears of every request that has been answered. */
export type ServedListener = (served: ServedRequest) => void;

/** One line a request. */
export const requestLog =
  (logger: Logger): ServedListener =>
  (served) => {
    // The level is silent while the server starts to listen, so it is asked each time.
    if (!logger.isLevelEnabled('info')) return;
    logger.info({ ...served, durationMs: Math.round(served.durationMs * 10) / 10 });
  };

/** Tells of every request that Fastify has answered. */
export function watchRequests(
  fastify: FastifyInstance,
  workspaceOf: (request: FastifyRequest) => string | undefined,
  listener: ServedListener,
): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    listener({
      requestId: request.id,
      workspace: workspaceOf(request),
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      durationMs: reply.elapsedTime,
    });
    done();
  });
}
