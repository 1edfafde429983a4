import { newId } from '../ids/ids.js';
import type { Type } from '@nestjs/common';

const PRINTABLE = /^[\x21-\x7e]{1,255}$/;

/** What a message may say (SPEC section 9). */
export interface Payload {
  apiKey?: unknown;
  requestId?: unknown;
  idempotencyKey?: unknown;
  noCache?: unknown;
  id?: unknown;
  params?: unknown;
}

/** What a message was answered: a status as HTTP has it, and the envelope. */
export class MessageAnswer {
  constructor(
    readonly status: number,
    readonly body: object,
  ) {}
}

/** One message that is being served. */
export class Message {
  /** The caller's own id when it is 1 to 255 printable characters, else a new one. */
  readonly requestId: string;
  /** Not checked yet: the guards come first. */
  readonly payload: Payload;
  /** Whom the message's key belongs to, once that has been found out. */
  caller?: object;
  /** `params` as the DTO that its pattern takes, once they have been read. */
  input?: object;

  constructor(
    readonly pattern: string,
    /** What is no object says nothing. */
    payload: unknown,
    /** The address that it came from, where the transport knows it. */
    readonly sender?: string,
  ) {
    this.payload = isObject(payload) ? payload : {};
    const { requestId } = this.payload;
    const isUsable = typeof requestId === 'string' && PRINTABLE.test(requestId);
    this.requestId = isUsable ? requestId : newId('req');
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The DTOs that a controller's method takes, and whether it takes a record's id. */
export interface DeclaredInputs {
  body: Type<object> | undefined;
  query: Type<object> | undefined;
  id: boolean;
}
