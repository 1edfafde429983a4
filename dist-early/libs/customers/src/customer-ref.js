const OWN = 'cus_';
const EXTERNAL = 'ext_';
/** Only the first `ext_` is removed. Undefined for a text of neither form. */
export function parseCustomerRef(text) {
    if (text.startsWith(OWN))
        return { id: text };
    if (text.startsWith(EXTERNAL) && text.length > EXTERNAL.length) {
        return { externalId: text.slice(EXTERNAL.length) };
    }
    return undefined;
}
//# sourceMappingURL=customer-ref.js.map