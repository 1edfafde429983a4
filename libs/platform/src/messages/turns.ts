import { ServiceUnavailable } from '../errors/app-error.js';
import { BODY_LIMIT } from '../http/json-body.js';
import { LargeBodies } from '../http/large-bodies.js';

/** So many messages are served at a time; the others wait as they came. */
const MOST_AT_ONCE = 256;

/** What may wait: a caller who is told so can ask again, one that is forgotten cannot. */
const MOST_WAITING = 20_000;
const MOST_WAITING_BYTES = 64 * 1_024 * 1_024;

/** Lets so many messages be served at a time, and of the large ones one. */
export class Turns {
  private readonly largeBodies = new LargeBodies();
  private readonly waiting: (() => void)[] = [];
  private waitingBytes = 0;
  private free = MOST_AT_ONCE;

  /** Throws `ServiceUnavailable` when too much waits already. */
  async take<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    await this.wait(bytes);
    try {
      return bytes > BODY_LIMIT ? await this.alone(work) : await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }

  private async wait(bytes: number): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    const isTooMuch = this.waitingBytes + bytes > MOST_WAITING_BYTES;
    if (isTooMuch || this.waiting.length >= MOST_WAITING) {
      throw new ServiceUnavailable('Too many messages wait here; try again.');
    }
    this.waitingBytes += bytes;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.waitingBytes -= bytes;
  }

  private async alone<T>(work: () => Promise<T>): Promise<T> {
    let end: () => void = () => undefined;
    const served = new Promise<void>((resolve) => {
      end = resolve;
    });
    await this.largeBodies.turnOf(() => served);
    try {
      return await work();
    } finally {
      end();
    }
  }
}
