import type { Result } from '../figure.js';
import { readable } from '../measure/samples.js';

const SIGN = { 'at least': '≥', 'at most': '≤' };

const barOf = ({ bar }: Result): string => `${SIGN[bar.bound]} ${bar.value}`;

/** How far a figure is from its bar; nothing for one that holds. */
export function shortfallOf({ ratio, bar, holds }: Result): string {
  if (holds) return '';
  const factor = bar.bound === 'at least' ? bar.value / ratio : ratio / bar.value;
  return `misses by ${readable(factor)}×`;
}

const side = ({ unit }: Result, { median, p95 }: Result['service']): string =>
  `${readable(median)} (${readable(p95)}) ${unit}`;

const HEAD = ['figure', 'ratio', 'bar', '', 'service', 'baseline'];

export const cellsOf = (result: Result): string[] => [
  result.figure,
  readable(result.ratio),
  barOf(result),
  result.holds ? 'holds' : shortfallOf(result),
  side(result, result.service),
  side(result, result.baseline),
];

/** For a terminal: medians, with the p95 in brackets. */
export function tableOf(results: readonly Result[]): string {
  const rows = [HEAD, ...results.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** As Markdown, as wide as Prettier makes it. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${(widths ?? []).map((width) => '-'.repeat(width)).join(' | ')} |`;
  return rows.map((row, index) => (index === 0 ? `${line(row)}\n${rule}` : line(row))).join('\n');
}
