import * as store from './events.store.js';
import { derivedOf, foldConversion, foldTouch, nothingHappened, } from './projection.js';
const BEFORE_ALL = new Date(0);
/**
 * Recomputes a customer's row from its events, by the same folds that keep it up to date. Answers
 * whether anything was different.
 */
export async function recalculate(write, customer) {
    const projection = nothingHappened(customer.createdAt);
    await foldTouches(write.transaction, customer, projection);
    await foldConversions(write.transaction, customer, projection);
    const projected = { ...projection, ...derivedOf(projection) };
    const isDifferent = JSON.stringify({ ...customer, ...projected }) !== JSON.stringify(customer);
    if (isDifferent)
        Object.assign(write.customers.change(customer), projected);
    return isDifferent;
}
async function foldTouches(transaction, { workspaceId, id }, projection) {
    let after = '';
    do {
        const values = [workspaceId, id, after];
        const touches = await transaction.rows(store.TOUCHES_OF_CUSTOMER, values);
        for (const touch of touches)
            foldTouch(projection, touch);
        after = touches.length < store.EVENTS_A_READ ? undefined : touches.at(-1)?.clickId;
    } while (after !== undefined);
}
async function foldConversions(transaction, { workspaceId, id }, projection) {
    let last = { occurredAt: BEFORE_ALL, id: '' };
    do {
        const values = [workspaceId, id, last.occurredAt, last.id];
        const conversions = await transaction.rows(store.CONVERSIONS_OF_CUSTOMER, values);
        for (const conversion of conversions)
            foldConversion(projection, conversion);
        last = conversions.length < store.EVENTS_A_READ ? undefined : conversions.at(-1);
    } while (last);
}
//# sourceMappingURL=recalculate.js.map