/**
 * Lets one large body at a time be read and served. As bytes it takes what it is long; read, checked, and
 * on its way to the database it takes many times that, and a writer of the same workspace would only wait.
 */
export class LargeBodies {
  private last: Promise<unknown> = Promise.resolve();

  /** Waits for its turn, which lasts until `served` says that the answer has been sent. */
  async turnOf(served: () => Promise<unknown>): Promise<void> {
    const before = this.last;
    this.last = before.then(served);
    await before;
  }
}
