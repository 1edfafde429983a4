import type { FastifyInstance, FastifyReply } from 'fastify';
import type { CrossOrigin } from './cross-origin.js';
import { KEEP_NOTHING, SECURITY_HEADERS } from './security-headers.js';

export function putHeaders(reply: FastifyReply, headers: readonly string[]): void {
  for (let i = 0; i < headers.length; i += 2) void reply.header(headers[i] ?? '', headers[i + 1]);
}

/** Puts on every answer what browsers and caches need to be told, and answers preflights. */
export function tellBrowsers(fastify: FastifyInstance, crossOrigin: CrossOrigin): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    putHeaders(reply, SECURITY_HEADERS);
    putHeaders(reply, KEEP_NOTHING);
    const preflight = crossOrigin.preflightFor(request.raw);
    putHeaders(reply, preflight ?? crossOrigin.headersFor(request.raw));
    if (preflight) void reply.status(204).send();
    else done();
  });
  if (!crossOrigin.varies) return;
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    const others = reply.getHeader('vary');
    void reply.header('vary', others === undefined ? 'Origin' : `${String(others)}, Origin`);
    done();
  });
}
