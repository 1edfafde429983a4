import { RunAgain, type Transaction } from '@app/platform';
import { REMOVE_ENTRIES, SAVE_ENTRIES, toEntryRecords } from '../directory/directory.store.js';
import * as store from './identity.store.js';
import type { CustomerRow } from './identity.store.js';
import { derivedOf, nothingHappened } from './projection.js';

/** The customers' rows that one transaction holds locked, and what it has changed of them. */
export class CustomerRows {
  private readonly locked = new Map<string, CustomerRow>();
  private readonly added = new Set<CustomerRow>();
  private readonly changed = new Set<CustomerRow>();
  /** What the directory has of each. */
  private readonly listed = new Map<string, string>();

  constructor(
    private readonly transaction: Transaction,
    private readonly workspaceId: string,
    private readonly now: Date,
  ) {}

  /** A new customer; its externalId's key is held, so nobody else adds it at the same time. */
  add(id: string, externalId: string, createdAt: Date): CustomerRow {
    const customer: CustomerRow = {
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
  change(customer: CustomerRow): CustomerRow {
    this.changed.add(customer);
    return customer;
  }

  async byExternalId(externalId: string): Promise<CustomerRow | undefined> {
    for (const customer of this.locked.values()) {
      if (customer.externalId === externalId) return customer;
    }
    const values = [this.workspaceId, externalId];
    return this.keep(await this.transaction.first(store.CUSTOMER_BY_EXTERNAL_ID, values));
  }

  /** Also a deleted one. */
  async byId(id: string): Promise<CustomerRow | undefined> {
    return (await this.byIds([id]))[0];
  }

  /** A row that was live when its id was found; when it has been deleted since, all runs again. */
  async liveById(id: string): Promise<CustomerRow> {
    const [customer] = await this.liveByIds([id]);
    if (!customer) throw new RunAgain('A customer was deleted meanwhile');
    return customer;
  }

  async liveByIds(ids: string[]): Promise<CustomerRow[]> {
    return (await this.byIds(ids)).filter(({ deletedAt }) => deletedAt === null);
  }

  /** Writes what has changed, with the columns that follow from it. */
  async save(): Promise<void> {
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
    await this.list([...inserts, ...updates]);
    const [only, ...others] = records;
    if (only === undefined) return;
    await (others.length === 0
      ? this.transaction.rows(store.UPDATE_CUSTOMER, [only])
      : this.transaction.rows(store.UPDATE_CUSTOMERS, [JSON.stringify(records)]));
  }

  forget(): void {
    this.locked.clear();
    this.listed.clear();
    this.added.clear();
    this.changed.clear();
  }

  /** Keeps the directory as the rows are; most writes change nothing in it. */
  private async list(customers: CustomerRow[]): Promise<void> {
    const saved = customers.filter(
      (row) => row.deletedAt === null && this.listed.get(row.id) !== toEntryRecords([row]),
    );
    const removed = customers.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id);
    if (saved.length > 0) {
      await this.transaction.rows(SAVE_ENTRIES, [this.workspaceId, toEntryRecords(saved)]);
    }
    if (removed.length > 0) {
      await this.transaction.rows(REMOVE_ENTRIES, [this.workspaceId, removed]);
    }
    for (const row of saved) this.listed.set(row.id, toEntryRecords([row]));
  }

  private async byIds(ids: string[]): Promise<CustomerRow[]> {
    const missing = ids.filter((id) => !this.locked.has(id));
    if (missing.length > 0) {
      const rows = await this.transaction.rows(store.CUSTOMERS_BY_ID, [this.workspaceId, missing]);
      for (const row of rows) this.keep(row);
    }
    return ids.map((id) => this.locked.get(id)).filter((row) => row !== undefined);
  }

  private keep(row: CustomerRow | undefined): CustomerRow | undefined {
    if (!row) return undefined;
    this.locked.set(row.id, row);
    this.listed.set(row.id, toEntryRecords([row]));
    return row;
  }
}

/** The rows as records of their table, with the columns that follow from the others. */
function recordsOf(customers: CustomerRow[], now: Date): Record<string, unknown>[] {
  return customers.map((customer) => {
    Object.assign(customer, derivedOf(customer), { updatedAt: now });
    return toColumns(customer);
  });
}

/** `firstSeenAt` as `first_seen_at`, for a record of the table's own type. */
function toColumns(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]): [string, unknown] => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
