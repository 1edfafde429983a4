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
import { KeyInvalid, KeyMissing, RateExceeded } from './access.errors.js';
import { ApiKeys } from './api-keys.js';
import { RateLimiter } from './rate-limiter.js';
/** Steps 0 to 2 of SPEC section 3: they run before the body is read. */
let AccessHook = class AccessHook {
    constructor(keys, limiter) {
        this.keys = keys;
        this.limiter = limiter;
    }
    /** A Fastify `onRequest` hook; throws what the caller lacks. */
    async onRequest(request, reply) {
        if (!request.routeOptions.config.access)
            return;
        this.limiter.checkAddress(request.ip);
        const caller = await this.callerOf(request);
        request.caller = caller;
        const rate = this.limiter.take(caller.workspace);
        if (!rate)
            return;
        const { limit, remaining, resetSeconds } = rate;
        const left = String(Math.max(0, remaining));
        void reply.header('ratelimit-policy', `"second";q=${String(limit)};w=1`);
        void reply.header('ratelimit', `"second";r=${left};t=${String(resetSeconds)}`);
        if (remaining < 0) {
            throw new RateExceeded(`The workspace may send ${String(limit)} requests a second.`, resetSeconds);
        }
    }
    async callerOf(request) {
        const secret = secretOf(request);
        if (secret === undefined)
            throw new KeyMissing();
        try {
            return await this.keys.callerOf(secret);
        }
        catch (error) {
            if (error instanceof KeyInvalid && error.isUnknown)
                this.limiter.addWrongKey(request.ip);
            throw error;
        }
    }
};
AccessHook = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [ApiKeys,
        RateLimiter])
], AccessHook);
export { AccessHook };
function secretOf({ headers }) {
    const given = headers['x-api-key'];
    if (typeof given === 'string' && given.trim() !== '')
        return given.trim();
    const bearer = /^Bearer\s+(\S.*)$/i.exec(headers.authorization ?? '');
    return bearer?.[1]?.trim();
}
//# sourceMappingURL=access.hook.js.map