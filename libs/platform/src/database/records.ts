const columns = new Map<string, string>();

/** `firstSeenAt` as `first_seen_at`. */
function columnOf(name: string): string {
  let column = columns.get(name);
  if (column === undefined) {
    column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    columns.set(name, column);
  }
  return column;
}

/** Rows as JSON records in the names of their table's columns, for `json_populate_recordset`. */
export const toRecords = (rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) => {
      const record: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(row)) record[columnOf(name)] = value;
      return record;
    }),
  );
