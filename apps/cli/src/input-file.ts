import { createReadStream, fstatSync, openSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Failure, sentenceOf } from './failure.js';
import type { Shell } from './shell.js';

/** A file to read, or standard input. */
export interface InputFile {
  stream: Readable;
  /** Undefined where it cannot be known. */
  bytes: number | undefined;
}

/** Opens a file before anything else is started; `-` is standard input. Throws `Failure`. */
export function openInput(shell: Shell, file: string): InputFile {
  if (file === '-') return { stream: shell.input, bytes: undefined };
  const place = placeOf(shell, file);
  let fd: number;
  try {
    fd = openSync(place, 'r');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Failure(
      isMissing ? `There is no file ${file}.` : `${file} cannot be read: ${sentenceOf(error)}`,
    );
  }
  const stats = fstatSync(fd);
  if (stats.isDirectory()) throw new Failure(`${file} is a folder, not a file.`);
  return {
    stream: createReadStream(place, { fd }),
    bytes: stats.isFile() ? stats.size : undefined,
  };
}

/** npm runs scripts in the project's folder: a relative path means the folder of its caller. */
export const placeOf = (shell: Shell, file: string): string => path.resolve(folderOf(shell), file);

function folderOf({ environment }: Shell): string {
  const isRunByNpm = environment['npm_lifecycle_event'] === 'cli';
  return (isRunByNpm && environment['INIT_CWD']) || process.cwd();
}
