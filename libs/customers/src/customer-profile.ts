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
  const row = write.customers.change(customer);
  if (given.email !== undefined) await write.setEmail(row, given.email);
  if (given.name !== undefined) row.name = given.name;
  if (given.avatar !== undefined) row.avatar = given.avatar;
  if (given.country !== undefined) row.country = given.country;
  if (given.metadata !== undefined) row.metadata = given.metadata ?? {};
  if (given.clickId) await write.claim(row, given.clickId);
}
