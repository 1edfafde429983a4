import { Database, ReplayedAnswer } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AnswerErased, KeyUsedForAnother, StillRunning } from './idempotency.errors.js';
import { FORGET_ANSWERS, LOOK_UP_ANSWER, type KeptAnswer } from './idempotent-answer.store.js';
import { lockOf, type IdempotentRequest } from './idempotent-request.js';

/**
 * Lets a request under an `Idempotency-Key` run once. What it was answered is kept by the transaction of
 * its effect; here is what comes before: a repeat is answered, or told that the first still runs.
 */
@Injectable()
export class IdempotentRequests {
  private readonly running = new Set<string>();

  constructor(private readonly database: Database) {}

  /**
   * Runs `work`, which keeps its answer. Throws `ReplayedAnswer` and what `refusalOf` answers for a repeat,
   * and `StillRunning` while another runs, in this process or elsewhere.
   */
  async once<T>(
    workspaceId: string,
    request: IdempotentRequest,
    work: () => Promise<T>,
  ): Promise<T> {
    const name = `${workspaceId} ${request.key.toString('base64')}`;
    if (this.running.has(name)) throw new StillRunning();
    const values = [workspaceId, request.key, lockOf(request)];
    const found = await this.database.first(LOOK_UP_ANSWER, values);
    if (found?.fingerprint) throw refusalOf(found as KeptAnswer, request);
    // Others may have looked at the same time, and one of them is ahead.
    if (found?.isFree === false || this.running.has(name)) throw new StillRunning();
    this.running.add(name);
    try {
      return await work();
    } finally {
      this.running.delete(name);
    }
  }

  /** Deletes answers that are too old to be repeated, until none is left. */
  async forget(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const round = await this.database.first(FORGET_ANSWERS);
      if (!round?.forgotten) return;
    }
  }
}

/** Why a request does not run again: it has its answer, or its key belongs to another one. */
export function refusalOf(
  { fingerprint, status, body }: KeptAnswer,
  request: IdempotentRequest,
): Error {
  if (!fingerprint.equals(request.fingerprint)) return new KeyUsedForAnother();
  return body === null ? new AnswerErased() : new ReplayedAnswer(status, body);
}
