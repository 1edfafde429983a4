import type { Conversion, StoredClick, VisitorClick } from '@app/analytics';
import { earliest, newId, type LocalCalendar, type Transaction } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { findCustomers } from '../customer.store.js';
import { CohortFeed } from './cohort-feed.js';
import { CustomerRows } from './customer-rows.js';
import type { CustomerRow } from './identity.store.js';
import { KnownClicks } from './known-clicks.js';
import { KnownConversions } from './known-conversions.js';
import { allNeeds, type Identity, type Needs } from './needs.js';
import { OldestCustomers } from './oldest-customers.js';
import { PendingTouches } from './pending-touches.js';
import { foldConversion, foldMove, foldTouch } from './projection.js';
import type { Stored, WriteScope } from './write-scope.js';

/**
 * All that one transaction of a workspace does to its identities, in memory until it is saved. The
 * workspace's lane is held, so nobody else changes what has been read.
 */
export class IdentityWrite implements WriteScope {
  readonly now = new Date();
  readonly workspaceId: string;
  readonly customers: CustomerRows;
  readonly clicks: KnownClicks;
  readonly conversions: KnownConversions;
  changes = 0;
  subject: string | null = null;
  private readonly feed: CohortFeed;
  private readonly oldest: OldestCustomers;
  private readonly pending: PendingTouches;
  /** Emails and clicks by which an unstitched conversion may find somebody since they changed. */
  private newEmails = new Set<string>();
  private newTouches = new Set<string>();
  private readonly shown = new Set<string>();

  constructor(
    readonly transaction: Transaction,
    readonly workspace: Workspace,
    calendar: LocalCalendar,
    areRollupsBuilt: boolean,
  ) {
    this.workspaceId = workspace.id;
    this.feed = new CohortFeed(transaction, workspace.id, calendar, areRollupsBuilt);
    this.customers = new CustomerRows(this, this.feed);
    this.clicks = new KnownClicks(this);
    this.conversions = new KnownConversions(this);
    this.pending = new PendingTouches(this);
    this.oldest = new OldestCustomers(this, this.customers, this.clicks, () => this.save());
  }

  /** Looks up what several steps name, in a few statements for all of them. */
  async load(needs: readonly Needs[]): Promise<void> {
    const all = allNeeds(needs);
    await Promise.all([
      this.customers.load(all.customerIds, all.externalIds),
      this.oldest.load(all.emails, all.touchedClickIds),
      this.conversions.load(all.orders, all.conversionIds),
      this.conversions.loadWaiting(all.newEmails, all.clickIds),
      this.clicks.load(all.clickIds),
      this.clicks.claims.load(all.clickIds),
      this.clicks.followers.load(all.visitorKeys),
    ]);
    await Promise.all([
      this.customers.load([
        ...new Set([
          ...this.oldest.ids(),
          ...this.conversions.customerIds(),
          ...this.clicks.customerIds(),
        ]),
      ]),
      this.clicks.followers.load([...new Set(this.clicks.visitorsOf(all.clickIds))]),
    ]);
  }

  /** The customer with this externalId, made when there is none; never younger than `since`. */
  async customerOf(externalId: string, since: Date): Promise<CustomerRow> {
    const found = await this.customers.byExternalId(externalId);
    if (!found) {
      const createdAt = earliest(since, this.now) ?? this.now;
      return this.customers.add(newId('cus'), externalId, createdAt);
    }
    const createdAt = earliest(found.createdAt, since, this.now) ?? found.createdAt;
    if (createdAt < found.createdAt) this.customers.setCreatedAt(found, createdAt);
    return found;
  }

  /** The customer that a conversion resolves to (SPEC section 5), or undefined. */
  async resolve(identity: Identity, occurredAt: Date): Promise<CustomerRow | undefined> {
    if (identity.externalId) return this.customerOf(identity.externalId, occurredAt);
    return this.resolveExisting(identity);
  }

  /** Takes a conversion of this customer into its row. */
  async attach(customer: CustomerRow, conversion: Conversion): Promise<void> {
    foldConversion(this.customers.change(customer), conversion);
    this.feed.noteSale(customer.id, null, conversion);
    this.fill(customer, conversion);
    if (conversion.clickId) await this.claim(customer, conversion.clickId);
  }

  /** Moves a conversion to another status or refund, and its customer's row with it. */
  async move(conversion: Conversion, after: Conversion): Promise<void> {
    const before = { ...conversion };
    Object.assign(this.conversions.change(conversion), after);
    // A deleted customer keeps its part in cohorts and totals.
    const customer = before.customerId && (await this.customers.byId(before.customerId));
    if (!customer) return;
    foldMove(this.customers.change(customer), before, after);
    this.feed.noteSale(customer.id, before, after);
  }

  setEmail(customer: CustomerRow, email: string | null): void {
    if (customer.email === email) return;
    this.customers.setEmail(customer, email);
    if (email !== null) this.newEmails.add(email);
  }

