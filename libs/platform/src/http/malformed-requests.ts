import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Socket } from 'node:net';
import { ValidationFailed } from '../errors/app-error.js';
import { newId } from '../ids/ids.js';
import { putHeaders } from './answer-headers.js';
import type { CrossOrigin } from './cross-origin.js';
import { errorBody } from './envelope.js';
import { KEEP_NOTHING, SECURITY_HEADERS } from './security-headers.js';

const HEADERS = [...SECURITY_HEADERS, ...KEEP_NOTHING];
const LINES = HEADERS.flatMap((name, i) =>
  i % 2 === 0 ? [`${name}: ${HEADERS[i + 1] ?? ''}`] : [],
);

const malformed = ValidationFailed.of('', 'The request is malformed');

/** Answers, in the envelope of every other error, what is too broken to reach a route. */
export const answerMalformedRequests = (
  crossOrigin: CrossOrigin,
): Pick<FastifyServerOptions, 'frameworkErrors' | 'clientErrorHandler'> => ({
  /** A path that is no valid percent-encoding, say. */
  frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    putHeaders(reply, [...HEADERS, ...crossOrigin.headersFor(request.raw)]);
    if (crossOrigin.varies) void reply.header('vary', 'Origin');
    void reply
      .status(400)
      .header('x-request-id', request.id)
      .type('application/json; charset=utf-8')
      .send(errorBody(malformed, request.id));
  },
  /** What is not even HTTP, or has headers that are too large or too slow. */
  clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
    const requestId = newId('req');
    const body = JSON.stringify(errorBody(malformed, requestId));
    const lines = [
      'HTTP/1.1 400 Bad Request',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${String(Buffer.byteLength(body))}`,
      `X-Request-Id: ${requestId}`,
      'Connection: close',
      ...LINES,
      '',
      body,
    ];
    socket.end(lines.join('\r\n'));
  },
});
