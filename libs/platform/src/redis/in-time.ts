/** What was asked for did not come in time. */
class TookTooLong extends Error {
  constructor(ms: number) {
    super(`no answer within ${String(ms)} ms`);
  }
}

/** Waits for an answer for so long. Throws `TookTooLong`. */
export function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      // This process may have been the busy one: what has arrived meanwhile is read first.
      setImmediate(() => {
        reject(new TookTooLong(ms));
      });
    }, ms);
    answer
      .finally(() => {
        clearTimeout(timer);
      })
      .then(resolve, reject);
  });
}
