import { findCustomer, parseCustomerRef } from '@app/customers';
import { rangeOf, type Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import type { ConversionFilterParams } from './conversion-filter.dto.js';
import type { ConversionFilter } from './conversion-list.store.js';

/** Throws `ValidationFailed`. */
export function filterOf(params: ConversionFilterParams, workspace: Workspace): ConversionFilter {
  const { type, status, orderId, customerId, stitched } = params;
  const range = rangeOf(params, workspace.timezone);
  return { workspaceId: workspace.id, type, status, orderId, customerId, stitched, range };
}

/**
 * The filter with a customer's own id instead of `ext_…`. A customer that does not exist has no
 * conversions; a deleted one keeps those that it had.
 */
export async function withCustomerId(
  database: Database,
  filter: ConversionFilter,
): Promise<ConversionFilter> {
  const { workspaceId, customerId } = filter;
  if (customerId === undefined) return filter;
  const ref = parseCustomerRef(customerId);
  if (ref && 'id' in ref) return filter;
  const found = await findCustomer(database, workspaceId, customerId);
  return { ...filter, customerId: found?.id ?? '' };
}
