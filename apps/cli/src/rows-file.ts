import { createWriteStream, openSync } from 'node:fs';
import { Writable } from 'node:stream';
import { Failure, sentenceOf } from './failure.js';
import { placeOf } from './input-file.js';
import type { Shell } from './shell.js';

/** Opens a file that rows are written to, or added to; `-` is standard output. Throws `Failure`. */
export function openRows(shell: Shell, file: string, appends: boolean): Writable {
  if (file === '-') return leftOpen(shell.output.bytes);
  try {
    return createWriteStream(file, { fd: openSync(placeOf(shell, file), appends ? 'a' : 'w') });
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${sentenceOf(error)}`);
  }
}

/** The end of the rows is not the end of standard output. */
const leftOpen = (stream: Writable): Writable =>
  new Writable({
    write: (chunk, _encoding, done) => {
      stream.write(chunk as Buffer, done);
    },
  });
