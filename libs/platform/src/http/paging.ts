import { ValidationFailed } from '../errors/app-error.js';
import { Page } from './page.js';
import type { PagingParams } from './paging.dto.js';

/** Throws `ValidationFailed` when a list is asked for by page and by cursor. */
export function checkPaging({ page, cursor }: PagingParams): void {
  if (page !== undefined && cursor !== undefined) {
    throw ValidationFailed.of('cursor', 'must not be given together with page');
  }
}

/** The rows to read for a page: one more than asked for tells whether there is a next page. */
export const windowOf = ({
  page = 1,
  cursor,
  limit,
}: PagingParams): { limit: number; offset: bigint } => ({
  limit: limit + 1,
  offset: cursor === undefined ? (BigInt(page) - 1n) * BigInt(limit) : 0n,
});

/** The page that the rows of its window make. */
export function toPage<Row, Item>(
  rows: Row[],
  { page = 1, cursor, limit }: PagingParams,
  { total, totalCapped }: { total: number; totalCapped: boolean },
  { toItem, toCursor }: { toItem: (row: Row) => Item; toCursor: (last: Row) => string },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit;
  return new Page(shown.map(toItem), {
    total,
    totalCapped,
    page: cursor === undefined ? page : null,
    limit,
    hasMore,
    nextCursor: hasMore && last !== undefined ? toCursor(last) : null,
  });
}
