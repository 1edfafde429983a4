import { ulids } from './ulid.js';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const timeIn = (id: string): number =>
  Array.from(id.slice(0, 10)).reduce((time, digit) => time * 32 + DIGITS.indexOf(digit), 0);

describe('ulids', () => {
  it('have 26 digits of Crockford base 32, the time first', () => {
    for (const time of [0, 1, 1_700_000_000_000, 2 ** 48 - 1]) {
      const id = ulids(() => time)();
      expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
      expect(timeIn(id)).toBe(time);
    }
  });

  it('differ and ascend, within a millisecond and when the clock goes back', () => {
    let time = 1_700_000_000_000;
    const next = ulids(() => time);
    const made: string[] = [];
    for (let i = 0; i < 20_000; i += 1) {
      if (i % 100 === 0) time += i % 700 === 0 ? -3 : 1;
      made.push(next());
    }
    expect(new Set(made).size).toBe(made.length);
    expect([...made].sort()).toEqual(made);
  });

  it('ascend when the last four digits are used up', () => {
    const next = ulids(() => 1_700_000_000_000);
    let last = next();
    let carried = 0;
    for (let i = 0; i < 32 ** 4; i += 1) {
      const id = next();
      if (id <= last) throw new Error(`${id} follows ${last}`);
      if (!id.startsWith(last.slice(0, 22))) carried += 1;
      last = id;
    }
    expect(carried).toBe(1);
  });

  it('of two sources differ', () => {
    const [one, other] = [ulids(), ulids()];
    const ids = Array.from({ length: 1_000 }, () => [one(), other()]).flat();
    expect(new Set(ids).size).toBe(2_000);
  });
});
