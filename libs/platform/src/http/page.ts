/** What a list says of itself. */
export interface Pagination {
  /** Rows that match; with a search, counted up to 10,000. */
  total: number;
  totalCapped: boolean;
  /** Null when the page was asked for with a cursor. */
  page: number | null;
  limit: number;
  hasMore: boolean;
  nextCursor: string | null;
}

/** A page of a list: becomes `data` and `pagination` of the envelope. */
export class Page<T> {
  constructor(
    readonly data: T[],
    readonly pagination: Pagination,
  ) {}
}

/** A stored record: 201 when it is new, 200 when it was there. */
export class Recorded<T> {
  constructor(
    readonly record: T,
    readonly created: boolean,
  ) {}
}

/** A whole answer as bytes, of JSON with the envelope unless another type is said: sent past serialisation. */
export class RawAnswer {
  constructor(
    readonly bytes: Buffer,
    readonly type = 'application/json; charset=utf-8',
  ) {}
}
