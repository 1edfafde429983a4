import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isEntitled } from '../plans.js';
import { ACCESS, PUBLIC, type AccessRule } from './access.decorator.js';
import { FeatureNotAvailable, KeyMissing, ScopeMissing } from './access.errors.js';
import type { Caller } from './caller.js';

const callerOf = (context: ExecutionContext): Caller | undefined =>
  context.switchToHttp().getRequest<{ caller?: Caller }>().caller;

const targetsOf = (context: ExecutionContext): Parameters<Reflector['getAllAndOverride']>[1] => [
  context.getHandler(),
  context.getClass(),
];

/** Nobody passes without a caller, unless the route says that it is public. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targetsOf(context))) return true;
    if (!callerOf(context)) throw new KeyMissing();
    return true;
  }
}

/** The workspace's plan must include what the route needs. */
@Injectable()
export class EntitlementGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(
      ACCESS,
      targetsOf(context),
    );
    const caller = callerOf(context);
    if (rule && caller && !isEntitled(caller.workspace.plan, rule.entitlement)) {
      throw new FeatureNotAvailable(rule.entitlement);
    }
    return true;
  }
}

/** The key must have the route's scope. */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(
      ACCESS,
      targetsOf(context),
    );
    const caller = callerOf(context);
    if (rule && caller && !caller.scopes.includes(rule.scope)) throw new ScopeMissing(rule.scope);
    return true;
  }
}
