import {
  CrossOrigin,
  Draining,
  Env,
  SECURITY_HEADERS,
  SnapshotShortcut,
  answerOf,
  requestIdOf,
  type ServedListener,
  type WarmSnapshot,
} from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiKeys } from './api-keys.js';
import type { Caller } from './caller.js';
import { checkEntitlement, checkScope } from './check-access.js';
import { rateHeaders } from './rate-headers.js';
import { RateLimiter } from './rate-limiter.js';
import { secretOf } from './secret.js';

/** Somebody who passes every check, and what they ask for. */
interface Admitted {
  caller: Caller;
  warm: WarmSnapshot;
}

/**
 * Sends snapshots that are there already, ahead of Fastify. Only a request that passes every check is
 * answered here, and the checks are those of the long way. Whatever else a request is, refused, over
 * its limit, unknown or new, the long way finds out, and says it.
 */
@Injectable()
export class WarmAnswers {
  private readonly crossOrigin: CrossOrigin;

  constructor(
    private readonly env: Env,
    private readonly keys: ApiKeys,
    private readonly limiter: RateLimiter,
    private readonly shortcut: SnapshotShortcut,
    private readonly draining: Draining,
  ) {
    this.crossOrigin = new CrossOrigin(env.CORS_ORIGINS);
  }

  /** Puts itself ahead of what answers the server's requests. */
  standBefore({ server }: FastifyInstance, listener: ServedListener): void {
    const answerers = server.listeners('request');
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      // A server that is closing tells its callers, which Fastify does.
      const isOpen = server.listening && !this.draining.hasBegun;
      if (isOpen && this.answer(request, response, listener)) return;
      for (const answerer of answerers) answerer.call(server, request, response);
    });
  }

  /** Whether the request is answered. */
  private answer(
    request: IncomingMessage,
    response: ServerResponse,
    listener: ServedListener,
  ): boolean {
    if (!this.shortcut.mayHave(request)) return false;
    const start = performance.now();
    const admitted = this.admit(request);
    if (!admitted) return false;
    const { caller, warm } = admitted;
    const rate = this.limiter.takeIfFree(caller.workspace);
    if (rate === undefined) return false;
    const requestId = requestIdOf(request);
    const { status, headers, bytes } = answerOf(warm.snapshot, true, request.headers);
    headers.push('x-request-id', requestId, ...SECURITY_HEADERS);
    headers.push(...this.crossOrigin.headersFor(request));
    if (this.crossOrigin.varies) headers.push('vary', 'Origin');
    if (rate) headers.push(...rateHeaders(rate));
    response.writeHead(status, headers);
    response.end(bytes);
    this.shortcut.countHit();
    listener({
      requestId,
      workspace: caller.workspace.id,
      method: 'GET',
      route: warm.pattern,
      status,
      durationMs: performance.now() - start,
    });
    return true;
  }

  private admit(request: IncomingMessage): Admitted | undefined {
    const secret = secretOf(request.headers);
    if (secret === undefined) return undefined;
    try {
      if (this.limiter.hasWrongKeys) {
        // With proxies in front, whose address it is takes longer to find out.
        if (this.env.TRUST_PROXY > 0) return undefined;
        this.limiter.checkAddress(request.socket.remoteAddress ?? '');
      }
      const caller = this.keys.remembered(secret, request.socket);
      if (!caller) return undefined;
      const warm = this.shortcut.find(caller.workspace, request.url ?? '');
      const rule = warm?.config.access;
      if (!rule) return undefined;
      checkEntitlement(rule, caller);
      checkScope(rule, caller);
      return { caller, warm };
    } catch {
      return undefined;
    }
  }
}
