import { Logger } from '@nestjs/common';
import { isNotMigrated } from '../database/database-errors.js';
import { setTimeout as sleep } from 'node:timers/promises';

/** Work that a process does again and again beside its requests, until it is stopped. */
export class RepeatedWork {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  /** Said once, until the work succeeds again. */
  private isFaulty = false;

  constructor(
    /** What its faults are logged under. */
    name: string,
    /** Milliseconds between the end of one round and the start of the next. */
    private readonly pauseMs: number,
    /** Gives up soon when the signal says so. */
    private readonly work: (signal: AbortSignal) => Promise<void>,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    this.running = this.repeat();
  }

  /** Ends when the round that is running has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async repeat(): Promise<void> {
    const { signal } = this.stopping;
    const pauses = async (): Promise<boolean> => {
      await sleep(this.pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
      return !signal.aborted;
    };
    while (await pauses()) await this.round(signal);
  }

  private async round(signal: AbortSignal): Promise<void> {
    try {
      await this.work(signal);
      this.isFaulty = false;
    } catch (error) {
      // Another instance may be migrating, for which this one waits.
      if (isNotMigrated(error)) return;
      if (!this.isFaulty) this.logger.error(error);
      this.isFaulty = true;
    }
  }
}
