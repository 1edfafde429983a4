import { ServiceUnavailable } from '@app/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WriteStep } from './write-step.js';

/** So many steps share a transaction at most: others wait no longer than for these. */
const MOST_STEPS = 1_000;

/**
 * Callers come in two crowds that take turns, unless one waits for the other: half as many a commit. The
 * longest that it does, and the part of the last transaction's time.
 */
const MOST_GATHERING_MS = 5;
const GATHERING = 0.5;

/** A step that waits for its turn, and who waits for its answer. */
export interface Queued {
  // Lanes hold steps of all kinds; each promise knows its own.
  step: WriteStep<unknown>;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * The queue of one workspace's writes in this process. While a transaction is on its way, what comes
 * in gathers here, and all of it shares the next one: the busier, the cheaper a write.
 */
export class WriteLane {
  /** Each with the timer that sends it away. */
  private readonly waiting = new Map<Queued, NodeJS.Timeout>();
  private isRunning = false;
  /** Is called when so many wait. */
  private gathered: { count: number; onGathered: () => void } | undefined;

  constructor(
    /** The longest that a step waits for its turn. */
    private readonly timeoutMs: number,
    /** Stores the steps and answers each; never throws. */
    private readonly store: (steps: readonly Queued[]) => Promise<void>,
    private readonly onEmpty: () => void,
  ) {}

  /** Throws `ServiceUnavailable` when its turn does not come in time; then nothing was done. */
  add<T>(step: WriteStep<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const queued: Queued = { step, resolve: resolve as Queued['resolve'], reject };
      const timer = setTimeout(() => {
        this.waiting.delete(queued);
        reject(new ServiceUnavailable('Too many writes wait for this workspace; try again.'));
      }, this.timeoutMs);
      this.waiting.set(queued, timer);
      if (this.gathered && this.waiting.size >= this.gathered.count) this.gathered.onGathered();
      if (!this.isRunning) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    // What is sent together is stored together.
    await Promise.resolve();
    while (this.waiting.size > 0) {
      const steps = this.take();
      const startedAt = performance.now();
      await this.store(steps);
      if (steps.length > 1) await this.gather(steps.length, performance.now() - startedAt);
    }
    this.isRunning = false;
    this.onEmpty();
  }

  /** Waits for those who have just been answered: they will soon be back. */
  private async gather(answered: number, tookMs: number): Promise<void> {
    if (this.waiting.size === 0) return;
    const gathered = new Promise<void>((onGathered) => {
      const count = Math.min(this.waiting.size + answered, MOST_STEPS);
      this.gathered = { count, onGathered };
    });
    const limit = Math.min(MOST_GATHERING_MS, tookMs * GATHERING);
    const timeIsUp = new AbortController();
    await Promise.race([gathered, sleep(limit, undefined, timeIsUp).catch(() => undefined)]);
    timeIsUp.abort();
    this.gathered = undefined;
  }

  private take(): Queued[] {
    const steps: Queued[] = [];
    for (const [queued, timer] of this.waiting) {
      if (steps.length > 0 && (queued.step.alone || steps.length === MOST_STEPS)) break;
      clearTimeout(timer);
      this.waiting.delete(queued);
      steps.push(queued);
      if (queued.step.alone) break;
    }
    return steps;
  }
}
