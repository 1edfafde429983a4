import type { Writable } from 'node:stream';

/** Where a command writes: its answer to standard output, all else to standard error. */
export interface Output {
  answer: (text: string) => void;
  say: (sentence: string) => void;
  /** Standard output itself, for an answer that is no text. */
  bytes: Writable;
  /** Standard error itself, for a progress bar; undefined when nobody looks at it. */
  terminal: NodeJS.WriteStream | undefined;
}

/** The output of this process. */
export function standardOutput(): Output {
  // `cli … | head` closes the pipe early, which is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    answer: (text) => {
      process.stdout.write(`${text}\n`);
    },
    say: (sentence) => {
      process.stderr.write(`${sentence}\n`);
    },
    bytes: process.stdout,
    terminal: process.stderr.isTTY ? process.stderr : undefined,
  };
}

const MAX_SHOWN = 500;

/** A text of somebody else's as one line: no control characters that a terminal would obey. */
export function printable(text: string): string {
  const line = text.replace(
    // C0, DEL, C1, line and paragraph separators, and what turns the direction of text.
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}

/** `12,345`. */
export const grouped = (count: number): string => count.toLocaleString('en-US');

/** `1 line`, `12,345 lines`. */
export const counted = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** Rows in columns, with their names above. */
export function table(rows: Record<string, string>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [
    names.map((name) => name.toUpperCase()),
    ...rows.map((row) => cellsOf(row, names)),
  ];
  const widths = names.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
    .map((line) => line.join('  ').trimEnd())
    .join('\n');
}

const cellsOf = (row: Record<string, string>, names: string[]): string[] =>
  names.map((name) => printable(row[name] ?? ''));
