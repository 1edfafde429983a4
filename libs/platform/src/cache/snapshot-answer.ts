import type { IncomingHttpHeaders } from 'node:http';
import type { Snapshot } from './snapshot.js';

export const asksForFresh = (headers: IncomingHttpHeaders): boolean => {
  const wish = headers['cache-control'];
  return wish !== undefined && /\bno-cache\b/i.test(wish);
};

/** Whether one of the `If-None-Match` tags is this one; the comparison is weak (RFC 9110). */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

const NOTHING = Buffer.alloc(0);

/** How a snapshot is sent to somebody who may have it already. */
export interface SnapshotAnswer {
  status: 200 | 304;
  /** Names and values in turn. */
  headers: string[];
  bytes: Buffer;
}

export function answerOf(
  snapshot: Snapshot,
  isHit: boolean,
  asked: IncomingHttpHeaders,
): SnapshotAnswer {
  const isKnown = matches(asked['if-none-match'], snapshot.etag);
  const bytes = isKnown ? NOTHING : snapshot.bytes;
  const age = isHit ? Math.max(0, Math.floor((Date.now() - snapshot.takenAt) / 1_000)) : 0;
  return {
    status: isKnown ? 304 : 200,
    headers: [
      'x-cache',
      isHit ? 'HIT' : 'MISS',
      'age',
      String(age),
      'etag',
      snapshot.etag,
      'cache-control',
      'private, no-cache',
      'vary',
      'X-API-Key, Authorization',
      'content-type',
      'application/json; charset=utf-8',
      'content-length',
      String(bytes.length),
    ],
    bytes,
  };
}
