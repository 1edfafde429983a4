import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Export } from '../exports/export.js';
import { sendExport } from '../exports/send-export.js';
import { successOf } from './envelope.js';
import { RawAnswer, Recorded } from './page.js';

/**
 * Puts what a controller answers into its envelope. An interceptor could do it, too, at the price of an
 * Observable, an async scope and several promises a request.
 */
export class EnvelopeAdapter extends FastifyAdapter {
  override reply(reply: FastifyReply, answer: unknown, status?: number): FastifyReply {
    if (status !== undefined) void reply.status(status);
    if (answer instanceof Export) return sendExport(reply, answer);
    if (answer instanceof RawAnswer) {
      return reply.type(answer.type).send(answer.bytes);
    }
    const success = successOf(answer);
    // Whether a record is new is known only now; of other answers the route says it.
    if (answer instanceof Recorded) void reply.status(success.status);
    return reply.send(success.body);
  }
}
