/** Orders text by code point, as the database does; JavaScript's `<` orders UTF-16 units. */
export const compareText = (a: string, b: string): number =>
  a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
