import { Injectable } from '@nestjs/common';
import { Env } from '../config/env.js';
import type { Sql } from '../database/sql.js';
import { cursorsOf, decodeCursor } from '../http/cursor.js';
import { ValidationFailed } from '../errors/app-error.js';
import type { ExportParams } from './export.dto.js';
import { Export, exportName, headerOf, streamOf, textOf, type ExportShape } from './export.js';
import { RowStreams } from './row-streams.js';

/** A workspace, as an export has to know it. */
interface Owner {
  id: string;
  slug: string;
}

/** What is exported: rows that are known by one key each, in its order. */
export interface Exported<Row> {
  what: string;
  /** What the cursor is bound to: a cursor goes on with the same rows and no others. */
  question: object;
  /** The rows behind a key; all of them for none. */
  sql: (after: string | undefined) => Sql;
  keyOf: (row: Row) => string;
  shape: Omit<ExportShape<Row>, 'cursor'>;
}

/** Opens exports: their first rows have been read when they are handed out, so that faults are answers. */
@Injectable()
export class Exports {
  constructor(
    private readonly streams: RowStreams,
    private readonly env: Env,
  ) {}

  /** Throws `ValidationFailed`, `ExportsBusy` or `DatabaseUnavailable`. */
  async open<Row extends object>(
    owner: Owner,
    { format, cursor }: ExportParams,
    { what, question, sql, keyOf, shape: written }: Exported<Row>,
  ): Promise<Export> {
    const bound = JSON.stringify([what, owner.id, question]);
    const cursorOf = cursorsOf(bound);
    const shape = { ...written, cursor: (row: Row) => cursorOf([keyOf(row)]) };
    const after = cursor === undefined ? undefined : keyIn(bound, cursor);
    const at = new Date();
    const rows = await this.streams.start<Row>(owner.id, sql(after));
    let first: Row[] | undefined;
    try {
      first = await rows.next();
    } catch (error) {
      await rows.close();
      throw error;
    }
    let header = format === 'csv' && cursor === undefined ? headerOf(shape) : '';
    const next = async (): Promise<string | undefined> => {
      const read = first ?? (await rows.next());
      first = undefined;
      const text = header + textOf(shape, format, read);
      file.rows += read.length;
      header = '';
      if (read.length === 0) await rows.close();
      return text === '' ? undefined : text;
    };
    const source = { next, close: () => rows.close() };
    const stream = streamOf(source, this.env.EXPORT_STALL_MS);
    const file = new Export(exportName(`${owner.slug}-${what}`, format, at), format, stream);
    return file;
  }
}

function keyIn(question: string, cursor: string): string {
  const [key] = decodeCursor(question, cursor, 1);
  if (typeof key !== 'string') {
    throw ValidationFailed.of('cursor', 'must be a cursor of the same export');
  }
  return key;
}
