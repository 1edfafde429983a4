/** What a key may do; SPEC order, as they are listed in the reference. */
export const SCOPES = [
  'links:read',
  'links:create',
  'links:update',
  'links:delete',
  'analytics:read',
  'events:create',
  'events:update',
] as const;
export type Scope = (typeof SCOPES)[number];

export const isScope = (value: string): value is Scope =>
  (SCOPES as readonly string[]).includes(value);
