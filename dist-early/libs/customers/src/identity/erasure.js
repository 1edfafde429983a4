import * as store from './erasure.store.js';
/** What must stand still while a customer is erased: nothing may find it half-way. */
export async function keysOfCustomer(write, id) {
    const values = [write.workspace.id, id];
    const found = await write.transaction.first(store.KEYS_OF_CUSTOMER, values);
    if (!found)
        return [];
    return [
        ...(found.externalId === null ? [] : [`external:${found.externalId}`]),
        ...(found.email === null ? [] : [`email:${found.email}`]),
        ...found.clicks.map((clickId) => `click:${clickId}`),
        ...found.visitors.map((visitorKey) => `visitor:${visitorKey}`),
    ];
}
/**
 * Takes everything away that says who the customer was, for good: from its own row, its conversions
 * and the clicks that are no live customer's touch. Its touches, conversions and sums stay.
 */
export async function erase(write, customer) {
    const values = [write.workspace.id, customer.id];
    Object.assign(write.customers.change(customer), {
        externalId: null,
        email: null,
        name: null,
        avatar: null,
        country: null,
        metadata: {},
        deletedAt: write.now,
    });
    await write.transaction.rows(store.SCRUB_CLICKS, values);
    await write.transaction.rows(store.SCRUB_CONVERSIONS, values);
    await write.transaction.rows(store.DELETE_CLAIMS, values);
    await write.transaction.rows(store.DELETE_VISITORS, values);
}
//# sourceMappingURL=erasure.js.map