var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { Env } from "../../../platform/src/index.js";
import { LRUCache } from 'lru-cache';
import { RateExceeded } from './access.errors.js';
/** Counts of one key within windows of a fixed length. */
class WindowCounter {
    constructor(windowMs) {
        this.windowMs = windowMs;
        this.counts = new LRUCache({
            max: 100_000,
        });
    }
    count(key) {
        const entry = this.counts.get(key);
        return entry?.window === this.window() ? entry.count : 0;
    }
    add(key) {
        const count = this.count(key) + 1;
        this.counts.set(key, { window: this.window(), count });
        return count;
    }
    secondsLeft() {
        return Math.max(1, Math.ceil((this.windowMs - (Date.now() % this.windowMs)) / 1_000));
    }
    window() {
        return Math.floor(Date.now() / this.windowMs);
    }
}
/** Limits in this process's memory: requests a second of a workspace, wrong keys of an address. */
let RateLimiter = class RateLimiter {
    constructor(env) {
        this.env = env;
        this.requests = new WindowCounter(1_000);
        this.wrongKeys = new WindowCounter(60_000);
        this.limits = {
            starter: env.RATE_LIMIT_STARTER,
            pro: env.RATE_LIMIT_PRO,
            enterprise: env.RATE_LIMIT_ENTERPRISE,
        };
    }
    /** Counts a request; null where the plan has no limit. */
    take(workspace) {
        const limit = this.limits[workspace.plan];
        if (limit === 0)
            return null;
        const remaining = limit - this.requests.add(workspace.id);
        return { limit, remaining, resetSeconds: this.requests.secondsLeft() };
    }
    addWrongKey(address) {
        this.wrongKeys.add(address);
    }
    /** Throws `RateExceeded` for an address that sent too many wrong keys in this minute. */
    checkAddress(address) {
        const limit = this.env.WRONG_KEYS_PER_MINUTE;
        if (limit === 0 || this.wrongKeys.count(address) < limit)
            return;
        throw new RateExceeded('Too many wrong API keys came from this address.', this.wrongKeys.secondsLeft());
    }
};
RateLimiter = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Env])
], RateLimiter);
export { RateLimiter };
//# sourceMappingURL=rate-limiter.js.map