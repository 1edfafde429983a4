import { createWriteStream, openSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { Failure, sentenceOf } from './failure.js';
import { folderOf } from './input-file.js';
import type { Shell } from './shell.js';

/** Opens a file to write; `-` is standard output. Throws `Failure`. */
export function openOutput(shell: Shell, file: string, appends: boolean): Writable {
  if (file === '-') return shell.output.rows();
  const place = path.resolve(folderOf(shell), file);
  try {
    return createWriteStream(place, { fd: openSync(place, appends ? 'a' : 'w') });
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${sentenceOf(error)}`);
  }
}
