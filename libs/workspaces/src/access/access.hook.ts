import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { KeyMissing } from './access.errors.js';
import { ApiKeys } from './api-keys.js';
import type { Caller } from './caller.js';
import { Callers } from './callers.js';
import { rateHeaders } from './rate-headers.js';
import { RateLimiter, checkRate, type RateState } from './rate-limiter.js';
import { secretOf } from './secret.js';

type Done = (error?: Error) => void;

/** Steps 0 to 2 of SPEC section 3: they run before the body is read. */
@Injectable()
export class AccessHook {
  constructor(
    private readonly keys: ApiKeys,
    private readonly callers: Callers,
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

  /** Without a promise for a key that is remembered, unless its requests are counted elsewhere. */
  private identify(request: FastifyRequest, reply: FastifyReply, done: Done): void {
    let admitted: Promise<void> | undefined;
    try {
      if (this.limiter.hasWrongKeys) this.limiter.checkAddress(request.ip);
      const secret = secretOf(request.headers);
      if (secret === undefined) throw new KeyMissing();
      const known = this.keys.remembered(secret, request.raw.socket);
      admitted = known ? this.admit(known, request, reply) : this.lookUp(secret, request, reply);
    } catch (error) {
      done(error as Error);
      return;
    }
    if (!admitted) done();
    else
      admitted.then(() => {
        done();
      }, done);
  }

  private async lookUp(
    secret: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await this.admit(await this.callers.find(secret, request.ip), request, reply);
  }

  private admit(
    caller: Caller,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> | undefined {
    request.caller = caller;
    const rate = this.limiter.take(caller.workspace);
    if (!rate) return undefined;
    if (!(rate instanceof Promise)) {
      tellRate(rate, reply);
      return undefined;
    }
    return rate.then((counted) => {
      tellRate(counted, reply);
    });
  }
}

/** Throws `RateExceeded` when nothing is left. */
function tellRate(rate: RateState, reply: FastifyReply): void {
  const [policyName = '', policy, name = '', state] = rateHeaders(rate);
  void reply.header(policyName, policy).header(name, state);
  checkRate(rate);
}
