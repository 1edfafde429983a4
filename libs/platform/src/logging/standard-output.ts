import type { DestinationStream } from 'pino';
import { writeSync } from 'node:fs';

/** A line a request, written by itself, would be a system call a request. */
const BUFFERED_CHARACTERS = 16 * 1024;
const LONGEST_WAIT_MS = 100;

/**
 * Lines of one file descriptor, written together: when there are many, 100 ms after the first, and at
 * the end of the process. A write waits for a slow reader, where a queue would grow without bounds,
 * and none is under way when the process ends.
 */
export class LineBuffer implements DestinationStream {
  private lines: string[] = [];
  private characters = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly descriptor: number) {
    process.on('exit', () => {
      this.flushSync();
    });
  }

  write(line: string): void {
    this.lines.push(line);
    this.characters += line.length;
    if (this.characters >= BUFFERED_CHARACTERS) this.flushSync();
    else this.timer ??= setTimeout(this.flushSync, LONGEST_WAIT_MS).unref();
  }

  /** Pino calls it after a line of the level `fatal`. */
  readonly flushSync = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    // Joined here: a text that grows line by line takes twice as long to become bytes.
    let rest = Buffer.from(this.lines.join(''));
    this.lines = [];
    this.characters = 0;
    while (rest.length > 0) {
      const written = writeSome(this.descriptor, rest);
      if (written === undefined) return;
      rest = rest.subarray(written);
    }
  };
}

const PAUSE_MS = 5;
const pause = new Int32Array(new SharedArrayBuffer(4));

/** How many bytes were written; undefined when whoever read them has gone. */
function writeSome(descriptor: number, bytes: Buffer): number | undefined {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return undefined;
    // A pipe that is full, and does not block: its reader needs a moment.
    Atomics.wait(pause, 0, 0, PAUSE_MS);
    return 0;
  }
}

let output: LineBuffer | undefined;

/** Standard output for log lines: one buffer for the whole process. */
export function standardOutput(): DestinationStream {
  output ??= new LineBuffer(process.stdout.fd);
  return output;
}
