import type { DataSource } from 'typeorm';

/** Every row of every table, as text; by table. */
export async function dumpOf(dataSource: DataSource): Promise<Map<string, string>> {
  const tables: { table_name: string }[] = await dataSource.query(
    `select table_name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  );
  const dump = new Map<string, string>();
  for (const { table_name: table } of tables) {
    const rows: { row: string }[] = await dataSource.query(
      `select to_jsonb(t)::text as row from "${table}" t`,
    );
    dump.set(table, rows.map(({ row }) => row).join('\n'));
  }
  return dump;
}

/** The tables, and which of the marks are in them. */
export const found = (dump: Map<string, string>, marks: readonly string[]): string[] =>
  [...dump].flatMap(([table, text]) =>
    marks
      .filter((mark) => text.toLowerCase().includes(mark.toLowerCase()))
      .map((mark) => `${table}: ${mark}`),
  );
