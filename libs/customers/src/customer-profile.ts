import type { Metadata } from '@app/platform';
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
  if (given.email !== undefined) await write.setEmail(customer, given.email);
  for (const field of ['name', 'avatar', 'country'] as const) {
    const value = given[field];
    if (value !== undefined && value !== customer[field]) {
      write.customers.change(customer)[field] = value;
    }
  }
  const { metadata } = given;
  if (metadata !== undefined && !isSame(metadata ?? {}, customer.metadata)) {
    write.customers.change(customer).metadata = metadata ?? {};
  }
  if (given.clickId) await write.claim(customer, given.clickId);
}

/** Whatever the order of the keys: the database keeps its own. */
function isSame(a: Metadata, b: Metadata): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
  );
}
