import { SnapshotShortcut } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { AccessRule } from './access.decorator.js';
import { KeyInvalid, KeyMissing, RateExceeded } from './access.errors.js';
import { ApiKeys } from './api-keys.js';
import type { Caller } from './caller.js';
import { checkEntitlement, checkScope } from './check-access.js';
import { RateLimiter } from './rate-limiter.js';

type Done = (error?: Error) => void;

/** Steps 0 to 2 of SPEC section 3: they run before the body is read. */
@Injectable()
export class AccessHook {
  constructor(
    private readonly keys: ApiKeys,
    private readonly limiter: RateLimiter,
    private readonly shortcut: SnapshotShortcut,
  ) {}

  /** Puts the checks ahead of every route with `@Access` that is added from now on. */
  guard(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', (route) => {
      const rule = route.config?.access;
      if (!rule) return;
      const hooks: onRequestHookHandler[] = [
        (request, reply, done) => {
          this.identify(request, reply, done);
        },
        (request, reply, done) => {
          this.answerKnown(rule, request, reply, done);
        },
      ];
      route.onRequest = [...hooks, ...[route.onRequest ?? []].flat()];
    });
  }

  /** Without a promise for a key that is remembered, which nearly all are. */
  private identify(request: FastifyRequest, reply: FastifyReply, done: Done): void {
    let secret: string | undefined;
    let known: Caller | undefined;
    try {
      if (this.limiter.hasWrongKeys) this.limiter.checkAddress(request.ip);
      secret = secretOf(request);
      if (secret === undefined) throw new KeyMissing();
      known = this.keys.remembered(secret);
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

  /**
   * Sends a snapshot that is there already, past Nest, but not past steps 3 and 4. The rest of the
   * steps a request of this URL has passed before.
   */
  private answerKnown(
    rule: AccessRule,
    request: FastifyRequest,
    reply: FastifyReply,
    done: Done,
  ): void {
    const { caller } = request;
    const snapshot = caller && this.shortcut.find(caller.workspace, request);
    if (!snapshot) {
      done();
      return;
    }
    try {
      checkEntitlement(rule, caller);
      checkScope(rule, caller);
    } catch (error) {
      done(error as Error);
      return;
    }
    this.shortcut.send(snapshot, request, reply);
  }
}

function secretOf({ headers }: FastifyRequest): string | undefined {
  const given = headers['x-api-key'];
  if (typeof given === 'string' && given.trim() !== '') return given.trim();
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  return /^Bearer\s+(\S.*)$/i.exec(authorization)?.[1]?.trim();
}
