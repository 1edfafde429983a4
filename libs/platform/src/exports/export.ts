import type { Readable } from 'node:stream';
import { instantText } from '../time/instant.js';
import { csvLine, type Cell } from './csv.js';
import type { ExportFormat } from './export.dto.js';
import { PulledStream, type TextSource } from './pulled-stream.js';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** A file that is written while it is sent. */
export class Export {
  readonly type: string;
  /** Rows that have been written so far. */
  rows = 0;

  constructor(
    readonly fileName: string,
    format: ExportFormat,
    readonly stream: Readable,
  ) {
    this.type = TYPES[format];
  }
}

export const typeOf = (format: ExportFormat): string => TYPES[format];

/** `acme-customers-20261125T093000Z.csv`: whose and what, and when. */
export const exportName = (name: string, format: ExportFormat, at: Date): string =>
  `${name}-${instantText(at).replaceAll(/[-:]|\.\d+/g, '')}.${format}`;

/** How the rows of an export are written. */
export interface ExportShape<Row> {
  columns: readonly string[];
  cells: (row: Row) => Cell[];
  /** Lines of NDJSON; the last of them carries the cursor. */
  items: (row: Row) => object[];
  /** Where the export stands behind a row. */
  cursor: (row: Row) => string;
}

export const textOf = <Row>(shape: ExportShape<Row>, format: ExportFormat, rows: Row[]): string =>
  rows
    .map(format === 'csv' ? (row) => csvRow(shape, row) : (row) => ndjsonRow(shape, row))
    .join('');

export const headerOf = ({ columns }: ExportShape<never>): string =>
  csvLine([...columns, 'cursor']);

const csvRow = <Row>({ cells, cursor }: ExportShape<Row>, row: Row): string =>
  csvLine([...cells(row), cursor(row)]);

function ndjsonRow<Row>({ items, cursor }: ExportShape<Row>, row: Row): string {
  const lines = items(row);
  return lines
    .map((item, i) => {
      const last = i === lines.length - 1 ? { cursor: cursor(row) } : {};
      return `${JSON.stringify({ ...item, ...last })}\n`;
    })
    .join('');
}

/** A stream of text that is read from its source as it is taken. */
export const streamOf = (source: TextSource, stallMs: number): Readable =>
  new PulledStream(source, stallMs);
