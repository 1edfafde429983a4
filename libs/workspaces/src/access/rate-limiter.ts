import { Injectable } from '@nestjs/common';
import { Env } from '@app/platform';
import type { Plan } from '../plans.js';
import type { Workspace } from '../workspace.entity.js';
import { RateExceeded } from './access.errors.js';
import { SharedCounts } from './shared-counts.js';

/** Keys that are counted in one window: a flood of more must not take the memory. */
const MOST_KEYS = 100_000;

const secondsIn = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));

/** Counts of keys within the present window; those of the last one are of no more use. */
class WindowCounter {
  private readonly counts = new Map<string, number>();
  private counted = 0;

  constructor(private readonly windowMs: number) {}

  /** Whether anything was counted in this window. */
  isCounting(): boolean {
    this.enterWindow();
    return this.counts.size > 0;
  }

  count(key: string): number {
    this.enterWindow();
    return this.counts.get(key) ?? 0;
  }

  add(key: string): number {
    const count = this.count(key) + 1;
    this.set(key, count);
    return count;
  }

  /** What others have counted, too, in the window of this number. */
  raise(key: string, count: number, window: number): void {
    if (window === Math.floor(Date.now() / this.windowMs) && this.count(key) < count) {
      this.set(key, count);
    }
  }

  secondsLeft(): number {
    return secondsIn(this.windowMs - (Date.now() % this.windowMs));
  }

  private set(key: string, count: number): void {
    if (this.counts.size >= MOST_KEYS && !this.counts.has(key)) this.forgetOldest();
    this.counts.set(key, count);
  }

  private enterWindow(): void {
    const window = Math.floor(Date.now() / this.windowMs);
    if (window === this.counted) return;
    this.counted = window;
    this.counts.clear();
  }

  private forgetOldest(): void {
    const oldest = this.counts.keys().next();
    if (!oldest.done) this.counts.delete(oldest.value);
  }
}

/** What is left of a workspace's requests in this second. */
export interface RateState {
  limit: number;
  remaining: number;
  resetSeconds: number;
}

/** Throws `RateExceeded` when nothing is left. */
export function checkRate({ limit, remaining, resetSeconds }: RateState): void {
  if (remaining >= 0) return;
  throw new RateExceeded(
    `The workspace may send ${String(limit)} requests a second.`,
    resetSeconds,
  );
}

/**
 * Requests a second of a workspace, wrong keys of an address. Instances count them together while they
 * share a Redis, and each by itself while they do not.
 */
@Injectable()
export class RateLimiter {
  private readonly requests = new WindowCounter(1_000);
  private readonly wrongKeys = new WindowCounter(60_000);
  private readonly limits: Record<Plan, number>;

  constructor(
    private readonly env: Env,
    private readonly shared: SharedCounts,
  ) {
    this.limits = {
      starter: env.RATE_LIMIT_STARTER,
      pro: env.RATE_LIMIT_PRO,
      enterprise: env.RATE_LIMIT_ENTERPRISE,
    };
    shared.onWrongKeys((address, count, minute) => {
      this.wrongKeys.raise(address, count, minute);
    });
  }

  /** Counts a request; null where the plan has no limit. A promise only when others count with us. */
  take(workspace: Workspace): RateState | null | Promise<RateState> {
    const limit = this.limits[workspace.plan];
    if (limit === 0) return null;
    return this.shared.areShared
      ? this.takeShared(workspace.id, limit)
      : this.takeHere(workspace.id, limit);
  }

  /** Counts a request unless that would be one too many, or takes time; undefined then. */
  takeIfFree(workspace: Workspace): RateState | null | undefined {
    const limit = this.limits[workspace.plan];
    if (limit === 0) return null;
    if (this.shared.areShared || this.requests.count(workspace.id) >= limit) return undefined;
    return this.takeHere(workspace.id, limit);
  }

  /** Whether any address sent one in this minute. */
  get hasWrongKeys(): boolean {
    return this.wrongKeys.isCounting();
  }

  addWrongKey(address: string): void {
    const limit = this.env.WRONG_KEYS_PER_MINUTE;
    this.wrongKeys.add(address);
    if (limit > 0) void this.shared.addWrongKey(address, limit);
  }

  /** Throws `RateExceeded` for an address that sent too many wrong keys in this minute. */
  checkAddress(address: string): void {
    const limit = this.env.WRONG_KEYS_PER_MINUTE;
    if (limit === 0 || this.wrongKeys.count(address) < limit) return;
    throw new RateExceeded(
      'Too many wrong API keys came from this address.',
      this.wrongKeys.secondsLeft(),
    );
  }

  private takeHere(workspaceId: string, limit: number): RateState {
    const remaining = limit - this.requests.add(workspaceId);
    return { limit, remaining, resetSeconds: this.requests.secondsLeft() };
  }

  private async takeShared(workspaceId: string, limit: number): Promise<RateState> {
    const counted = await this.shared.addRequest(workspaceId);
    if (!counted) return this.takeHere(workspaceId, limit);
    const { count, leftMs } = counted;
    return { limit, remaining: limit - count, resetSeconds: secondsIn(leftMs) };
  }
}
