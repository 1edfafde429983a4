import { ValidationFailed } from '../errors/app-error.js';
import { Page } from './page.js';
/** Throws `ValidationFailed` when a list is asked for by page and by cursor. */
export function checkPaging({ page, cursor }) {
    if (page !== undefined && cursor !== undefined) {
        throw ValidationFailed.of('cursor', 'must not be given together with page');
    }
}
/** The rows to read for a page: one more than asked for tells whether there is a next page. */
export const windowOf = ({ page = 1, cursor, limit, }) => ({
    limit: limit + 1,
    offset: cursor === undefined ? (BigInt(page) - 1n) * BigInt(limit) : 0n,
});
/** The page that the rows of its window make. */
export function toPage(rows, { page = 1, cursor, limit }, { total, totalCapped }, { toItem, toCursor }) {
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
//# sourceMappingURL=paging.js.map