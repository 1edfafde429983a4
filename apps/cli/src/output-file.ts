import { createWriteStream, openSync, renameSync, rmSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { Failure, sentenceOf } from './failure.js';
import { placeOf } from './input-file.js';
import type { Shell } from './shell.js';

/** A file that is there under its name only once it is whole, or standard output. */
export interface OutputFile {
  stream: Writable;
  keep: () => void;
  discard: () => void;
}

/** Opens a file that only its owner may read; `-` is standard output. Throws `Failure`. */
export function openOutput(shell: Shell, file: string): OutputFile {
  if (file === '-') {
    if (process.stdout.isTTY && shell.output.bytes === process.stdout) {
      throw new Failure('Standard output is a terminal: send it into a file or a pipe.');
    }
    return { stream: shell.output.bytes, keep: () => undefined, discard: () => undefined };
  }
  const place = placeOf(shell, file);
  const partial = `${place}.${String(process.pid)}.partial`;
  let fd: number;
  try {
    fd = openSync(partial, 'wx', 0o600);
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${sentenceOf(error)}`);
  }
  return {
    // On the disk before it gets its name.
    stream: createWriteStream(partial, { fd, flush: true }),
    keep: () => {
      renameSync(partial, place);
    },
    discard: () => {
      rmSync(partial, { force: true });
    },
  };
}
