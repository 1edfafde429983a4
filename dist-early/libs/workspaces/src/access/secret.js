import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
const PREFIX = 'ck_';
const SHOWN = 9;
/** A new key: 32 random bytes behind a prefix that secret scanners can find. */
export const newSecret = () => PREFIX + randomBytes(32).toString('base64url');
export const hashOf = (secret) => createHash('sha256').update(secret).digest();
/** What may be shown of a key to recognise it by. */
export const shownPrefixOf = (secret) => secret.slice(0, SHOWN);
export const isSameHash = (a, b) => a.length === b.length && timingSafeEqual(a, b);
//# sourceMappingURL=secret.js.map