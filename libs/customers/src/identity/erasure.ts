import * as store from './erasure.store.js';
import type { IdentityWrite } from './identity-write.js';
import type { CustomerRow } from './identity.store.js';

/**
 * Takes everything away that says who the customer was, for good: from its own row, its conversions
 * and the clicks that are no live customer's touch. Its touches, conversions and sums stay. It writes
 * past what the transaction holds in memory, so it has one of its own.
 */
export async function erase(write: IdentityWrite, customer: CustomerRow): Promise<void> {
  const values = [write.workspace.id, customer.id];
  write.customers.setExternalId(customer, null);
  Object.assign(write.customers.change(customer), {
    email: null,
    name: null,
    avatar: null,
    country: null,
    metadata: {},
    deletedAt: write.now,
  });
  await write.transaction.rows(store.SCRUB_CLICKS, values);
  await write.transaction.rows(store.SCRUB_CONVERSIONS, values);
  await write.transaction.rows(store.ERASE_ANSWERS, values);
  await write.transaction.rows(store.DELETE_CLAIMS, values);
  await write.transaction.rows(store.DELETE_VISITORS, values);
  await write.transaction.rows(store.DELETE_PENDING_TOUCHES, values);
}
