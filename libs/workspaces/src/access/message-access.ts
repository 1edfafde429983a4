import type { Message } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { KeyMissing } from './access.errors.js';
import { Callers } from './callers.js';
import { RateLimiter, checkRate } from './rate-limiter.js';

/** Steps 0 to 2 of SPEC section 3 for messages. */
@Injectable()
export class MessageAccess {
  constructor(
    private readonly callers: Callers,
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
    const caller = await this.callers.find(apiKey.trim(), sender);
    message.caller = caller;
    const rate = await this.limiter.take(caller.workspace);
    if (rate) checkRate(rate);
  }
}
