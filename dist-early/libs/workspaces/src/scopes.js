/** What a key may do; SPEC order, as they are listed in the reference. */
export const SCOPES = [
    'links:read',
    'links:create',
    'links:update',
    'links:delete',
    'analytics:read',
    'events:create',
    'events:update',
];
export const isScope = (value) => SCOPES.includes(value);
//# sourceMappingURL=scopes.js.map