const OWN = 'cus_';
const EXTERNAL = 'ext_';

/** A customer as a route names it: `cus_…`, or `ext_` and the caller's own id. */
export type CustomerRef = { id: string } | { externalId: string };

/** Only the first `ext_` is removed. Undefined for a text of neither form. */
export function parseCustomerRef(text: string): CustomerRef | undefined {
  if (text.startsWith(OWN)) return { id: text };
  if (text.startsWith(EXTERNAL) && text.length > EXTERNAL.length) {
    return { externalId: text.slice(EXTERNAL.length) };
  }
  return undefined;
}
