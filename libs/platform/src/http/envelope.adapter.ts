import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Page, RawAnswer, Recorded } from './page.js';

/**
 * Puts what a controller answers into `{"success": true, "data": …}`. An interceptor could do it,
 * too, at the price of an Observable, an async scope and several promises a request.
 */
export class EnvelopeAdapter extends FastifyAdapter {
  override reply(reply: FastifyReply, answer: unknown, status?: number): FastifyReply {
    if (status !== undefined) void reply.status(status);
    if (answer instanceof RawAnswer) {
      return reply.type('application/json; charset=utf-8').send(answer.bytes);
    }
    if (answer instanceof Page) return reply.send({ success: true, ...answer });
    if (answer instanceof Recorded) {
      void reply.status(answer.created ? 201 : 200);
      return reply.send({ success: true, data: answer.record as unknown });
    }
    return reply.send({ success: true, data: answer });
  }
}
