import fc from 'fast-check';
import { foldCase, gramQueryOf, searchTextOf } from './search-text.js';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 });

describe('foldCase', () => {
  it('keeps containment, for any text', () => {
    fc.assert(
      fc.property(text, text, text, (before, term, after) => {
        expect(foldCase(before + term + after)).toContain(foldCase(term));
      }),
    );
  });

  it.each([
    ['ÅNGSTRÖM', 'ångström'],
    ['ΟΔΟΣ', 'οδος'],
    ['Straße', 'STRASSE'],
    ['100%_a', '100%_A'],
  ])('takes %s and %s for the same', (a, b) => {
    expect(foldCase(a)).toBe(foldCase(b));
  });

  it('leaves no capital of ASCII in any character', () => {
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      const folded = foldCase(String.fromCodePoint(codePoint));
      if (/[A-Z]/.test(folded)) throw new Error(`${String(codePoint)} folds to ${folded}`);
    }
  });
});

describe('the text of a search', () => {
  it('never matches across two fields', () => {
    expect(searchTextOf('ab', null, 'cd')).not.toContain('bc');
  });
});

describe('the grams of a term', () => {
  it.each([
    ['a', "'Za':*"],
    ['ab', "'Zab':*"],
    ['abc', "'Zabc'"],
    ['abcd', "'Zabc' & 'Zbcd'"],
    ['aaaa', "'Zaaa'"],
    ["o'h", "'Zo''h'"],
    ['k\\s', "'Zk\\\\s'"],
    ['東京😀', "'Z東京😀'"],
    ['abcdefghijkl', "'Zabc' & 'Zcde' & 'Zefg' & 'Zfgh' & 'Zhij' & 'Zjkl'"],
  ])('of %j are %s', (term, query) => {
    expect(gramQueryOf(term)).toBe(query);
  });
});
