import fc from 'fast-check';
import { compareNullable, compareText } from './compare-text.js';

describe('order of text', () => {
  it('is by code point, where UTF-16 units would put an emoji before U+FFFD', () => {
    expect(['\u{1F600}', '\uFFFD', 'a', 'B'].sort(compareText)).toEqual([
      'B',
      'a',
      '\uFFFD',
      '\u{1F600}',
    ]);
  });

  it('puts null last', () => {
    expect(['b', null, 'a'].sort(compareNullable)).toEqual(['a', 'b', null]);
    expect(compareNullable(null, null)).toBe(0);
  });

  it('agrees with comparing the code points one by one', () => {
    const byCodePoint = (a: string, b: string): number => {
      const [left, right] = [Array.from(a), Array.from(b)];
      const index = left.findIndex((char, at) => char !== right[at]);
      if (index === -1) return left.length - right.length;
      return (left[index]?.codePointAt(0) ?? -1) - (right[index]?.codePointAt(0) ?? -1);
    };
    const text = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(Math.sign(byCodePoint(a, b)));
      }),
    );
  });
});
