/** A customer: its `cus_…` id, `ext_` and your own id of it, or `{ externalId }`. */
export type CustomerRef = string | { externalId: string };

/**
 * The id as it goes into a path. Anything without a prefix is refused here: `get('count')` would be
 * another route, and your own id of a customer would look like a customer that is not there.
 */
export function customerId(customer: CustomerRef): string {
  if (typeof customer === 'object') return `ext_${customer.externalId}`;
  if (/^(cus|ext)_/.test(customer)) return customer;
  throw new TypeError(
    `A customer's id begins with cus_ or ext_, unlike "${customer}": pass { externalId } for your own id.`,
  );
}

export function conversionId(id: string): string {
  if (id.startsWith('con_')) return id;
  throw new TypeError(`A conversion's id begins with con_, unlike "${id}".`);
}
