import { ACCESS, PUBLIC, type AccessRule } from '@app/workspaces';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { TestApp } from './start-app.js';

/** A route as its controller declares it. */
export interface DeclaredRoute {
  /** `GET /customers/:id` */
  route: string;
  access: AccessRule | undefined;
  isPublic: boolean;
}

/** Every route of every controller of the running application. */
export function declaredRoutes({ nest }: TestApp): DeclaredRoute[] {
  const reflector = nest.get(Reflector);
  const scanner = new MetadataScanner();
  const controllers = new DiscoveryService(nest.get(ModulesContainer)).getControllers();
  return controllers.flatMap(({ metatype }) => {
    const controller = metatype as Type;
    const prototype = controller.prototype as Record<string, () => unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (!handler) return [];
      const method = reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
      if (method === undefined) return [];
      const paths = [
        reflector.get<string>(PATH_METADATA, controller),
        reflector.get<string>(PATH_METADATA, handler),
      ];
      const targets = [handler, controller];
      return {
        route: `${RequestMethod[method]} /${paths
          .flatMap((path) => path.split('/'))
          .filter(Boolean)
          .join('/')}`,
        access: reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, targets),
        isPublic: reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets) === true,
      };
    });
  });
}
