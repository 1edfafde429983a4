import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/**
 * One line a request: id, workspace, route, status, duration. The route is its pattern, never the
 * URL: an `ext_` id or a search is personal data.
 */
export function logRequests(
  fastify: FastifyInstance,
  logger: Logger,
  workspaceOf: (request: FastifyRequest) => string | undefined,
): void {
  // The level is silent while the server starts to listen, so it is asked each time.
  fastify.addHook('onResponse', (request, reply, done) => {
    if (logger.isLevelEnabled('info')) {
      logger.info({
        requestId: request.id,
        workspace: workspaceOf(request),
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
      });
    }
    done();
  });
}
