import { SetMetadata, applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Entitlement } from '../plans.js';
import type { Scope } from '../scopes.js';

/** What a route asks of its caller. */
export interface AccessRule {
  scope: Scope;
  entitlement: Entitlement;
}

export const ACCESS = 'access';
export const PUBLIC = 'public';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What `@Access` says of the route, for the hook that runs ahead of Nest. */
    access?: AccessRule;
  }
}

/** The route needs a key with this scope, of a workspace whose plan has this entitlement. */
export const Access = (rule: AccessRule): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, rule),
    RouteConfig({ [ACCESS]: rule }),
    ApiSecurity('apiKey'),
    ApiSecurity('bearer'),
    ApiExtension('x-access', rule),
  );

/** The route needs no key. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);
