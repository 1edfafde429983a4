import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { columnList, onOwnConnection, quoted } from './backup-catalog.store.js';
import {
  cutOff,
  damaged,
  headerIn,
  partsIn,
  trailerIn,
  type BackedUpTable,
  type BackupHeader,
  type BackupTrailer,
  type Part,
  type PartType,
} from './backup-format.js';
import { BackupError } from './backup.error.js';
import { checkTarget } from './restore-target.js';

export interface RestoreOptions {
  url: string;
  input: Readable;
  signal: AbortSignal;
  onProgress: (rows: number, of: number) => void;
}

/**
 * Fills an empty, migrated database with what a back-up has, in one transaction: all of it, once the file
 * has turned out to be whole, or nothing. Throws `BackupError`.
 */
export async function restoreBackup(options: RestoreOptions): Promise<BackupHeader> {
  const reader = new BackupReader(options.input, options.signal);
  try {
    const header = headerIn((await reader.next('H')).content);
    return await onOwnConnection(options.url, async (client) => {
      await client.query('begin');
      try {
        await checkTarget(client, header);
        await fill(client, reader, header, options.onProgress);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw isFaultOfValues(error) ? damaged() : error;
      }
      // Without it the first questions would be planned for empty tables, until the server does it.
      const names = header.tables.map(({ name }) => quoted(name)).join(', ');
      await client.query(`analyze ${names}`).catch(() => undefined);
      return header;
    });
  } finally {
    reader.close();
  }
}

/** Values that the database does not take, which a whole file has none of. The error would show them. */
const isFaultOfValues = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(22|23)...$/.test(code);
};

async function fill(
  client: pg.Client,
  reader: BackupReader,
  { tables }: BackupHeader,
  onProgress: RestoreOptions['onProgress'],
): Promise<void> {
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const table of tables) {
    const stored = await fillTable(client, reader, table);
    if (stored !== table.rows) throw damaged();
    done += stored;
    onProgress(done, total);
  }
  const { sequences } = await reader.end();
  for (const { name, lastValue, isCalled } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      quoted(name),
      lastValue,
      isCalled,
    ]);
  }
}

async function fillTable(
  client: pg.Client,
  reader: BackupReader,
  table: BackedUpTable,
): Promise<number> {
  const rows = client.query(copyFrom(`copy ${columnList(table)} from stdin`));
  await pipeline(reader.rowsOf(table.name), rows);
  return rows.rowCount;
}

/** Reads a back-up from its beginning to its end, and tells whether it is whole. */
class BackupReader {
  private readonly gunzip = createGunzip({ chunkSize: 64 * 1024 });
  private readonly parts = partsIn(this.gunzip as AsyncIterable<Buffer>);
  private readonly hash = createHash('sha256');

  constructor(input: Readable, signal: AbortSignal) {
    // Its failure arrives at whoever reads.
    void pipeline(input, this.gunzip, { signal }).catch(() => undefined);
  }

  async next(...types: PartType[]): Promise<Part> {
    const part = await this.read();
    if (!part) throw cutOff();
    if (!types.includes(part.type)) throw damaged();
    if (part.type !== 'T') this.hash.update(part.bytes);
    return part;
  }

  async *rowsOf(table: string): AsyncGenerator<Buffer> {
    for (;;) {
      const { type, content } = await this.next('D', 'E');
      if (type === 'D') {
        yield content;
        continue;
      }
      if (content.toString() !== table) throw damaged();
      return;
    }
  }

  /** The trailer, when all before it is what was written. */
  async end(): Promise<BackupTrailer> {
    const trailer = trailerIn((await this.next('T')).content);
    if (trailer.sha256 !== this.hash.digest('hex')) throw damaged();
    // The compression has a checksum of its own, after the trailer.
    if (await this.read()) throw damaged();
    return trailer;
  }

  close(): void {
    this.gunzip.destroy();
  }

  private async read(): Promise<Part | undefined> {
    try {
      const next = await this.parts.next();
      return next.done ? undefined : next.value;
    } catch (error) {
      throw reasonOf(error);
    }
  }
}

function reasonOf(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return cutOff();
  if (code === 'Z_DATA_ERROR' && (error as Error).message === 'incorrect header check') {
    return new BackupError('is not a back-up of this service');
  }
  return code?.startsWith('Z_') ? damaged() : error;
}
