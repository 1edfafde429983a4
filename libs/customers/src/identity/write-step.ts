import type { IdempotentRequest } from '@app/workspaces';
import type { IdentityWrite } from './identity-write.js';
import type { Needs } from './needs.js';
import type { Stored } from './write-scope.js';

/** A step's answer; called when all that its transaction writes has been written. */
export type Outcome<T> = (stored: Stored) => T;

/**
 * What one event or change does in a transaction that it may share with others of its workspace. It may
 * be applied more than once, each time from the start, so it must not act outside of `write`.
 */
export interface WriteStep<T> {
  needs: Needs;
  /** It writes past what is in memory, or takes long: no other step may share its transaction. */
  alone?: boolean;
  /** Throws what refuses the step; nothing of it is stored then. */
  apply(write: IdentityWrite): Promise<Outcome<T>>;
}

/** What one request does: one step, or a batch of them. All are stored by the same transaction. */
export interface WriteRequest<A> {
  steps: readonly WriteStep<unknown>[];
  /** The answer, from those to the steps; throws what refuses the request. */
  answerOf: (results: readonly PromiseSettledResult<unknown>[]) => A;
  /** Keeps its answer for a repeat. */
  idempotent?: IdempotentRequest | undefined;
}
