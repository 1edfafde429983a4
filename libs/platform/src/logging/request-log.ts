import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pino, type DestinationStream, type Logger } from 'pino';
import { timestamp } from './timestamp.js';

/** What needs no escape in JSON. */
const PLAIN = /^[ !#-[\]-~]*$/;

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

/** One line a request, as the logger itself would write it, at a third of the time. */
export function requestLog(logger: Logger): ServedListener {
  const output = (logger as unknown as Record<symbol, DestinationStream>)[pino.symbols.streamSym];
  return (served) => {
    // The level is silent while the server starts to listen, so it is asked each time.
    if (logger.isLevelEnabled('info')) output?.write(lineOf(served));
  };
}

function lineOf({
  requestId,
  workspace,
  method,
  route,
  status,
  durationMs,
}: ServedRequest): string {
  const tenant = workspace === undefined ? '' : `"workspace":${quoted(workspace)},`;
  const pattern = route === null ? 'null' : quoted(route);
  const duration = String(Math.round(durationMs * 10) / 10);
  return `{"level":"info"${timestamp()},"requestId":${quoted(requestId)},${tenant}"method":${quoted(method)},"route":${pattern},"status":${String(status)},"durationMs":${duration}}\n`;
}

const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

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
