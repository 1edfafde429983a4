import { RunAgain, earliest, newId } from "../../../platform/src/index.js";
import { CustomerRows } from './customer-rows.js';
import * as store from './identity.store.js';
import { foldConversion, foldMove, foldTouch } from './projection.js';
/**
 * One write to a workspace's identities: it holds the identity keys and the rows that it touches,
 * and keeps claims, touches, stitched conversions and the customers' rows in step.
 */
export class IdentityWrite {
    constructor(transaction, workspace, locks) {
        this.transaction = transaction;
        this.workspace = workspace;
        this.locks = locks;
        this.now = new Date();
        /** Emails and clicks by which an unstitched conversion may find somebody since they changed. */
        this.newEmails = new Set();
        this.newTouches = new Set();
        this.customers = new CustomerRows(transaction, workspace.id, this.now);
    }
    /** The customer with this externalId, made when there is none; never younger than `since`. */
    async customerOf(externalId, since) {
        const found = await this.customers.byExternalId(externalId);
        if (!found) {
            const createdAt = earliest(since, this.now) ?? this.now;
            return this.customers.add(newId('cus'), externalId, createdAt);
        }
        const createdAt = earliest(found.createdAt, since, this.now) ?? found.createdAt;
        if (createdAt < found.createdAt) {
            this.customers.change(found).createdAt = createdAt;
        }
        return found;
    }
    /** The customer that a conversion resolves to (SPEC section 5), or undefined. */
    async resolve(identity, occurredAt) {
        if (identity.externalId)
            return this.customerOf(identity.externalId, occurredAt);
        return this.resolveExisting(identity);
    }
    /** Takes a conversion that is stored with this customer into its row. */
    async attach(customer, conversion) {
        foldConversion(this.customers.change(customer), conversion);
        await this.fill(customer, conversion);
        if (conversion.clickId)
            await this.claim(customer, conversion.clickId);
    }
    /** Takes a conversion's move to another status or refund into its customer's row. */
    async move(customerId, before, after) {
        const customer = await this.customers.byId(customerId);
        // A deleted customer keeps its part in cohorts and totals.
        if (customer)
            foldMove(this.customers.change(customer), before, after);
    }
    async setEmail(customer, email) {
        if (customer.email === email)
            return;
        this.customers.change(customer).email = email;
        if (email === null)
            return;
        await this.locks.hold(`email:${email}`);
        this.newEmails.add(email);
    }
    /** Notes the claim; when the click is there, it becomes a touch, with all of its visitor's. */
    async claim(customer, clickId) {
        await this.locks.hold(`click:${clickId}`);
        const values = [this.workspace.id, clickId, customer.id];
        if (!(await this.transaction.first(store.INSERT_CLAIM, values)))
            return;
        const click = await this.clickOf(clickId);
        if (click)
            await this.touchByClaim(customer, click);
    }
    /** Gives a click that has just been stored to those who wait for it or for its visitor. */
    async arrive(click) {
        const { clickId, visitorKey, occurredAt } = click;
        const workspaceId = this.workspace.id;
        const claimers = await this.transaction.rows(store.CLAIMERS_OF_CLICK, [workspaceId, clickId]);
        const followers = visitorKey
            ? await this.transaction.rows(store.CUSTOMERS_OF_VISITOR, [workspaceId, visitorKey])
            : [];
        const ids = [...new Set([...claimers, ...followers].map(({ id }) => id))];
        if (ids.length === 0)
            return;
        const live = await this.customers.liveByIds(ids);
        const claiming = new Set(claimers.map(({ id }) => id));
        for (const customer of live.filter(({ id }) => claiming.has(id))) {
            await this.touchByClaim(customer, click);
        }
        await this.touchAll(live, { clickId, occurredAt });
    }
    /**
     * Stitches what has found somebody by now. The rows are written later, by `save`: in a batch, many
     * events of one customer then cost one update.
     */
    async settle() {
        while (this.newEmails.size > 0 || this.newTouches.size > 0) {
            const values = [this.workspace.id, [...this.newEmails], [...this.newTouches]];
            this.newEmails = new Set();
            this.newTouches = new Set();
            const waiting = await this.transaction.rows(store.WAITING_CONVERSIONS, values);
            await this.stitchAll(waiting);
        }
    }
    /** Stitches, and writes the rows that have changed. */
    async save() {
        await this.settle();
        await this.customers.save();
    }
    /** Runs a part of the write of which either all stands or nothing; its error is passed on. */
    async part(work) {
        await this.transaction.rows(store.SAVEPOINT);
        this.locks.atSavepoint();
        try {
            const result = await work();
            await this.save();
            await this.transaction.rows(store.RELEASE_SAVEPOINT);
            return result;
        }
        catch (error) {
            await this.transaction.rows(store.ROLLBACK_TO_SAVEPOINT);
            this.locks.afterRollback();
            this.customers.forget();
            this.newEmails = new Set();
            this.newTouches = new Set();
            throw error;
        }
    }
    async stitchAll(waiting) {
        // Thousands may wait with the same email: who it is, is asked once.
        const found = new Map();
        for (const conversion of waiting) {
            const identity = JSON.stringify([conversion.email, conversion.clickId]);
            if (!found.has(identity))
                found.set(identity, await this.resolveExisting(conversion));
            const customer = found.get(identity);
            if (!customer)
                continue;
            const values = [this.workspace.id, conversion.id, customer.id];
            const stitched = await this.transaction.first(store.STITCH_CONVERSION, values);
            if (stitched)
                await this.attach(customer, conversion);
        }
    }
    async resolveExisting({ email, clickId }) {
        // Who has the email, and who is the oldest, is asked of the database.
        await this.customers.save();
        if (email) {
            await this.locks.hold(`email:${email}`);
            const values = [this.workspace.id, email];
            const oldest = await this.transaction.first(store.OLDEST_BY_EMAIL, values);
            if (oldest) {
                const customer = await this.customers.liveById(oldest.id);
                // Whoever takes an email away holds the row, and not the email's key.
                if (customer.email !== email)
                    throw new RunAgain('The email was changed meanwhile');
                return customer;
            }
        }
        if (!clickId)
            return undefined;
        await this.locks.hold(`click:${clickId}`);
        // Whoever gets this visitor's clicks holds the visitor's key, not each click's.
        const click = await this.clickOf(clickId);
        if (click?.visitorKey)
            await this.locks.hold(`visitor:${click.visitorKey}`);
        const values = [this.workspace.id, clickId];
        const oldest = await this.transaction.first(store.OLDEST_BY_CLICK, values);
        return oldest && this.customers.liveById(oldest.id);
    }
    async fill(customer, identity) {
        if (customer.email === null && identity.email)
            await this.setEmail(customer, identity.email);
        for (const field of ['name', 'avatar', 'country']) {
            const value = identity[field];
            if (customer[field] === null && value)
                this.customers.change(customer)[field] = value;
        }
    }
    async touchByClaim(customer, click) {
        const { visitorKey } = click;
        if (visitorKey === null) {
            await this.touchAll([customer], click);
            return;
        }
        await this.locks.hold(`visitor:${visitorKey}`);
        const values = [this.workspace.id, visitorKey, customer.id];
        if (!(await this.transaction.first(store.INSERT_VISITOR, values)))
            return;
        const touches = await this.transaction.rows(store.INSERT_TOUCHES_OF_VISITOR, [
            this.workspace.id,
            customer.id,
            visitorKey,
        ]);
        for (const touch of touches) {
            foldTouch(this.customers.change(customer), touch);
            this.newTouches.add(touch.clickId);
        }
    }
    async touchAll(customers, click) {
        const inserted = await this.transaction.rows(store.INSERT_TOUCHES_OF_CLICK, [
            this.workspace.id,
            customers.map(({ id }) => id),
            click.clickId,
            click.occurredAt,
        ]);
        const touched = new Set(inserted.map(({ id }) => id));
        for (const customer of customers.filter(({ id }) => touched.has(id))) {
            foldTouch(this.customers.change(customer), click);
            this.newTouches.add(click.clickId);
        }
    }
    clickOf(clickId) {
        return this.transaction.first(store.CLICK_BY_ID, [this.workspace.id, clickId]);
    }
}
//# sourceMappingURL=identity-write.js.map