import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
  columnList,
  migrationsIn,
  onOwnConnection,
  quoted,
  sequencesIn,
  tablesIn,
  type CatalogTable,
} from './backup-catalog.store.js';
import {
  headerPart,
  partOf,
  trailerPart,
  type BackedUpTable,
  type BackupHeader,
} from './backup-format.js';
import { BackupError } from './backup.error.js';

/** A part of a file that a reader holds at once. */
const PART_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;

export interface BackupOptions {
  url: string;
  output: Writable;
  signal: AbortSignal;
  onProgress: (rows: number, of: number) => void;
}

/**
 * Writes every row of every table, as one view of the database has them; servers go on writing meanwhile.
 * Throws `BackupError`.
 */
export function writeBackup({
  url,
  output,
  signal,
  onProgress,
}: BackupOptions): Promise<BackupHeader> {
  return onOwnConnection(url, async (client) => {
    const header = await beginSnapshot(client);
    // Level 1 keeps up with the database; a higher one costs more time than it saves space.
    const parts = partsOf(client, header, onProgress);
    await pipeline(parts, createGzip({ level: 1 }), output, { signal });
    return header;
  });
}

/** Migrations wait from now on, and all that is read is of one moment. */
async function beginSnapshot(client: pg.Client): Promise<BackupHeader> {
  const before = await tablesIn(client);
  if (before.length === 0) throw new BackupError('There is nothing in the database to back up.');
  await client.query('begin isolation level repeatable read read only');
  // Ahead of the first query, which is what fixes the view.
  const names = before.map(({ name }) => quoted(name)).join(', ');
  await client.query(`lock table ${names} in access share mode`);
  const tables = await tablesIn(client);
  if (JSON.stringify(tables) !== JSON.stringify(before)) {
    throw new BackupError('The database has just been migrated: start the back-up again.');
  }
  const migrations = await migrationsIn(client);
  const counted: BackedUpTable[] = [];
  for (const table of tables) counted.push({ ...table, rows: await countOf(client, table) });
  return { createdAt: new Date().toISOString(), migrations, tables: counted };
}

async function countOf(client: pg.Client, { name }: CatalogTable): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `select count(*)::text as count from ${quoted(name)}`,
  );
  return Number(rows[0]?.count);
}

async function* partsOf(
  client: pg.Client,
  header: BackupHeader,
  onProgress: BackupOptions['onProgress'],
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const total = header.tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for await (const part of contentOf(client, header)) {
    hash.update(part.bytes);
    done += part.rows;
    onProgress(done, total);
    yield part.bytes;
  }
  // They only ever run ahead of the rows that have been read.
  const sequences = await sequencesIn(client);
  yield trailerPart({ sequences, sha256: hash.digest('hex') });
}

async function* contentOf(
  client: pg.Client,
  header: BackupHeader,
): AsyncGenerator<{ bytes: Buffer; rows: number }> {
  yield { bytes: headerPart(header), rows: 0 };
  for (const table of header.tables) {
    const rows = client.query(copyTo(`copy ${columnList(table)} to stdout`));
    for await (const chunk of rows as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += PART_BYTES) {
        const content = chunk.subarray(at, at + PART_BYTES);
        yield { bytes: partOf('D', content), rows: rowsIn(content) };
      }
    }
    yield { bytes: partOf('E', Buffer.from(table.name)), rows: 0 };
  }
}

/** A line feed within a value is written as `\n`: each that is there ends a row. */
function rowsIn(text: Buffer): number {
  let rows = 0;
  for (let at = text.indexOf(LINE_FEED); at >= 0; at = text.indexOf(LINE_FEED, at + 1)) rows += 1;
  return rows;
}
