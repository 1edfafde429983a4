import type { Transaction, Value } from '@app/platform';
import * as store from './events.store.js';
import type { CustomerRow } from './identity.store.js';
import type { IdentityWrite } from './identity-write.js';
import {
  derivedOf,
  foldConversion,
  foldTouch,
  nothingHappened,
  type ConversionFact,
  type Projection,
  type TouchFact,
} from './projection.js';

const BEFORE_ALL = new Date(0);

/**
 * Recomputes a customer's row from its events, by the same folds that keep it up to date. Answers
 * whether anything was different.
 */
export async function recalculate(write: IdentityWrite, customer: CustomerRow): Promise<boolean> {
  // What others of this transaction have done to the customer is not in the database yet.
  await write.save();
  const projection = nothingHappened(customer.createdAt);
  await foldTouches(write.transaction, customer, projection);
  await foldConversions(write.transaction, customer, projection);
  const projected = { ...projection, ...derivedOf(projection) };
  const isDifferent = JSON.stringify({ ...customer, ...projected }) !== JSON.stringify(customer);
  if (isDifferent) Object.assign(write.customers.change(customer), projected);
  return isDifferent;
}

async function foldTouches(
  transaction: Transaction,
  { workspaceId, id }: CustomerRow,
  projection: Projection,
): Promise<void> {
  let after: string | undefined = '';
  do {
    const values: string[] = [workspaceId, id, after];
    const touches: TouchFact[] = await transaction.rows(store.TOUCHES_OF_CUSTOMER, values);
    for (const touch of touches) foldTouch(projection, touch);
    after = touches.length < store.EVENTS_A_READ ? undefined : touches.at(-1)?.clickId;
  } while (after !== undefined);
}

async function foldConversions(
  transaction: Transaction,
  { workspaceId, id }: CustomerRow,
  projection: Projection,
): Promise<void> {
  let last: { occurredAt: Date; id: string } | undefined = { occurredAt: BEFORE_ALL, id: '' };
  do {
    const values: Value[] = [workspaceId, id, last.occurredAt, last.id];
    const conversions: (ConversionFact & { id: string })[] = await transaction.rows(
      store.CONVERSIONS_OF_CUSTOMER,
      values,
    );
    for (const conversion of conversions) foldConversion(projection, conversion);
    last = conversions.length < store.EVENTS_A_READ ? undefined : conversions.at(-1);
  } while (last);
}
