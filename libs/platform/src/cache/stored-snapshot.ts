import { createHash } from 'node:crypto';
import type { Snapshot } from './snapshot.js';

/** Is raised when what is stored, or what the answers look like, changes. */
const FORMAT = 1;
const NEW_LINE = 10;
/** How far the clocks of two machines may be apart. */
const SKEW_MS = 1_000;

export const etagOf = (bytes: Buffer): string =>
  `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;

/** A snapshot with all that is needed to trust it: a line of JSON, and the answer as it is sent. */
export function packed(text: string, { bytes, etag, takenAt }: Snapshot): Buffer {
  const head = JSON.stringify({ format: FORMAT, text, etag, takenAt });
  return Buffer.concat([Buffer.from(`${head}\n`), bytes]);
}

/** The stored answer to the question with this key; undefined for anything else, or an old one. */
export function unpacked(value: Buffer, text: string, ttlMs: number): Snapshot | undefined {
  const end = value.indexOf(NEW_LINE);
  const head = end < 0 ? undefined : headIn(value.subarray(0, end).toString());
  if (!head || head.format !== FORMAT || head.text !== text) return undefined;
  const { etag, takenAt } = head;
  if (typeof takenAt !== 'number' || !Number.isInteger(takenAt)) return undefined;
  const age = Date.now() - takenAt;
  if (age < -SKEW_MS || age >= ttlMs) return undefined;
  // Of its own memory: a part of what was read would keep all of that alive.
  const bytes = Buffer.allocUnsafeSlow(value.length - end - 1);
  value.copy(bytes, 0, end + 1);
  return etagOf(bytes) === etag ? { bytes, etag, takenAt } : undefined;
}

function headIn(line: string): Record<string, unknown> | undefined {
  try {
    const head: unknown = JSON.parse(line);
    return typeof head === 'object' && head !== null ? { ...head } : undefined;
  } catch {
    return undefined;
  }
}
