/** A value of a cell; null is an empty one. */
export type Cell = string | number | boolean | null;

/** What a spreadsheet takes for the beginning of a formula; and the mark itself, so that it can be undone. */
const RISKY = /^[=+\-@\t\r\n'＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * A cell of RFC 4180. A text that a spreadsheet could take for a formula gets an apostrophe in front;
 * one that begins with an apostrophe, too, so that taking away the first one always gives the text.
 */
function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = RISKY.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\n`;
