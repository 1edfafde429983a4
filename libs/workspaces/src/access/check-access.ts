import { isEntitled } from '../plans.js';
import { FeatureNotAvailable, ScopeMissing } from './access.errors.js';
import type { AccessRule } from './access.decorator.js';
import type { Caller } from './caller.js';

/** Step 3 of SPEC section 3: the plan must include what the route needs. */
export function checkEntitlement({ entitlement }: AccessRule, { workspace }: Caller): void {
  if (!isEntitled(workspace.plan, entitlement)) throw new FeatureNotAvailable(entitlement);
}

/** Step 4 of SPEC section 3: the key must have the route's scope. */
export function checkScope({ scope }: AccessRule, { scopes }: Caller): void {
  if (!scopes.includes(scope)) throw new ScopeMissing(scope);
}
