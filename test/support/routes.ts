import { ACCESS, PUBLIC, type AccessRule } from '@app/workspaces';
import { STREAMED } from '@app/platform';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { PATTERN_METADATA } from '@nestjs/microservices/constants.js';
import type { TestApp } from './start-app.js';

/** What a controller's method declares, whatever it serves. */
interface DeclaredMethod {
  controller: Type;
  handler: () => unknown;
  access: AccessRule | undefined;
  isPublic: boolean;
  /** Answers with a file that is written while it is sent: no message can carry it. */
  isStreamed: boolean;
}

/** A route as its controller declares it. */
export interface DeclaredRoute {
  /** `GET /customers/:id` */
  route: string;
  /** `customers.get` */
  operationId: string;
  access: AccessRule | undefined;
  isPublic: boolean;
  isStreamed: boolean;
  handler: () => unknown;
}

/** A message pattern as its controller declares it. */
export interface DeclaredPattern {
  pattern: string;
  access: AccessRule | undefined;
  isPublic: boolean;
  handler: () => unknown;
}

function declaredMethods({ nest }: TestApp): DeclaredMethod[] {
  const reflector = nest.get(Reflector);
  const scanner = new MetadataScanner();
  const controllers = new DiscoveryService(nest.get(ModulesContainer)).getControllers();
  return controllers.flatMap(({ metatype }) => {
    const controller = metatype as Type;
    const prototype = controller.prototype as Record<string, () => unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (!handler) return [];
      const targets = [handler, controller];
      return {
        controller,
        handler,
        access: reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, targets),
        isStreamed: Reflect.getMetadata(STREAMED, handler) === true,
        isPublic: reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets) === true,
      };
    });
  });
}

/** Every route of every controller of the running application. */
export const declaredRoutes = (app: TestApp): DeclaredRoute[] =>
  declaredMethods(app).flatMap(({ controller, ...declared }) => {
    const { handler } = declared;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const path = [controller, handler]
      .map((target) => Reflect.getMetadata(PATH_METADATA, target) as string)
      .flatMap((part) => part.split('/'))
      .filter(Boolean);
    const operation = Reflect.getMetadata('swagger/apiOperation', handler) as
      { operationId: string } | undefined;
    return {
      ...declared,
      route: `${RequestMethod[method]} /${path.join('/')}`,
      operationId: operation?.operationId ?? '',
    };
  });

/** Every message pattern of every controller of the running application. */
export const declaredPatterns = (app: TestApp): DeclaredPattern[] =>
  declaredMethods(app).flatMap(({ handler, access, isPublic }) =>
    ((Reflect.getMetadata(PATTERN_METADATA, handler) ?? []) as string[]).map((pattern) => ({
      pattern,
      access,
      isPublic,
      handler,
    })),
  );
