import { messageIn } from '@app/platform';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, PUBLIC, type AccessRule } from './access.decorator.js';
import { KeyMissing } from './access.errors.js';
import { callerOf } from './caller.js';
import { MessageAccess } from './message-access.js';
import { checkEntitlement, checkScope } from './check-access.js';

/** What a route's decorators say, looked up once: reflection takes longer than the check. */
class Declared<T> {
  private readonly values = new WeakMap<object, { value: T | undefined }>();

  constructor(
    private readonly reflector: Reflector,
    private readonly name: string,
  ) {}

  of(context: ExecutionContext): T | undefined {
    const handler = context.getHandler();
    let known = this.values.get(handler);
    if (!known) {
      const targets = [handler, context.getClass()];
      known = { value: this.reflector.getAllAndOverride<T | undefined>(this.name, targets) };
      this.values.set(handler, known);
    }
    return known.value;
  }
}

/** Nobody passes without a caller, unless the route says that it is public. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  private readonly isPublic: Declared<boolean>;

  constructor(
    reflector: Reflector,
    private readonly messages: MessageAccess,
  ) {
    this.isPublic = new Declared(reflector, PUBLIC);
  }

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const message = messageIn(context);
    // A request has been identified by now: its hook runs before the body is read.
    if (message) return this.messages.identify(message).then(() => true);
    if (!callerOf(context) && !this.isPublic.of(context)) throw new KeyMissing();
    return true;
  }
}

/** The workspace's plan must include what the route needs. */
@Injectable()
export class EntitlementGuard implements CanActivate {
  private readonly rules: Declared<AccessRule>;

  constructor(reflector: Reflector) {
    this.rules = new Declared(reflector, ACCESS);
  }

  canActivate(context: ExecutionContext): boolean {
    const rule = this.rules.of(context);
    const caller = callerOf(context);
    if (rule && caller) checkEntitlement(rule, caller);
    return true;
  }
}

/** The key must have the route's scope. */
@Injectable()
export class ScopeGuard implements CanActivate {
  private readonly rules: Declared<AccessRule>;

  constructor(reflector: Reflector) {
    this.rules = new Declared(reflector, ACCESS);
  }

  canActivate(context: ExecutionContext): boolean {
    const rule = this.rules.of(context);
    const caller = callerOf(context);
    if (rule && caller) checkScope(rule, caller);
    return true;
  }
}
