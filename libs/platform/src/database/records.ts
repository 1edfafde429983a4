import { instantText } from '../time/instant.js';

const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Rows that a statement takes as one JSON text, in the names that they have in memory: it costs no
 * copying here, and one parameter however many rows there are.
 */
export class RecordShape<Row extends object> {
  /** The table's columns, in order: `id, event_name`. */
  readonly columns: string;
  /** The same columns as expressions over `source`: `id, "eventName"`. */
  readonly fields: string;
  private readonly definition: string;
  private readonly names: readonly (keyof Row & string)[];

  /** By field, the type of its column. */
  constructor(types: Partial<Record<keyof Row & string, string>>) {
    const fields = Object.entries(types);
    this.names = fields.map(([field]) => field as keyof Row & string);
    this.columns = fields.map(([field]) => columnOf(field)).join(', ');
    this.fields = fields.map(([field]) => `"${field}"`).join(', ');
    this.definition = fields.map(([field, type]) => `"${field}" ${String(type)}`).join(', ');
  }

  /** The rows of a parameter, as a table in `from`. */
  source(parameter: string, alias: string): string {
    return `json_to_recordset(${parameter}::json) as ${alias} (${this.definition})`;
  }

  /** `event_name = alias."eventName"` for all of the columns. */
  assignments(alias: string): string {
    const columns = this.columns.split(', ');
    return this.fields
      .split(', ')
      .map((field, i) => `${String(columns[i])} = ${alias}.${field}`)
      .join(', ');
  }

  /** The value of the parameter: JSON of the shape's fields alone. */
  text(rows: readonly Row[]): string {
    let text = '[';
    for (const row of rows) {
      text += text.length > 1 ? ',{' : '{';
      let separator = '';
      for (const name of this.names) {
        const value = row[name];
        // What a record does not have is null to the database.
        if (value === null || value === undefined) continue;
        text += `${separator}"${name}":${value instanceof Date ? `"${instantText(value)}"` : JSON.stringify(value)}`;
        separator = ',';
      }
      text += '}';
    }
    return `${text}]`;
  }
}
