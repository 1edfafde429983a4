import { compareNullable, type Statement } from '@app/platform';
import type { CustomerRows } from './customer-rows.js';
import * as store from './identity.store.js';
import type { CustomerRow } from './identity.store.js';
import type { KnownClicks } from './known-clicks.js';
import type { WriteScope } from './write-scope.js';

/**
 * Who has an email or a click as a touch: of several live customers the oldest, by `createdAt`, then
 * `externalId`. The database knows it as it was saved; what has changed since is looked at here.
 */
export class OldestCustomers {
  private readonly byEmail = new Map<string, string | null>();
  private readonly byClick = new Map<string, string | null>();

  constructor(
    private readonly scope: WriteScope,
    private readonly customers: CustomerRows,
    private readonly clicks: KnownClicks,
    /** Writes all that is only in memory. */
    private readonly save: () => Promise<void>,
  ) {}

  async load(emails: readonly string[], clickIds: readonly string[]): Promise<void> {
    await Promise.all([
      this.ask(store.OLDEST_BY_EMAIL, this.byEmail, emails),
      this.ask(store.OLDEST_BY_CLICK, this.byClick, clickIds),
    ]);
  }

  /** The customers that are known to be the oldest of something. */
  ids(): string[] {
    return [...this.byEmail.values(), ...this.byClick.values()].filter((id) => id !== null);
  }

  /** What was read before a save no longer stands. */
  forget(): void {
    this.byEmail.clear();
    this.byClick.clear();
  }

  async withEmail(email: string): Promise<CustomerRow | undefined> {
    await this.load([email], []);
    const stored = await this.rowOf(this.byEmail.get(email));
    if (stored && stored.email !== email) {
      // The next one behind it is for the database to say.
      await this.save();
      return this.withEmail(email);
    }
    return oldest([stored, ...this.customers.unsavedWithEmail(email)]);
  }

  async withClick(clickId: string): Promise<CustomerRow | undefined> {
    // Somebody who has got older here may have had the click for long.
    if (this.customers.haveUnsavedAges) await this.save();
    await this.load([], [clickId]);
    const stored = await this.rowOf(this.byClick.get(clickId));
    const added = await this.customers.liveByIds([...this.clicks.newTouchersOf(clickId)]);
    return oldest([stored, ...added]);
  }

  private rowOf(id: string | null | undefined): Promise<CustomerRow | undefined> | undefined {
    return id ? this.customers.byId(id) : undefined;
  }

  private async ask(
    statement: Statement<{ key: string; id: string }>,
    known: Map<string, string | null>,
    keys: readonly string[],
  ): Promise<void> {
    const unknown = keys.filter((key) => !known.has(key));
    if (unknown.length === 0) return;
    const { transaction, workspaceId } = this.scope;
    const rows = await transaction.rows(statement, [workspaceId, unknown]);
    for (const key of unknown) known.set(key, null);
    for (const { key, id } of rows) known.set(key, id);
  }
}

/** As the database would say it: by `createdAt`, then by `externalId`. */
function oldest(customers: readonly (CustomerRow | undefined)[]): CustomerRow | undefined {
  return customers
    .filter((customer) => customer !== undefined)
    .sort(
      (a, b) =>
        a.createdAt.getTime() - b.createdAt.getTime() ||
        compareNullable(a.externalId, b.externalId),
    )[0];
}
