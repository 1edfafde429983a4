import type { PendingTouch } from './pending-touch.entity.js';
import { INSERT_PENDING } from './pending-touches.store.js';
import type { WriteScope } from './write-scope.js';

/** Touches that a transaction leaves to the background. */
export class PendingTouches {
  private added: Pick<PendingTouch, 'clickId' | 'visitorKey' | 'customerId'>[] = [];
  private readonly clickIds = new Set<string>();

  constructor(private readonly scope: WriteScope) {}

  addClaimersOf(clickId: string): void {
    this.add({ clickId, visitorKey: null, customerId: null });
  }

  addFollowersOf(visitorKey: string, clickId: string): void {
    this.add({ clickId, visitorKey, customerId: null });
  }

  addClicksOf(visitorKey: string, customerId: string): void {
    this.add({ clickId: null, visitorKey, customerId });
  }

  /** Whether not all who touched a click are known yet, as far as this transaction left it so. */
  has(clickId: string): boolean {
    return this.clickIds.has(clickId);
  }

  async save(): Promise<void> {
    const added = this.added;
    if (added.length === 0) return;
    this.added = [];
    await this.scope.transaction.rows(INSERT_PENDING, [
      this.scope.workspaceId,
      added.map(({ clickId }) => clickId),
      added.map(({ visitorKey }) => visitorKey),
      added.map(({ customerId }) => customerId),
    ]);
  }

  private add(pending: Pick<PendingTouch, 'clickId' | 'visitorKey' | 'customerId'>): void {
    this.scope.changes += 1;
    this.added.push(pending);
    if (pending.clickId !== null) this.clickIds.add(pending.clickId);
  }
}
