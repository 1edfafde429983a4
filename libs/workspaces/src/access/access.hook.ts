import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeyInvalid, KeyMissing, RateExceeded } from './access.errors.js';
import { ApiKeys } from './api-keys.js';
import type { Caller } from './caller.js';
import { RateLimiter } from './rate-limiter.js';

/** Steps 0 to 2 of SPEC section 3: they run before the body is read. */
@Injectable()
export class AccessHook {
  constructor(
    private readonly keys: ApiKeys,
    private readonly limiter: RateLimiter,
  ) {}

  /** A Fastify `onRequest` hook; throws what the caller lacks. */
  async onRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!request.routeOptions.config.access) return;
    this.limiter.checkAddress(request.ip);
    const caller = await this.callerOf(request);
    request.caller = caller;
    const rate = this.limiter.take(caller.workspace);
    if (!rate) return;
    const { limit, remaining, resetSeconds } = rate;
    const left = String(Math.max(0, remaining));
    void reply.header('ratelimit-policy', `"second";q=${String(limit)};w=1`);
    void reply.header('ratelimit', `"second";r=${left};t=${String(resetSeconds)}`);
    if (remaining < 0) {
      throw new RateExceeded(
        `The workspace may send ${String(limit)} requests a second.`,
        resetSeconds,
      );
    }
  }

  private async callerOf(request: FastifyRequest): Promise<Caller> {
    const secret = secretOf(request);
    if (secret === undefined) throw new KeyMissing();
    try {
      return await this.keys.callerOf(secret);
    } catch (error) {
      if (error instanceof KeyInvalid && error.isUnknown) this.limiter.addWrongKey(request.ip);
      throw error;
    }
  }
}

function secretOf({ headers }: FastifyRequest): string | undefined {
  const given = headers['x-api-key'];
  if (typeof given === 'string' && given.trim() !== '') return given.trim();
  const bearer = /^Bearer\s+(\S.*)$/i.exec(headers.authorization ?? '');
  return bearer?.[1]?.trim();
}
