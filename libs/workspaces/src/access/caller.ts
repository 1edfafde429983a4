import { messageIn } from '@app/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Scope } from '../scopes.js';
import type { Workspace } from '../workspace.entity.js';

/** Who sent a request: a key of a workspace. */
export interface Caller {
  keyId: string;
  scopes: readonly Scope[];
  workspace: Workspace;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** Who sent the request or the message; undefined while nobody knows. */
export const callerOf = (context: ExecutionContext): Caller | undefined => {
  const message = messageIn(context);
  if (message) return message.caller as Caller | undefined;
  return context.switchToHttp().getRequest<{ caller?: Caller }>().caller;
};

/** The caller's workspace, as an argument of a controller's method. */
export const CurrentWorkspace = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Workspace => {
    const caller = callerOf(context);
    if (!caller) throw new Error('A route without @Access has no workspace');
    return caller.workspace;
  },
);
