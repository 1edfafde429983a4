/** Unicode case folding, one code point at a time, so that no neighbour changes the result. */
export const foldCase = (text: string): string =>
  Array.from(text, (character) => character.toUpperCase().toLowerCase()).join('');

/** No folded text has a capital of ASCII, so a match never spans two fields. */
const SEPARATOR = 'Z';

/** What a search looks into: the fields that are there. */
export const searchTextOf = (...fields: (string | null)[]): string =>
  fields
    .filter((field) => field !== null)
    .map(foldCase)
    .join(SEPARATOR);

const GRAM_LENGTH = 3;
/** Each gram is looked up in each week, and a few tell a term from nearly all others. */
const MOST_GRAMS = 6;

/** Where the slice of a week goes: not in any folded text either. */
export const SLICE = 'Z';

const quote = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;

/**
 * The grams that a text with this folded term must have, as a query of the directory's index with
 * `SLICE` for the week's prefix: whoever has them may have the term.
 */
export function gramQueryOf(folded: string): string {
  const characters = Array.from(folded);
  const last = characters.length - GRAM_LENGTH;
  // Shorter than a gram: those that begin with it, for the text's last ones are in the index too.
  if (last < 0) return `${quote(SLICE + folded)}:*`;
  const count = Math.min(last + 1, MOST_GRAMS);
  const places = Array.from({ length: count }, (_, i) =>
    Math.round((i * last) / Math.max(1, count - 1)),
  );
  const grams = places.map((place) => characters.slice(place, place + GRAM_LENGTH).join(''));
  return [...new Set(grams)].map((gram) => quote(SLICE + gram)).join(' & ');
}
