import type { Value } from './statement.js';

/** A text that is put together for one request, with the values that it binds. */
export interface Sql {
  text: string;
  values: Value[];
}

/** The values that a text binds, as it grows. */
export class Binding {
  readonly values: Value[] = [];

  /** Binds a value; answers its placeholder. */
  add(value: Value): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }
}
