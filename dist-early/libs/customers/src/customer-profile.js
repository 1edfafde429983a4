import { canonicalJson } from "../../platform/src/index.js";
/** Sets what is given; a claim cannot be withdrawn, so a `clickId` of null changes nothing. */
export async function changeProfile(write, customer, given) {
    if (given.email !== undefined)
        await write.setEmail(customer, given.email);
    for (const field of ['name', 'avatar', 'country']) {
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
    if (given.clickId)
        await write.claim(customer, given.clickId);
}
//# sourceMappingURL=customer-profile.js.map