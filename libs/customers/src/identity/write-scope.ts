import type { Transaction } from '@app/platform';
import type { CustomerView } from '../customer.store.js';

/** What everything in one transaction of a workspace shares. */
export interface WriteScope {
  readonly transaction: Transaction;
  readonly workspaceId: string;
  readonly now: Date;
  /** How many changes have been made in memory: a write that is refused must not have made any. */
  changes: number;
  /** The record that the present step is about: `cus_…`, `con_…` or `click:` and its id. */
  subject: string | null;
}

/** What the answers of a transaction are made from, once all of it is stored. */
export interface Stored {
  /** A live customer that the step asked for by `write.show`. */
  viewOf(customerId: string): CustomerView | undefined;
}
