import fc from 'fast-check';
import { BrokenFrame, Frames } from './frames.js';

const framed = (text: string): string => `${String(text.length)}#${text}`;

/** What comes out when the bytes arrive in chunks that end at these places. */
function read(bytes: Buffer, cuts: number[], longest = 1_000): string[] {
  const frames = new Frames(longest);
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const ends = [...places, bytes.length];
  return ends.flatMap((end, i) => [...frames.feed(bytes.subarray(i === 0 ? 0 : ends[i - 1], end))]);
}

describe('Frames', () => {
  it('gives the same packets, however their bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (packets, cuts) => {
          const bytes = Buffer.from(packets.map(framed).join(''));
          expect(read(bytes, cuts)).toEqual(packets);
        },
      ),
    );
  });

  it.each(['x#{}', '-1#{}', '1.5#{}', ' 2#{}', '#{}', '12345678901', '1001#'])(
    'refuses what has no length that is allowed: %s',
    (text) => {
      expect(() => read(Buffer.from(text), [])).toThrow(BrokenFrame);
    },
  );

  it('knows whether a packet is on its way', () => {
    const frames = new Frames(10);
    const states = ['3', '#ab', 'c', '0#'].map((text) => {
      const packets = [...frames.feed(Buffer.from(text))];
      return [packets, frames.isInside];
    });
    expect(states).toEqual([
      [[], true],
      [[], true],
      [['abc'], false],
      [[''], false],
    ]);
  });
});
