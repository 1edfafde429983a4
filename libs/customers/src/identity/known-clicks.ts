import {
  CLICKS_BY_ID,
  CLICKS_OF_VISITOR,
  CLICK_RECORD,
  INSERT_CLICKS,
  INSERT_TOUCHES,
  type StoredClick,
  type VisitorClick,
} from '@app/analytics';
import * as store from './identity.store.js';
import { Ties } from './ties.js';
import type { WriteScope } from './write-scope.js';

/** A customer that gets more touches at once than this gets them in the background. */
const MANY_CLICKS = 2_000;

interface NewTouch {
  customerId: string;
  clickId: string;
  occurredAt: Date;
}

/** The clicks that one transaction has read or stored, with who claims, follows and touched them. */
export class KnownClicks {
  readonly claims: Ties;
  readonly followers: Ties;
  private readonly clicks = new Map<string, StoredClick | null>();
  private added: StoredClick[] = [];
  /** By visitor, those that this transaction has stored: the database may not have them yet. */
  private readonly addedByVisitor = new Map<string, StoredClick[]>();
  private touches: NewTouch[] = [];
  private readonly touchersByClick = new Map<string, Set<string>>();

  constructor(private readonly scope: WriteScope) {
    this.claims = new Ties(scope, {
      some: store.CLAIMERS,
      one: store.CLAIM,
      insert: store.INSERT_CLAIMS,
    });
    this.followers = new Ties(scope, {
      some: store.FOLLOWERS,
      one: store.FOLLOWER,
      insert: store.INSERT_FOLLOWERS,
    });
  }

  async load(clickIds: readonly string[]): Promise<void> {
    const unknown = clickIds.filter((clickId) => !this.clicks.has(clickId));
    if (unknown.length === 0) return;
    const { transaction, workspaceId } = this.scope;
    const rows = await transaction.rows(CLICKS_BY_ID, [workspaceId, unknown]);
    for (const clickId of unknown) this.clicks.set(clickId, null);
    for (const row of rows) this.clicks.set(row.clickId, row);
  }

  async byId(clickId: string): Promise<StoredClick | undefined> {
    await this.load([clickId]);
    return this.clicks.get(clickId) ?? undefined;
  }

  /** The visitors of those of the clicks that have been read and have one. */
  visitorsOf(clickIds: readonly string[]): string[] {
    return clickIds.flatMap((clickId) => this.clicks.get(clickId)?.visitorKey ?? []);
  }

  /** Who is known to claim one of the clicks or to follow a visitor. */
  customerIds(): string[] {
    return [...this.claims.customerIds(), ...this.followers.customerIds()];
  }

  add(click: StoredClick): void {
    this.scope.changes += 1;
    this.clicks.set(click.clickId, click);
    this.added.push(click);
    if (click.visitorKey === null) return;
    const others = this.addedByVisitor.get(click.visitorKey);
    if (others) others.push(click);
    else this.addedByVisitor.set(click.visitorKey, [click]);
  }

  /** All clicks of a visitor; undefined when they are too many to be touched at once. */
  async ofVisitor(visitorKey: string): Promise<VisitorClick[] | undefined> {
    const { transaction, workspaceId } = this.scope;
    const values = [workspaceId, visitorKey, '', MANY_CLICKS + 1];
    const stored = await transaction.rows(CLICKS_OF_VISITOR, values);
    if (stored.length > MANY_CLICKS) return undefined;
    return [...stored, ...(this.addedByVisitor.get(visitorKey) ?? [])];
  }

  /** Whether this transaction has not made it before; the database may have it all the same. */
  touch(customerId: string, { clickId, occurredAt }: VisitorClick): boolean {
    const touchers = this.touchersByClick.get(clickId) ?? new Set();
    if (touchers.has(customerId)) return false;
    this.scope.changes += 1;
    this.touchersByClick.set(clickId, touchers.add(customerId));
    this.touches.push({ customerId, clickId, occurredAt });
    return true;
  }

  /** Customers who have got the click as a touch in this transaction. */
  newTouchersOf(clickId: string): Iterable<string> {
    return this.touchersByClick.get(clickId) ?? [];
  }

  async save(): Promise<void> {
    const { transaction, workspaceId } = this.scope;
    const { added, touches } = this;
    this.added = [];
    this.touches = [];
    await Promise.all([
      added.length > 0 && transaction.rows(INSERT_CLICKS, [workspaceId, CLICK_RECORD.text(added)]),
      this.claims.save(),
      this.followers.save(),
      touches.length > 0 &&
        transaction.rows(INSERT_TOUCHES, [
          workspaceId,
          touches.map(({ customerId }) => customerId),
          touches.map(({ clickId }) => clickId),
          touches.map(({ occurredAt }) => occurredAt),
        ]),
    ]);
  }
}
