import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { newId } from '../ids/ids.js';

const PRINTABLE = /^[\x21-\x7e]{1,255}$/;

/** The caller's own `X-Request-Id` when it is 1 to 255 printable characters, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && PRINTABLE.test(given) ? given : newId('req');
}

export function echoRequestIds(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
}
