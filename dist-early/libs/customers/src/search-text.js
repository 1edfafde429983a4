const PLAIN = /^[a-z0-9]$/;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXY';
const ESCAPE = 'Z';
const ESCAPE_LENGTH = 5;
/** Unicode case folding, one code point at a time, so that no neighbour changes the result. */
const fold = (character) => character.toUpperCase().toLowerCase();
function encodeCharacter(character) {
    if (PLAIN.test(character))
        return character;
    let rest = character.codePointAt(0) ?? 0;
    let digits = '';
    for (let i = 0; i < ESCAPE_LENGTH; i += 1) {
        digits = LETTERS.charAt(rest % LETTERS.length) + digits;
        rest = Math.floor(rest / LETTERS.length);
    }
    return ESCAPE + digits;
}
/**
 * Case-folded text in ASCII letters and digits alone: a-z and 0-9 stand for themselves, any other
 * code point is `Z` and five letters. A text contains another exactly when their encodings do.
 *
 * pg_trgm ignores punctuation, and under some locales every letter outside ASCII; here it sees all.
 */
export function encodeSearch(text) {
    return Array.from(text)
        .flatMap((character) => Array.from(fold(character)))
        .map(encodeCharacter)
        .join('');
}
/** No encoding of a text contains this, so a match never spans two fields. */
const SEPARATOR = 'ZZ';
/** What a search looks into: the fields that are there. */
export const searchTextOf = (...fields) => fields
    .filter((field) => field !== null)
    .map(encodeSearch)
    .join(SEPARATOR);
//# sourceMappingURL=search-text.js.map