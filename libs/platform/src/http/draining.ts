import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';

/** The last moments of a process: it still serves, and asks its callers to go elsewhere next time. */
@Injectable()
export class Draining {
  private isDraining = false;

  get hasBegun(): boolean {
    return this.isDraining;
  }

  /** Ends a caller's connection with its answer: closed on one side alone, it could lose a request. */
  closeConnections(fastify: FastifyInstance): void {
    fastify.addHook('onSend', (_request, reply, _payload, done) => {
      if (this.isDraining) void reply.header('connection', 'close');
      done();
    });
  }

  /** Waits for so long, for callers and balancers to notice. */
  async drain(milliseconds: number): Promise<void> {
    if (milliseconds === 0) return;
    this.isDraining = true;
    await sleep(milliseconds);
  }
}
