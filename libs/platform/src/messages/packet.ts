import { ValidationFailed } from '../errors/app-error.js';
import { isObject } from './message.js';

/** What Nest's own clients send, and how they know an answer again. */
export interface Packet {
  pattern: unknown;
  data: unknown;
  /** Undefined when nobody waits for an answer. */
  id: string | number | undefined;
}

/** Throws `ValidationFailed` for an id that is none: it is sent back as it came. */
export function packetOf(value: Record<string, unknown>): Packet {
  const { pattern, data, id } = value;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') {
    throw ValidationFailed.of('id', 'of a packet must be a string or a number');
  }
  return { pattern, data, id };
}

/** A value is a packet when it has what no payload has. */
export const isPacket = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && ('pattern' in value || 'data' in value);

export const packed = (response: object, id: Packet['id']): object => ({
  response,
  isDisposed: true,
  id,
});

/** Throws `ValidationFailed`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw ValidationFailed.of('', 'The message is not valid JSON');
  }
}
