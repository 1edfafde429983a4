import { createHash, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const PREFIX = 'ck_';
const SHOWN = 9;

/** A new key: 32 random bytes behind a prefix that secret scanners can find. */
export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64url');

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The same hash as a text to remember a key by: in one call, as each request needs it. */
export const digestOf = (secret: string): string => hash('sha256', secret, 'base64url');

/** What may be shown of a key to recognise it by. */
export const shownPrefixOf = (secret: string): string => secret.slice(0, SHOWN);

export const isSameHash = (a: Buffer, b: Buffer): boolean =>
  a.length === b.length && timingSafeEqual(a, b);

/** The key that a request carries in one of the two headers. */
export function secretOf(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['x-api-key'];
  if (typeof given === 'string' && given.trim() !== '') return given.trim();
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  return /^Bearer\s+(\S.*)$/i.exec(authorization)?.[1]?.trim();
}
