import type { ExecutionContext, Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { readId, readInput, type InputKind } from '../messages/message-inputs.js';
import type { DeclaredInputs } from '../messages/message.js';

/** An argument as Nest keeps it: under `type:index`, or with the function that reads it. */
type Arguments = Record<string, { index: number; factory?: unknown; data?: unknown }>;

/** What each controller's method takes, looked up once. */
export class DeclaredArguments {
  private readonly byMethod = new WeakMap<object, DeclaredInputs>();

  of(context: ExecutionContext): DeclaredInputs {
    const handler = context.getHandler();
    let declared = this.byMethod.get(handler);
    if (!declared) {
      declared = inputsOf(context.getClass(), handler.name);
      this.byMethod.set(handler, declared);
    }
    return declared;
  }
}

function inputsOf(controller: Type, method: string): DeclaredInputs {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Arguments;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) ??
    []) as Type<object>[];
  const typeOf = (wanted: RouteParamtypes, kind: InputKind): Type<object> | undefined => {
    const found = Object.entries(args).find(
      ([key, { factory, data }]) =>
        key.split(':')[0] === String(wanted) || (factory === readInput && data === kind),
    );
    return found && types[found[1].index];
  };
  return {
    body: typeOf(RouteParamtypes.BODY, 'body'),
    query: typeOf(RouteParamtypes.QUERY, 'query'),
    id: Object.values(args).some(({ factory }) => factory === readId),
  };
}
