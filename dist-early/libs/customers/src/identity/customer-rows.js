import { RunAgain } from "../../../platform/src/index.js";
import { searchTextOf } from '../search-text.js';
import * as store from './identity.store.js';
import { derivedOf, nothingHappened } from './projection.js';
/** The customers' rows that one transaction holds locked, and what it has changed of them. */
export class CustomerRows {
    constructor(transaction, workspaceId, now) {
        this.transaction = transaction;
        this.workspaceId = workspaceId;
        this.now = now;
        this.locked = new Map();
        this.added = new Set();
        this.changed = new Set();
    }
    /** A new customer; its externalId's key is held, so nobody else adds it at the same time. */
    add(id, externalId, createdAt) {
        const customer = {
            workspaceId: this.workspaceId,
            id,
            externalId,
            email: null,
            name: null,
            avatar: null,
            country: null,
            metadata: {},
            updatedAt: this.now,
            deletedAt: null,
            firstSeenAt: createdAt,
            firstTouchClickId: null,
            ...nothingHappened(createdAt),
        };
        this.locked.set(id, customer);
        this.added.add(customer);
        return customer;
    }
    /** The row, to be written by the next `save`. */
    change(customer) {
        this.changed.add(customer);
        return customer;
    }
    async byExternalId(externalId) {
        for (const customer of this.locked.values()) {
            if (customer.externalId === externalId)
                return customer;
        }
        const values = [this.workspaceId, externalId];
        return this.keep(await this.transaction.first(store.CUSTOMER_BY_EXTERNAL_ID, values));
    }
    /** Also a deleted one. */
    async byId(id) {
        return (await this.byIds([id]))[0];
    }
    /** A row that was live when its id was found; when it has been deleted since, all runs again. */
    async liveById(id) {
        const [customer] = await this.liveByIds([id]);
        if (!customer)
            throw new RunAgain('A customer was deleted meanwhile');
        return customer;
    }
    async liveByIds(ids) {
        return (await this.byIds(ids)).filter(({ deletedAt }) => deletedAt === null);
    }
    /** Writes what has changed, with the columns that follow from it. */
    async save() {
        const inserts = [...this.added];
        const updates = [...this.changed].filter((customer) => !this.added.has(customer));
        this.added.clear();
        this.changed.clear();
        if (inserts.length > 0) {
            await this.transaction.rows(store.INSERT_CUSTOMERS, [
                JSON.stringify(recordsOf(inserts, this.now)),
            ]);
        }
        const records = recordsOf(updates, this.now);
        const [only, ...others] = records;
        if (only === undefined)
            return;
        await (others.length === 0
            ? this.transaction.rows(store.UPDATE_CUSTOMER, [only])
            : this.transaction.rows(store.UPDATE_CUSTOMERS, [JSON.stringify(records)]));
    }
    forget() {
        this.locked.clear();
        this.added.clear();
        this.changed.clear();
    }
    async byIds(ids) {
        const missing = ids.filter((id) => !this.locked.has(id));
        if (missing.length > 0) {
            const rows = await this.transaction.rows(store.CUSTOMERS_BY_ID, [this.workspaceId, missing]);
            for (const row of rows)
                this.keep(row);
        }
        return ids.map((id) => this.locked.get(id)).filter((row) => row !== undefined);
    }
    keep(row) {
        if (row)
            this.locked.set(row.id, row);
        return row;
    }
}
/** The rows as records of their table, with the columns that follow from the others. */
function recordsOf(customers, now) {
    return customers.map((customer) => {
        Object.assign(customer, derivedOf(customer), { updatedAt: now });
        const { externalId, email, name } = customer;
        return toColumns({ ...customer, searchText: searchTextOf(externalId, email, name) });
    });
}
/** `firstSeenAt` as `first_seen_at`, for a record of the table's own type. */
function toColumns(row) {
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        value,
    ]));
}
//# sourceMappingURL=customer-rows.js.map