  /** Notes the claim; when the click is there, it becomes a touch, with all of its visitor's. */
  async claim(customer: CustomerRow, clickId: string): Promise<void> {
    if (await this.clicks.claims.has(clickId, customer.id)) return;
    this.clicks.claims.add(clickId, customer.id);
    const click = await this.clicks.byId(clickId);
    if (click) await this.touchByClaim(customer, click);
  }

  /** Stores a click, and gives it to those who wait for it or for its visitor. */
  async arrive(click: StoredClick): Promise<void> {
    const { clickId, visitorKey } = click;
    this.clicks.add(click);
    const claimers = await this.clicks.claims.of(clickId);
    const own = await this.customers.liveByIds([...claimers.customerIds]);
    for (const customer of own) await this.touchByClaim(customer, click);
    if (claimers.isCrowded) this.pending.addClaimersOf(clickId);
    const followers = visitorKey === null ? null : await this.clicks.followers.of(visitorKey);
    if (visitorKey !== null && followers?.isCrowded) {
      this.pending.addFollowersOf(visitorKey, clickId);
    } else if (followers) {
      this.touchAll(await this.customers.liveByIds([...followers.customerIds]), click);
    }
    // While others are still to get it, nobody can say who of them is the oldest.
    const [someone] = this.clicks.newTouchersOf(clickId);
    if (someone !== undefined && !this.pending.has(clickId)) this.noteTouched(clickId);
  }

  touchAll(customers: readonly CustomerRow[], click: VisitorClick): void {
    for (const customer of customers) {
      if (!this.clicks.touch(customer.id, click)) continue;
      foldTouch(this.customers.change(customer), click);
    }
  }

  /** Conversions that wait for this click may find somebody now. */
  noteTouched(clickId: string): void {
    this.newTouches.add(clickId);
  }

  /** Gives a customer the click that it has claimed, and from now on all clicks of its visitor. */
  async touchByClaim(customer: CustomerRow, click: StoredClick): Promise<void> {
    const { visitorKey } = click;
    const isFollower =
      visitorKey !== null && (await this.clicks.followers.has(visitorKey, customer.id));
    if (isFollower) return;
    this.touchAll([customer], click);
    this.noteTouched(click.clickId);
    if (visitorKey === null) return;
    this.clicks.followers.add(visitorKey, customer.id);
    const others = await this.clicks.ofVisitor(visitorKey);
    if (!others) this.pending.addClicksOf(visitorKey, customer.id);
    for (const other of others ?? []) {
      this.touchAll([customer], other);
      this.noteTouched(other.clickId);
    }
  }

  /** Stitches what has found somebody by now. */
  async settle(): Promise<void> {
    while (this.newEmails.size > 0 || this.newTouches.size > 0) {
      const emails = [...this.newEmails];
      const clickIds = [...this.newTouches];
      this.newEmails = new Set();
      this.newTouches = new Set();
      await this.stitchAll(await this.conversions.waitingFor(emails, clickIds));
    }
  }

  /** Writes all that is only in memory. */
  async save(): Promise<void> {
    await this.feed.prepare();
    await Promise.all(this.writes());
  }

  /** Has the customer at hand for the step's answer. */
  show(customerId: string): void {
    this.shown.add(customerId);
  }

  /** Saves, and reads what the answers are made from; commits in the same packet, if it is to. */
  async store(commits: boolean): Promise<Stored> {
    const { feed, transaction } = this;
    await feed.prepare();
    // What is asked behind the writes has an answer that has to be written as well.
    const isLast = commits && !feed.hasToAsk;
    const writes = this.writes();
    const [views] = await Promise.all([
      findCustomers(transaction, this.workspaceId, [...this.shown]),
      ...writes,
      isLast && transaction.commit(),
    ]);
    return { viewOf: (customerId) => views.get(customerId) };
  }

  /** Statements on their way, in the order in which they were sent. */
  private writes(): Promise<unknown>[] {
    this.oldest.forget();
    return [
      this.clicks.save(),
      this.customers.save(),
      this.conversions.save(),
      this.pending.save(),
      this.feed.append(),
    ];
  }

  private async stitchAll(waiting: Conversion[]): Promise<void> {
    // Thousands may wait with the same email: who it is, is asked once.
    const found = new Map<string, CustomerRow | undefined>();
    for (const conversion of waiting) {
      const identity = JSON.stringify([conversion.email, conversion.clickId]);
      if (!found.has(identity)) found.set(identity, await this.resolveExisting(conversion));
      const customer = found.get(identity);
      if (!customer) continue;
      this.conversions.change(conversion).customerId = customer.id;
      await this.attach(customer, conversion);
    }
  }

  private async resolveExisting({ email, clickId }: Identity): Promise<CustomerRow | undefined> {
    const byEmail = email ? await this.oldest.withEmail(email) : undefined;
    if (byEmail || !clickId || this.pending.has(clickId)) return byEmail;
    return this.oldest.withClick(clickId);
  }

  private fill(customer: CustomerRow, identity: Identity): void {
    if (customer.email === null && identity.email) this.setEmail(customer, identity.email);
    for (const field of ['name', 'avatar', 'country'] as const) {
      const given = identity[field];
      if (customer[field] === null && given) this.customers.change(customer)[field] = given;
    }
  }
}
