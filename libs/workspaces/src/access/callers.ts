import { Injectable } from '@nestjs/common';
import { KeyInvalid } from './access.errors.js';
import { ApiKeys } from './api-keys.js';
import type { Caller } from './caller.js';
import { RateLimiter } from './rate-limiter.js';

/** Finds the caller behind a key, and counts the keys that have none. */
@Injectable()
export class Callers {
  constructor(
    private readonly keys: ApiKeys,
    private readonly limiter: RateLimiter,
  ) {}

  /** Throws `KeyInvalid`. The address is where the key came from, where that is known. */
  async find(secret: string, address: string | undefined): Promise<Caller> {
    try {
      return await this.keys.callerOf(secret);
    } catch (error) {
      const isWrong = error instanceof KeyInvalid && error.isUnknown;
      if (isWrong && address !== undefined) this.limiter.addWrongKey(address);
      throw error;
    }
  }
}
