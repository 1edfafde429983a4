/** A Markdown table, padded as Prettier would. */
export function table(head, rows) {
    const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
    const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
    const line = (row) => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
    const [first = [], ...rest] = cells;
    return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}
/** What every generated page begins with. */
export const GENERATED = '<!-- Made by `npm run sync`; do not edit. -->';
//# sourceMappingURL=table.js.map