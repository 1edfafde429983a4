import { canonicalJson } from "../../platform/src/index.js";
/**
 * The fields that a repeat would have changed: those that it gives, and gives otherwise than they
 * are stored. A field that it leaves out says nothing.
 */
export const differencesOf = (given, stored) => Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== null)
    .filter(([name, value]) => {
    const kept = stored[name];
    return canonicalJson(value) !== canonicalJson(kept);
})
    .map(([name]) => name);
//# sourceMappingURL=differences.js.map