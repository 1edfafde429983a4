import type { Statement } from '@app/platform';
import { parseCustomerRef } from '../customer-ref.js';
import { CustomerNotFound } from '../customers.errors.js';
import {
  REMOVE_ENTRIES,
  SAVE_ENTRIES,
  toEntryRecords,
  type Listed,
} from '../directory/directory.store.js';
import type { CohortFeed } from './cohort-feed.js';
import * as store from './identity.store.js';
import type { CustomerRow } from './identity.store.js';
import { derivedOf, nothingHappened } from './projection.js';
import type { WriteScope } from './write-scope.js';

/** The customers' rows that one transaction has read, and what it has changed of them. */
export class CustomerRows {
  private readonly rows = new Map<string, CustomerRow>();
  private readonly idByExternalId = new Map<string, string | null>();
  private readonly added = new Set<CustomerRow>();
  /** Those to be updated, with what the directory has of them. */
  private readonly changed = new Map<CustomerRow, Listed>();
  /** By email, those who have got it, or have got older with it, since the last save. */
  private readonly unsavedByEmail = new Map<string, Set<CustomerRow>>();
  private isAnyoneOlder = false;

  constructor(
    private readonly scope: WriteScope,
    private readonly feed: CohortFeed,
  ) {}

  /** Looks up what is not known yet. */
  async load(ids: readonly string[], externalIds: readonly string[] = []): Promise<void> {
    const { transaction, workspaceId } = this.scope;
    const unknownIds = ids.filter((id) => !this.rows.has(id));
    const unknownExternalIds = externalIds.filter((id) => !this.idByExternalId.has(id));
    const found = await Promise.all([
      unknownIds.length > 0
        ? transaction.rows(store.CUSTOMERS_BY_ID, [workspaceId, unknownIds])
        : [],
      unknownExternalIds.length > 0
        ? transaction.rows(store.CUSTOMERS_BY_EXTERNAL_ID, [workspaceId, unknownExternalIds])
        : [],
    ]);
    for (const row of found.flat()) this.keep(row);
    for (const externalId of unknownExternalIds) {
      if (!this.idByExternalId.has(externalId)) this.idByExternalId.set(externalId, null);
    }
  }

  /** A new customer. Its externalId is known to be nobody's. */
  add(id: string, externalId: string, createdAt: Date): CustomerRow {
    const customer: CustomerRow = {
      workspaceId: this.scope.workspaceId,
      id,
      externalId,
      email: null,
      name: null,
      avatar: null,
      country: null,
      metadata: {},
      updatedAt: this.scope.now,
      deletedAt: null,
      firstSeenAt: createdAt,
      firstTouchClickId: null,
      ...nothingHappened(createdAt),
    };
    this.rows.set(id, customer);
    this.idByExternalId.set(externalId, id);
    this.added.add(customer);
    this.scope.changes += 1;
    this.feed.watch(customer, true);
    return customer;
  }

  /** The row, to be written by the next `save`. Called before anything of it is changed. */
  change(customer: CustomerRow): CustomerRow {
    this.scope.changes += 1;
    this.feed.watch(customer, false);
    if (!this.added.has(customer) && !this.changed.has(customer)) {
      this.changed.set(customer, listedOf(customer));
    }
    return customer;
  }

  setExternalId(customer: CustomerRow, externalId: string | null): void {
    if (customer.externalId !== null) this.idByExternalId.set(customer.externalId, null);
    this.change(customer).externalId = externalId;
    if (externalId !== null) this.idByExternalId.set(externalId, customer.id);
  }

  setEmail(customer: CustomerRow, email: string | null): void {
    this.change(customer).email = email;
    this.noteEmail(customer);
  }

  /** Earlier than it is now. */
  setCreatedAt(customer: CustomerRow, createdAt: Date): void {
    this.change(customer).createdAt = createdAt;
    this.isAnyoneOlder = true;
    this.noteEmail(customer);
  }

  async byExternalId(externalId: string): Promise<CustomerRow | undefined> {
    if (!this.idByExternalId.has(externalId)) await this.load([], [externalId]);
    const id = this.idByExternalId.get(externalId);
    return id ? this.rows.get(id) : undefined;
  }

