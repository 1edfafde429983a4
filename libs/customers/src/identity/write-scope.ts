import type { Transaction } from '@app/platform';

/** What everything in one transaction of a workspace shares. */
export interface WriteScope {
  readonly transaction: Transaction;
  readonly workspaceId: string;
  readonly now: Date;
  /** How many changes have been made in memory: a write that is refused must not have made any. */
  changes: number;
}
