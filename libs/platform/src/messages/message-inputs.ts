import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Message } from './message.js';

const messageOf = (context: ExecutionContext): Message => context.switchToRpc().getData<Message>();

/** What `MessageInput` is of a pattern's method: the query of the same route, or its body. */
export type InputKind = 'query' | 'body';

/** Reads a message's `params`; the request reader has made them a DTO. */
export const readInput = (_kind: unknown, context: ExecutionContext): unknown =>
  messageOf(context).input;

const MessageInput = createParamDecorator(readInput);

/** A message's `params`, where the same route has a query: numbers and booleans may be sent as such. */
export const QueryParams = (): ParameterDecorator => MessageInput('query' satisfies InputKind);

/** A message's `params`, where the same route has a body. */
export const BodyParams = (): ParameterDecorator => MessageInput('body' satisfies InputKind);

export const readId = (_data: unknown, context: ExecutionContext): unknown =>
  messageOf(context).payload.id;

/** A message's `id`, where the same route has one in its path. */
export const RecordId = createParamDecorator(readId);
