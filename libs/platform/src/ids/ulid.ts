import { randomFillSync } from 'node:crypto';

/** Crockford's base 32. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;
/** Asking the system for random bytes costs more than all the rest: it is asked for many at once. */
const POOL_BYTES = 4_096;

/**
 * A source of ULIDs: 48 bits of time and 80 of chance, as 26 digits that sort by creation. Within a
 * millisecond, and when the clock goes back, the next one is the last one plus 1.
 */
export function ulids(now: () => number = Date.now): () => string {
  const pool = new Uint8Array(POOL_BYTES);
  let used = POOL_BYTES;
  let time = -1;
  let timeText = '';
  const random = new Uint8Array(RANDOM_DIGITS);

  const draw = (): void => {
    if (used + RANDOM_DIGITS > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    // Five bits of each byte, so that every digit is as likely.
    for (let i = 0; i < RANDOM_DIGITS; i += 1) random[i] = (pool[used + i] ?? 0) & 31;
    used += RANDOM_DIGITS;
  };

  const increment = (): void => {
    let i = RANDOM_DIGITS - 1;
    while (i >= 0 && random[i] === 31) {
      random[i] = 0;
      i -= 1;
    }
    // After 2^80 of one millisecond the order would end: nobody makes as many.
    if (i >= 0) random[i] = (random[i] ?? 0) + 1;
  };

  return () => {
    const current = now();
    if (current > time) {
      time = current;
      timeText = textOfTime(current);
      draw();
    } else {
      increment();
    }
    let text = timeText;
    for (let i = 0; i < RANDOM_DIGITS; i += 1) text += DIGITS.charAt(random[i] ?? 0);
    return text;
  };
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
