import type { Message } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { KeyInvalid, KeyMissing, RateExceeded } from './access.errors.js';
import { ApiKeys } from './api-keys.js';
import type { Caller } from './caller.js';
import { RateLimiter } from './rate-limiter.js';

/** Steps 0 to 2 of SPEC section 3 for messages. */
@Injectable()
export class MessageAccess {
  constructor(
    private readonly keys: ApiKeys,
    private readonly limiter: RateLimiter,
  ) {}

  /** Finds out who sent a message. Throws what refuses it. */
  async identify(message: Message): Promise<void> {
    const { sender } = message;
    if (sender !== undefined && this.limiter.hasWrongKeys) this.limiter.checkAddress(sender);
    const { apiKey } = message.payload;
    if (typeof apiKey !== 'string' || apiKey.trim() === '') {
      throw new KeyMissing('Send an API key as apiKey.');
    }
    const caller = await this.callerOf(apiKey.trim(), sender);
    message.caller = caller;
    const rate = this.limiter.take(caller.workspace);
    if (rate && rate.remaining < 0)
      throw new RateExceeded(
        `The workspace may send ${String(rate.limit)} requests a second.`,
        rate.resetSeconds,
      );
  }

  private async callerOf(secret: string, sender: string | undefined): Promise<Caller> {
    try {
      return await this.keys.callerOf(secret);
    } catch (error) {
      const isWrong = error instanceof KeyInvalid && error.isUnknown;
      if (isWrong && sender !== undefined) this.limiter.addWrongKey(sender);
      throw error;
    }
  }
}
