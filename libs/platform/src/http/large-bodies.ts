import type { ServerResponse } from 'node:http';

/**
 * Lets one large body at a time be read and served. As bytes it takes what it is long; read, checked, and
 * on its way to the database it takes many times that, and a writer of the same workspace would only wait.
 */
export class LargeBodies {
  private last: Promise<void> = Promise.resolve();

  /** Waits for its turn, which lasts until the answer has been sent or the caller has gone. */
  async turnOf(response: ServerResponse): Promise<void> {
    const before = this.last;
    this.last = before.then(() =>
      response.closed ? undefined : new Promise((resolve) => response.once('close', resolve)),
    );
    await before;
  }
}
