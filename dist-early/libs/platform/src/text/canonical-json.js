/** JSON with sorted keys: the same content makes the same text. */
export const canonicalJson = (value) => JSON.stringify(value, (_key, child) => typeof child === 'object' && child !== null && !Array.isArray(child)
    ? Object.fromEntries(Object.entries(child).sort(([a], [b]) => (a < b ? -1 : 1)))
    : child);
//# sourceMappingURL=canonical-json.js.map