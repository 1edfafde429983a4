import { randomFillSync } from 'node:crypto';

/** Crockford's base 32. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
/** The random part is a head, which seldom changes within a millisecond, and a tail that is counted. */
const HEAD_PAIRS = 6;
const TAIL_LIMIT = 32 ** 4;
/** Asking the system for random bytes costs more than all the rest: it is asked for many at once. */
const POOL_BYTES = 4_096;

/** Every two digits, by their value. */
const PAIRS = Array.from(DIGITS, (high) => Array.from(DIGITS, (low) => high + low)).flat();

/**
 * A source of ULIDs: 48 bits of time and 80 of chance, as 26 digits that sort by creation. Within a
 * millisecond, and when the clock goes back, the next one is the last one plus 1.
 */
export function ulids(now: () => number = Date.now): () => string {
  const randomByte = randomBytesOf(POOL_BYTES);
  /** Two digits each. */
  const head = new Uint16Array(HEAD_PAIRS);
  let time = -1;
  let timeText = '';
  let tail = 0;
  /** Time and head. */
  let start = '';

  const draw = (): void => {
    // Ten bits of two bytes, so that every pair is as likely.
    for (let i = 0; i < HEAD_PAIRS; i += 1) head[i] = (randomByte() * 256 + randomByte()) & 1_023;
    tail = (randomByte() * 256 + randomByte()) * 16 + (randomByte() & 15);
  };

  const increment = (): void => {
    tail += 1;
    if (tail < TAIL_LIMIT) return;
    tail = 0;
    let i = HEAD_PAIRS - 1;
    while (i >= 0 && head[i] === 1_023) {
      head[i] = 0;
      i -= 1;
    }
    // After 2^80 of one millisecond the order would end: nobody makes as many.
    if (i >= 0) head[i] = (head[i] ?? 0) + 1;
    start = timeText + textOf(head);
  };

  return () => {
    const current = now();
    if (current > time) {
      time = current;
      timeText = textOfTime(current);
      draw();
      start = timeText + textOf(head);
    } else {
      increment();
    }
    return `${start}${PAIRS[tail >> 10] ?? ''}${PAIRS[tail & 1_023] ?? ''}`;
  };
}

function randomBytesOf(poolBytes: number): () => number {
  const pool = new Uint8Array(poolBytes);
  let used = poolBytes;
  return () => {
    if (used === poolBytes) {
      randomFillSync(pool);
      used = 0;
    }
    used += 1;
    return pool[used - 1] ?? 0;
  };
}

function textOf(pairs: Uint16Array): string {
  let text = '';
  for (const pair of pairs) text += PAIRS[pair] ?? '';
  return text;
}

function textOfTime(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let i = 0; i < TIME_DIGITS; i += 1) {
    text = DIGITS.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
