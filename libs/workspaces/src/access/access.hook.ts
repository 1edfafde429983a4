import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { KeyInvalid, KeyMissing, RateExceeded } from './access.errors.js';
import { ApiKeys } from './api-keys.js';
import type { Caller } from './caller.js';
import { rateHeaders } from './rate-headers.js';
import { RateLimiter } from './rate-limiter.js';
import { secretOf } from './secret.js';

type Done = (error?: Error) => void;

/** Steps 0 to 2 of SPEC section 3: they run before the body is read. */
@Injectable()
export class AccessHook {
  constructor(
    private readonly keys: ApiKeys,
    private readonly limiter: RateLimiter,
  ) {}

  /** Puts the checks ahead of every route with `@Access` that is added from now on. */
  guard(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', (route) => {
      if (!route.config?.access) return;
      const identify: onRequestHookHandler = (request, reply, done) => {
        this.identify(request, reply, done);
      };
      route.onRequest = [identify, ...[route.onRequest ?? []].flat()];
    });
  }

  /** Without a promise for a key that is remembered, which nearly all are. */
  private identify(request: FastifyRequest, reply: FastifyReply, done: Done): void {
    let secret: string | undefined;
    let known: Caller | undefined;
    try {
      if (this.limiter.hasWrongKeys) this.limiter.checkAddress(request.ip);
      secret = secretOf(request.headers);
      if (secret === undefined) throw new KeyMissing();
      known = this.keys.remembered(secret, request.raw.socket);
      if (known) this.admit(known, request, reply);
    } catch (error) {
      done(error as Error);
      return;
    }
    if (known) done();
    else
      this.lookUp(secret, request, reply).then(() => {
        done();
      }, done);
  }

  private async lookUp(
    secret: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    let caller: Caller;
    try {
      caller = await this.keys.callerOf(secret);
    } catch (error) {
      if (error instanceof KeyInvalid && error.isUnknown) this.limiter.addWrongKey(request.ip);
      throw error;
    }
    this.admit(caller, request, reply);
  }

  private admit(caller: Caller, request: FastifyRequest, reply: FastifyReply): void {
    request.caller = caller;
    const rate = this.limiter.take(caller.workspace);
    if (!rate) return;
    const [policyName = '', policy, name = '', state] = rateHeaders(rate);
    void reply.header(policyName, policy).header(name, state);
    const { limit, remaining, resetSeconds } = rate;
    if (remaining < 0) {
      throw new RateExceeded(
        `The workspace may send ${String(limit)} requests a second.`,
        resetSeconds,
      );
    }
  }
}
