import { SetMetadata, applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
export const ACCESS = 'access';
export const PUBLIC = 'public';
/** The route needs a key with this scope, of a workspace whose plan has this entitlement. */
export const Access = (rule) => applyDecorators(SetMetadata(ACCESS, rule), RouteConfig({ [ACCESS]: rule }), ApiSecurity('apiKey'), ApiSecurity('bearer'), ApiExtension('x-access', rule));
/** The route needs no key. */
export const Public = () => SetMetadata(PUBLIC, true);
//# sourceMappingURL=access.decorator.js.map