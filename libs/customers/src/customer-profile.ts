import { canonicalJson, type Metadata } from '@app/platform';
import type { IdentityWrite } from './identity/identity-write.js';
import type { CustomerRow } from './identity/identity.store.js';

/** What a caller may say of a customer: undefined keeps, null clears. */
export interface ProfileChange {
  email?: string | null;
  name?: string | null;
  avatar?: string | null;
  country?: string | null;
  clickId?: string | null;
  metadata?: Metadata | null;
}

/** Sets what is given; a claim cannot be withdrawn, so a `clickId` of null changes nothing. */
export async function changeProfile(
  write: IdentityWrite,
  customer: CustomerRow,
  given: ProfileChange,
): Promise<void> {
  if (given.email !== undefined) write.setEmail(customer, given.email);
  for (const field of ['name', 'avatar', 'country'] as const) {
    const value = given[field];
    if (value !== undefined && value !== customer[field]) {
      write.customers.change(customer)[field] = value;
    }
  }
  if (given.metadata !== undefined) {
    const metadata = given.metadata ?? {};
    // Whatever the order of the keys: the database keeps its own.
    if (canonicalJson(metadata) !== canonicalJson(customer.metadata)) {
      write.customers.change(customer).metadata = metadata;
    }
  }
  if (given.clickId) await write.claim(customer, given.clickId);
}
