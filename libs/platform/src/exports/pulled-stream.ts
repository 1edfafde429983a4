import { Readable } from 'node:stream';

/** Texts, one after the other; undefined when there are no more. */
export interface TextSource {
  next: () => Promise<string | undefined>;
  close: () => Promise<void>;
}

/** Whoever reads a stream has stopped doing so. */
export class ReaderStalled extends Error {
  constructor() {
    super('The client has stopped reading.');
  }
}

/**
 * Reads its source only as fast as it is read itself, and closes it at its end, when it is destroyed, and
 * when nobody has read for `stallMs`: a source holds a connection to the database.
 */
export class PulledStream extends Readable {
  private stalled: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: TextSource,
    private readonly stallMs: number,
  ) {
    super();
  }

  override _read(): void {
    clearTimeout(this.stalled);
    this.source.next().then(
      (text) => {
        if (this.destroyed) return;
        if (text === undefined) {
          this.push(null);
          return;
        }
        this.stalled = setTimeout(() => this.destroy(new ReaderStalled()), this.stallMs);
        this.push(text);
      },
      (error: unknown) => this.destroy(error as Error),
    );
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.stalled);
    this.source.close().then(
      () => {
        done(error);
      },
      () => {
        done(error);
      },
    );
  }
}
