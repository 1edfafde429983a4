import type { Pagination } from './schema.js';

/** One page of a list. */
export interface Page<Item> {
  data: Item[];
  /** Where the page is in the list, and the `nextCursor` that goes on behind it. */
  pagination: Pagination;
}

/** Where a page begins, and how many items it has. */
interface Position {
  page?: number;
  cursor?: string;
  limit?: number;
}

/**
 * A list that is fetched as it is read: `for await (const item of list)` goes through all of it,
 * 100 items a request unless `limit` says otherwise. Nothing is sent before the first item is asked
 * for, and each loop begins anew.
 */
export class List<Item, Query extends Position = Position> implements AsyncIterable<Item> {
  readonly #query: Query;
  readonly #load: (query: Query) => Promise<Page<Item>>;

  constructor(query: Query, load: (query: Query) => Promise<Page<Item>>) {
    this.#query = query;
    this.#load = load;
  }

  /** One page: the first, or the one that the list was asked for with `page` or `cursor`. */
  async page(): Promise<Page<Item>> {
    const { data, pagination } = await this.#load(this.#query);
    return { data, pagination };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    let query: Query = { ...this.#query, limit: this.#query.limit ?? 100 };
    for (;;) {
      const { data, pagination } = await this.#load(query);
      yield* data;
      if (pagination.nextCursor === null) return;
      query = { ...query, page: undefined, cursor: pagination.nextCursor };
    }
  }
}
