import { ValidationFailed, inboundOf } from '@app/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

const MOST_CHARACTERS = 255;

/** What a caller sends along with a write to be able to send it again. */
export class IdempotencyKey {
  constructor(
    /** 1 to 255 characters. */
    readonly text: string,
    /** The request that it came with: a refusal that is kept names it. */
    readonly requestId: string,
  ) {}
}

/** The caller's `Idempotency-Key`, as an argument of a controller's method. Throws `ValidationFailed`. */
export const CurrentIdempotencyKey = createParamDecorator(
  (_data: unknown, context: ExecutionContext): IdempotencyKey | undefined => {
    const { idempotencyKey, requestId } = inboundOf(context);
    if (idempotencyKey === undefined) return undefined;
    const { name, text } = idempotencyKey;
    if (typeof text !== 'string') throw ValidationFailed.of(name, 'must be a string');
    const length = Array.from(text).length;
    if (length < 1 || length > MOST_CHARACTERS) {
      throw ValidationFailed.of(name, `must have 1 to ${String(MOST_CHARACTERS)} characters`);
    }
    return new IdempotencyKey(text, requestId);
  },
);
