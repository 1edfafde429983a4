import { Injectable } from '@nestjs/common';
import { Env } from '@app/platform';
import type { Plan } from '../plans.js';
import type { Workspace } from '../workspace.entity.js';
import { RateExceeded } from './access.errors.js';

/** Keys that are counted in one window: a flood of more must not take the memory. */
const MOST_KEYS = 100_000;

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
    if (this.counts.size >= MOST_KEYS && count === 1) this.forgetOldest();
    this.counts.set(key, count);
    return count;
  }

  secondsLeft(): number {
    return Math.max(1, Math.ceil((this.windowMs - (Date.now() % this.windowMs)) / 1_000));
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

/** Limits in this process's memory: requests a second of a workspace, wrong keys of an address. */
@Injectable()
export class RateLimiter {
  private readonly requests = new WindowCounter(1_000);
  private readonly wrongKeys = new WindowCounter(60_000);
  private readonly limits: Record<Plan, number>;

  constructor(private readonly env: Env) {
    this.limits = {
      starter: env.RATE_LIMIT_STARTER,
      pro: env.RATE_LIMIT_PRO,
      enterprise: env.RATE_LIMIT_ENTERPRISE,
    };
  }

  /** Counts a request; null where the plan has no limit. */
  take(workspace: Workspace): RateState | null {
    const limit = this.limits[workspace.plan];
    if (limit === 0) return null;
    const remaining = limit - this.requests.add(workspace.id);
    return { limit, remaining, resetSeconds: this.requests.secondsLeft() };
  }

  /** Counts a request unless that would be one too many; undefined then. */
  takeIfFree(workspace: Workspace): RateState | null | undefined {
    const limit = this.limits[workspace.plan];
    if (limit === 0) return null;
    if (this.requests.count(workspace.id) >= limit) return undefined;
    return this.take(workspace);
  }

  /** Whether any address sent one in this minute. */
  get hasWrongKeys(): boolean {
    return this.wrongKeys.isCounting();
  }

  addWrongKey(address: string): void {
    this.wrongKeys.add(address);
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
}
