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
import { Reflector } from '@nestjs/core';
import { isEntitled } from '../plans.js';
import { ACCESS, PUBLIC } from './access.decorator.js';
import { FeatureNotAvailable, KeyMissing, ScopeMissing } from './access.errors.js';
const callerOf = (context) => context.switchToHttp().getRequest().caller;
const targetsOf = (context) => [
    context.getHandler(),
    context.getClass(),
];
/** Nobody passes without a caller, unless the route says that it is public. */
let ApiKeyGuard = class ApiKeyGuard {
    constructor(reflector) {
        this.reflector = reflector;
    }
    canActivate(context) {
        if (this.reflector.getAllAndOverride(PUBLIC, targetsOf(context)))
            return true;
        if (!callerOf(context))
            throw new KeyMissing();
        return true;
    }
};
ApiKeyGuard = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Reflector])
], ApiKeyGuard);
export { ApiKeyGuard };
/** The workspace's plan must include what the route needs. */
let EntitlementGuard = class EntitlementGuard {
    constructor(reflector) {
        this.reflector = reflector;
    }
    canActivate(context) {
        const rule = this.reflector.getAllAndOverride(ACCESS, targetsOf(context));
        const caller = callerOf(context);
        if (rule && caller && !isEntitled(caller.workspace.plan, rule.entitlement)) {
            throw new FeatureNotAvailable(rule.entitlement);
        }
        return true;
    }
};
EntitlementGuard = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Reflector])
], EntitlementGuard);
export { EntitlementGuard };
/** The key must have the route's scope. */
let ScopeGuard = class ScopeGuard {
    constructor(reflector) {
        this.reflector = reflector;
    }
    canActivate(context) {
        const rule = this.reflector.getAllAndOverride(ACCESS, targetsOf(context));
        const caller = callerOf(context);
        if (rule && caller && !caller.scopes.includes(rule.scope))
            throw new ScopeMissing(rule.scope);
        return true;
    }
};
ScopeGuard = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Reflector])
], ScopeGuard);
export { ScopeGuard };
//# sourceMappingURL=access.guards.js.map