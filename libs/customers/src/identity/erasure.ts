import type { Statement, Value } from '@app/platform';
import * as store from './erasure.store.js';
import type { IdentityWrite } from './identity-write.js';
import type { CustomerRow } from './identity.store.js';

/** By table, how many rows have lost what they said of somebody, or are gone. */
export type Erased = Record<string, number>;

/** Whose conversions nobody has been found for. */
export interface ErasedIdentity {
  email: string | null;
  externalId: string | null;
}

/**
 * Takes everything away that says who the customer was, for good: from its own row, its conversions
 * and the clicks that are no live customer's touch. Its touches, conversions and sums stay. It writes
 * past what the transaction holds in memory, so it has one of its own.
 */
export async function erase(write: IdentityWrite, customer: CustomerRow): Promise<Erased> {
  const count = counter(write, customer.id);
  write.customers.setExternalId(customer, null);
  Object.assign(write.customers.change(customer), {
    email: null,
    name: null,
    avatar: null,
    country: null,
    metadata: {},
    deletedAt: write.now,
  });
  return {
    customers: 1,
    clicks: await count(store.SCRUB_CLICKS),
    conversions: await count(store.SCRUB_CONVERSIONS),
    idempotent_answers: await count(store.ERASE_ANSWERS),
    claims: await count(store.DELETE_CLAIMS),
    customer_visitors: await count(store.DELETE_VISITORS),
    pending_touches: await count(store.DELETE_PENDING_TOUCHES),
  };
}

/** The same for conversions that are kept under an identity and have found nobody. */
export async function eraseUnstitched(
  write: IdentityWrite,
  { email, externalId }: ErasedIdentity,
): Promise<Erased> {
  const { transaction, workspaceId } = write;
  const rows = await transaction.rows(store.UNSTITCHED_OF, [workspaceId, email, externalId]);
  const count = counter(
    write,
    rows.map(({ id }) => id),
  );
  return {
    conversions: await count(store.SCRUB_UNSTITCHED),
    idempotent_answers: await count(store.ERASE_ANSWERS_ABOUT),
  };
}

const counter =
  ({ transaction, workspaceId }: IdentityWrite, subject: Value) =>
  async (statement: Statement<store.Affected>): Promise<number> =>
    (await transaction.first(statement, [workspaceId, subject]))?.count ?? 0;

/** Counts of several erasures, added up. */
export function addErased(all: readonly Erased[]): Erased {
  const sums: Erased = {};
  for (const erased of all) {
    for (const [table, count] of Object.entries(erased)) sums[table] = (sums[table] ?? 0) + count;
  }
  return sums;
}
