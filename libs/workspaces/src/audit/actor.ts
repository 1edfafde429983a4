import { inboundOf } from '@app/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { callerOf } from '../access/caller.js';

/** Who has something done that is written into the audit log. */
export interface Actor {
  /** `key_…` of a caller, `cli:` and the user of the operating system, or `service`. */
  name: string;
  /** Of the request or the message; null where there is none. */
  requestId: string | null;
}

/** What the service does by itself, such as making the demo's key. */
export const SERVICE: Actor = { name: 'service', requestId: null };

/** The caller, as an argument of a controller's method. */
export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor => {
    const caller = callerOf(context);
    if (!caller) throw new Error('A route without @Access has no actor');
    return { name: caller.keyId, requestId: inboundOf(context).requestId };
  },
);
