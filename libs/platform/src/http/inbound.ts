import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Message } from '../messages/message.js';

/** What a request and a message have in common for those who serve them. */
export interface Inbound {
  requestId: string;
  /** As it was sent, under the name that its sender knows it by. */
  idempotencyKey: { name: string; text: unknown } | undefined;
}

/** The message that a method serves; undefined when it serves a request. */
export const messageIn = (context: ExecutionContext): Message | undefined =>
  context.getType() === 'rpc' ? context.switchToRpc().getData<Message>() : undefined;

export function inboundOf(context: ExecutionContext): Inbound {
  const message = messageIn(context);
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const [name, text] = message
    ? ['idempotencyKey', message.payload.idempotencyKey]
    : ['Idempotency-Key', request.headers['idempotency-key']];
  return {
    requestId: message ? message.requestId : request.id,
    idempotencyKey: text === undefined ? undefined : { name, text },
  };
}
