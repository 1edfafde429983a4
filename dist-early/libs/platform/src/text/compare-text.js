/** Orders text by code point, as the database does; JavaScript's `<` orders UTF-16 units. */
export const compareText = (a, b) => a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
/** By code point, null last. */
export function compareNullable(a, b) {
    if (a === null || b === null)
        return Number(a === null) - Number(b === null);
    return compareText(a, b);
}
//# sourceMappingURL=compare-text.js.map