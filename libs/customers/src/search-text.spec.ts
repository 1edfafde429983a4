import fc from 'fast-check';
import { encodeSearch, searchTextOf } from './search-text.js';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 });
const foldAll = (value: string): string =>
  Array.from(value)
    .map((character) => character.toUpperCase().toLowerCase())
    .join('');

describe('encodeSearch', () => {
  it('keeps containment, for any text', () => {
    fc.assert(
      fc.property(text, text, text, (before, term, after) => {
        expect(encodeSearch(before + term + after)).toContain(encodeSearch(term));
      }),
    );
  });

  it('adds no containment, for any text', () => {
    fc.assert(
      fc.property(text, text, (whole, term) => {
        const contains = encodeSearch(whole).includes(encodeSearch(term));
        expect(contains).toBe(foldAll(whole).includes(foldAll(term)));
      }),
    );
  });

  it.each([
    ['ÅNGSTRÖM', 'ångström'],
    ['ΟΔΟΣ', 'οδος'],
    ['Straße', 'STRASSE'],
    ['100%_a', '100%_A'],
  ])('takes %s and %s for the same', (a, b) => {
    expect(encodeSearch(a)).toBe(encodeSearch(b));
  });

  it('uses ASCII letters and digits alone', () => {
    expect(encodeSearch('ada@例え.test')).toMatch(/^[a-z0-9A-Z]+$/);
  });

  it('never matches across two fields', () => {
    expect(searchTextOf('ab', null, 'cd')).not.toContain(encodeSearch('bc'));
  });
});
