import { pino, type DestinationStream } from 'pino';

/** A line a request, written by itself, would be a system call a request. */
const BUFFERED_BYTES = 8 * 1024;
const LONGEST_WAIT_MS = 100;

let output: DestinationStream | undefined;

/**
 * Standard output for log lines: one buffer for the whole process, written when it is full and every
 * 100 ms. A write waits for a reader that is slow, as a stream without bounds would not, and none is
 * under way when the process ends: the end writes what is left, and `fatal` does at once.
 */
export function standardOutput(): DestinationStream {
  output ??= open();
  return output;
}

function open(): DestinationStream {
  const stream = pino.destination({
    dest: process.stdout.fd,
    sync: true,
    minLength: BUFFERED_BYTES,
    periodicFlush: LONGEST_WAIT_MS,
  });
  process.on('exit', () => {
    try {
      stream.flushSync();
    } catch {
      // Whoever read it has gone.
    }
  });
  return stream;
}
