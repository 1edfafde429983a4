import { Injectable } from '@nestjs/common';
import { Env } from '@app/platform';
import { LRUCache } from 'lru-cache';
import type { Plan } from '../plans.js';
import type { Workspace } from '../workspace.entity.js';
import { RateExceeded } from './access.errors.js';

/** Counts of one key within windows of a fixed length. */
class WindowCounter {
  private readonly counts = new LRUCache<string, { window: number; count: number }>({
    max: 100_000,
  });

  private latest = -1;

  constructor(private readonly windowMs: number) {}

  /** Whether anything was counted in this window. */
  get isCounting(): boolean {
    return this.latest === this.window();
  }

  count(key: string): number {
    const entry = this.counts.get(key);
    return entry?.window === this.window() ? entry.count : 0;
  }

  add(key: string): number {
    return this.addBelow(key, Infinity) ?? Infinity;
  }

  /** The new count; undefined, with nothing counted, where it has reached the limit. */
  addBelow(key: string, limit: number): number | undefined {
    const window = this.window();
    const entry = this.counts.get(key);
    const count = entry?.window === window ? entry.count : 0;
    if (count >= limit) return undefined;
    this.latest = window;
    if (!entry) {
      this.counts.set(key, { window, count: 1 });
      return 1;
    }
    entry.window = window;
    entry.count = count + 1;
    return entry.count;
  }

  secondsLeft(): number {
    return Math.max(1, Math.ceil((this.windowMs - (Date.now() % this.windowMs)) / 1_000));
  }

  private window(): number {
    return Math.floor(Date.now() / this.windowMs);
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
    const count = this.requests.addBelow(workspace.id, limit);
    if (count === undefined) return undefined;
    return { limit, remaining: limit - count, resetSeconds: this.requests.secondsLeft() };
  }

  /** Whether any address sent one in this minute. */
  get hasWrongKeys(): boolean {
    return this.wrongKeys.isCounting;
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
