import type { IdentityWrite } from './identity-write.js';
import type { Needs } from './needs.js';
import type { Stored } from './write-scope.js';

/** A step's answer; called when its transaction has been committed. */
export type Outcome<T> = (stored: Stored) => T;

/**
 * What one request does in a transaction that it may share with others of its workspace. It may be
 * applied more than once, each time from the start, so it must not act outside of `write`.
 */
export interface WriteStep<T> {
  needs: Needs;
  /** It writes past what is in memory, or takes long: no other step may share its transaction. */
  alone?: boolean;
  /** Throws what refuses the request; nothing of the step is stored then. */
  apply(write: IdentityWrite): Promise<Outcome<T>>;
}
