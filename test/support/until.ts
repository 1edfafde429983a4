import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until it is so; throws when it does not become so. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It has not become so: ${isSo.toString()}`);
    await sleep(10);
  }
}