  /** Also a deleted one. */
  async byId(id: string): Promise<CustomerRow | undefined> {
    if (!this.rows.has(id)) await this.load([id]);
    return this.rows.get(id);
  }

  /** The live customer behind `cus_…` or `ext_…`. Throws `CustomerNotFound`. */
  async liveByRef(ref: string): Promise<CustomerRow> {
    const parsed = parseCustomerRef(ref);
    const found =
      parsed &&
      ('id' in parsed ? await this.byId(parsed.id) : await this.byExternalId(parsed.externalId));
    if (!found || found.deletedAt !== null) throw new CustomerNotFound();
    return found;
  }

  async liveByIds(ids: readonly string[]): Promise<CustomerRow[]> {
    await this.load(ids);
    return ids
      .map((id) => this.rows.get(id))
      .filter((row) => row !== undefined && row.deletedAt === null)
      .filter((row) => row !== undefined);
  }

  /** Customers with an email which the database does not know as they are here. */
  unsavedWithEmail(email: string): CustomerRow[] {
    return [...(this.unsavedByEmail.get(email) ?? [])].filter((row) => row.email === email);
  }

  /** Whether anybody's age is not what the database knows. */
  get haveUnsavedAges(): boolean {
    return this.isAnyoneOlder;
  }

  /** Writes what has changed, with the columns that follow from it. */
  async save(): Promise<void> {
    const { transaction, workspaceId } = this.scope;
    const inserts = [...this.added];
    const updates = [...this.changed.keys()];
    const listed = [...inserts, ...[...this.changed].filter(isListedOtherwise).map(([row]) => row)];
    const removed = updates.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id);
    this.added.clear();
    this.changed.clear();
    this.unsavedByEmail.clear();
    this.isAnyoneOlder = false;
    const run = (
      statement: Statement<unknown>,
      value: string | string[],
    ): Promise<unknown> | false =>
      value.length > 0 && transaction.rows(statement, [workspaceId, value]);
    // Updates first: a new customer may get an externalId that another one has just given up.
    await Promise.all([
      run(store.UPDATE_CUSTOMERS, this.recordsOf(updates)),
      run(store.INSERT_CUSTOMERS, this.recordsOf(inserts)),
      run(SAVE_ENTRIES, listed.length > 0 ? toEntryRecords(listed.map(listedOf)) : ''),
      run(REMOVE_ENTRIES, removed),
    ]);
  }

  private noteEmail(customer: CustomerRow): void {
    const { email } = customer;
    if (email === null) return;
    const others = this.unsavedByEmail.get(email) ?? new Set();
    this.unsavedByEmail.set(email, others.add(customer));
  }

  private keep(row: CustomerRow): void {
    if (this.rows.has(row.id)) return;
    this.rows.set(row.id, row);
    if (row.externalId !== null) this.idByExternalId.set(row.externalId, row.id);
  }

  private recordsOf(customers: CustomerRow[]): string {
    if (customers.length === 0) return '';
    return store.CUSTOMER_RECORD.text(
      customers.map((customer) =>
        Object.assign(customer, derivedOf(customer), { updatedAt: this.scope.now }),
      ),
    );
  }
}

/** What the directory has of a customer, as its row says it now. */
export function listedOf(row: CustomerRow): Listed {
  const { firstSeenAt, firstTouchClickId } = derivedOf(row);
  const { id, createdAt, externalId, email, name } = row;
  const { campaignId, source } =
    firstTouchClickId === null ? { campaignId: null, source: null } : row;
  return { id, createdAt, externalId, email, name, firstSeenAt, campaignId, source };
}

function isListedOtherwise([row, before]: [CustomerRow, Listed]): boolean {
  if (row.deletedAt !== null) return false;
  const now = listedOf(row);
  return (
    now.externalId !== before.externalId ||
    now.email !== before.email ||
    now.name !== before.name ||
    now.campaignId !== before.campaignId ||
    now.source !== before.source ||
    now.createdAt.getTime() !== before.createdAt.getTime() ||
    now.firstSeenAt.getTime() !== before.firstSeenAt.getTime()
  );
}
