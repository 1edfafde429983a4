import { CustomersClient } from '../../libs/sdk/src/index.js';
import type { Ask } from './golden-faults.js';

/** A query as the SDK's methods take it: the golden files have only values that are valid. */
type Query = Record<string, never>;

/** Asks the questions of the golden files by the SDK's methods. */
export const askBySdk =
  (customers: CustomersClient): Ask =>
  async (request) => {
    const url = new URL(request.replace(/^GET /, ''), 'http://localhost');
    const [, resource, ref, part] = url.pathname.split('/').map(decodeURIComponent);
    const { group_by: groupBy, ...rest } = Object.fromEntries(url.searchParams);
    const query = { ...rest, ...(groupBy !== undefined && { groupBy }) } as Query;
    if (resource === 'conversions') return customers.conversions.list(query).page();
    switch (ref) {
      case undefined:
        return customers.list(query).page();
      case 'count':
        return { data: { count: await customers.count(query) } };
      case 'cohorts':
        return { data: await customers.cohorts(query) };
      case 'ltv-cohorts':
        return { data: await customers.ltvCohorts(query) };
      default:
        return { data: await askOfOne(customers, ref, part, query) };
    }
  };

async function askOfOne(
  customers: CustomersClient,
  ref: string,
  part: string | undefined,
  query: Query,
): Promise<object> {
  const customer = { externalId: ref.replace(/^ext_/, '') };
  if (part === undefined) return customers.get(customer);
  if (part === 'attribution') return customers.attribution(customer);
  const { summary, ...range } = query as Record<string, string>;
  const journey = customers.journey(customer, range);
  if (summary !== 'true') return journey.page();
  const { id: customerId } = await customers.get(customer);
  return { customerId, summary: await journey.summary() };
}
