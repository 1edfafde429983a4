import pg from 'pg';
import type { SequenceState } from './backup-format.js';

const MIGRATIONS = 'schema_migrations';

/** Connections of their own: copying needs one without pipelining, and takes as long as it takes. */
export async function onOwnConnection<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'customers-api back-up',
    keepAlive: true,
  });
  // A connection that breaks fails its query as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    // What the text of values depends on; a row that may not be seen is a failure, not a gap.
    await client.query(
      `set statement_timeout = 0; set idle_in_transaction_session_timeout = 0;
       set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
       set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8';
       set row_security = off`,
    );
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

export interface CatalogTable {
  name: string;
  /** Without those that the database computes. */
  columns: string[];
}

/** Every table but those of extensions and the list of migrations, which a restore finds in its place. */
export async function tablesIn(client: pg.Client): Promise<CatalogTable[]> {
  const { rows } = await client.query<CatalogTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_attribute a
       on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
       and c.relname <> $1
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     group by c.relname order by c.relname collate "C"`,
    [MIGRATIONS],
  );
  return rows;
}

/** Names, oldest first; none where nothing has been migrated. */
export async function migrationsIn(client: pg.Client): Promise<string[]> {
  const found = await client.query(`select to_regclass($1) as it`, [MIGRATIONS]);
  if ((found.rows as { it: string | null }[])[0]?.it === null) return [];
  const { rows } = await client.query<{ name: string }>(
    `select name from ${MIGRATIONS} order by timestamp`,
  );
  return rows.map(({ name }) => name);
}

/** Sequences and identity columns; they do not belong to a transaction's view of the database. */
export async function sequencesIn(client: pg.Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'S'
     order by relname collate "C"`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query<Omit<SequenceState, 'name'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(name)}`,
    );
    states.push(...found.map((state) => ({ name, ...state })));
  }
  return states;
}

export const quoted = (name: string): string => pg.escapeIdentifier(name);

export const columnList = ({ name, columns }: CatalogTable): string =>
  `${quoted(name)} (${columns.map(quoted).join(', ')})`;
