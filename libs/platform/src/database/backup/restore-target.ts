import type pg from 'pg';
import { migrationsIn, quoted, tablesIn, type CatalogTable } from './backup-catalog.store.js';
import type { BackupHeader } from './backup-format.js';
import { BackupError } from './backup.error.js';

/**
 * Throws `BackupError`, which says what to do, unless the database is empty and has the schema that the
 * back-up was made of. Nobody else writes to it from now on.
 */
export async function checkTarget(client: pg.Client, header: BackupHeader): Promise<void> {
  checkMigrations(await migrationsIn(client), header.migrations);
  const tables = await tablesIn(client);
  checkTables(tables, header.tables);
  const names = tables.map(({ name }) => quoted(name)).join(', ');
  await client.query(`lock table ${names} in exclusive mode`);
  await checkEmpty(client, tables);
}

function checkMigrations(own: string[], backedUp: string[]): void {
  const newest = backedUp.at(-1) ?? 'none';
  if (own.length === 0) {
    throw new BackupError(
      'needs a migrated database: run npm run migrate, or leave MIGRATE_ON_START on',
    );
  }
  if (backedUp.some((name) => !own.includes(name))) {
    throw new BackupError(
      `was made by a newer version, with the migration ${newest}: restore it with that version`,
    );
  }
  if (own.length > backedUp.length) {
    throw new BackupError(
      `was made by an older version, whose newest migration is ${newest}: restore it with that version, then update`,
    );
  }
}

function checkTables(own: CatalogTable[], backedUp: CatalogTable[]): void {
  const shapes = new Map(own.map((table) => [table.name, shapeOf(table)]));
  const others = backedUp.filter((table) => shapes.get(table.name) !== shapeOf(table));
  if (others.length > 0) {
    throw new BackupError(
      `has tables that are not in this database, or have other columns there: ${others.map(({ name }) => name).join(', ')}`,
    );
  }
}

/** The order of columns depends on a table's history. */
const shapeOf = ({ columns }: CatalogTable): string => JSON.stringify([...columns].sort());

async function checkEmpty(client: pg.Client, tables: CatalogTable[]): Promise<void> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query(`select 1 from ${quoted(name)} limit 1`);
    if (rows.length > 0) filled.push(name);
  }
  if (filled.length > 0) {
    throw new BackupError(
      `can only be restored into an empty database, and there are rows in ${filled.join(', ')}: make a new database, or set another DATA_DIR`,
    );
  }
}
