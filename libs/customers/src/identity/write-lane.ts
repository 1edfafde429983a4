import { ServiceUnavailable } from '@app/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WriteRequest } from './write-step.js';

/** So many steps share a transaction at most, unless one request has more: others wait no longer. */
const MOST_STEPS = 1_000;

/**
 * Callers come in two crowds that take turns, unless one waits for the other: half as many a commit. The
 * longest that it does, and the part of the last transaction's time.
 */
const MOST_GATHERING_MS = 5;
const GATHERING = 0.5;

/** Beyond the longest wait for its turn: then its caller is told, whatever becomes of it. */
const ANSWER_GRACE_MS = 500;

/** A request that waits for its turn, and who waits for its answer. */
export interface Queued {
  // Lanes hold requests of all kinds; each promise knows its own.
  request: WriteRequest<unknown>;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * The queue of one workspace's writes in this process. While a transaction is on its way, what comes
 * in gathers here, and all of it shares the next one: the busier, the cheaper a write.
 */
export class WriteLane {
  private readonly waiting = new Set<Queued>();
  private isRunning = false;
  /** Is called when so many wait. */
  private gathered: { count: number; onGathered: () => void } | undefined;

  constructor(
    /** The longest that a request waits for its turn. */
    private readonly timeoutMs: number,
    /** Stores the requests and answers each; never throws. */
    private readonly store: (requests: readonly Queued[]) => Promise<void>,
    private readonly onEmpty: () => void,
  ) {}

  /**
   * Throws `ServiceUnavailable` when its turn does not come in time, and nothing was done; or when it is
   * not answered soon after, and may be stored all the same.
   */
  add<A>(request: WriteRequest<A>): Promise<A> {
    return new Promise<A>((resolve, reject) => {
      // Whatever a step has thrown.
      const refuse: Queued['reject'] = reject;
      const timer = setTimeout(() => {
        if (this.waiting.delete(queued)) {
          reject(new ServiceUnavailable('Too many writes wait for this workspace; try again.'));
        } else {
          setTimeout(() => {
            reject(new ServiceUnavailable('The write is not stored yet; try again.'));
          }, ANSWER_GRACE_MS);
        }
      }, this.timeoutMs);
      const queued: Queued = {
        request,
        resolve: (answer) => {
          clearTimeout(timer);
          resolve(answer as A);
        },
        reject: (error) => {
          clearTimeout(timer);
          refuse(error);
        },
      };
      this.waiting.add(queued);
      if (this.gathered && this.waiting.size >= this.gathered.count) this.gathered.onGathered();
      if (!this.isRunning) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    // What is sent together is stored together.
    await Promise.resolve();
    while (this.waiting.size > 0) {
      const requests = this.take();
      const startedAt = performance.now();
      await this.store(requests);
      if (requests.length > 1) await this.gather(requests.length, performance.now() - startedAt);
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
    const taken: Queued[] = [];
    let steps = 0;
    for (const queued of this.waiting) {
      const { request } = queued;
      const isAlone = request.steps.some(({ alone }) => alone);
      steps += request.steps.length;
      if (taken.length > 0 && (isAlone || steps > MOST_STEPS)) break;
      this.waiting.delete(queued);
      taken.push(queued);
      if (isAlone) break;
    }
    return taken;
  }
}
