import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addMonths, dayOf, endOfDay, isDay, isTimezone, monthOf, startOfDay } from './calendar.js';
import { parseInstant } from './instant.js';
import { rangeOf } from './range.js';

describe('parseInstant', () => {
  it.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00Z', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00:00.1239+05:30', '2026-03-01T06:30:00.123Z'],
    ['2026-03-01t12:00:00z', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00:00', undefined],
    ['2026-02-30T12:00:00Z', undefined],
    ['2026-03-01T24:00:00Z', undefined],
    ['2026-03-01', undefined],
    ['+002026-03-01T12:00:00Z', undefined],
  ])('reads %s as %s', (text, expected) => {
    expect(parseInstant(text)?.toISOString()).toBe(expected);
  });

  const upTo = (max: number, digits = 2): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max }).map((number) => String(number).padStart(digits, '0'));
  const fraction = fc.stringMatching(/^([.,]\d{1,9})?$/);
  const offset = fc.oneof(
    fc.constantFrom('Z', 'z', '-00:00'),
    fc.tuple(fc.constantFrom('+', '-'), upTo(25), upTo(61)).map(([s, h, m]) => `${s}${h}:${m}`),
  );
  const timestamp = fc
    .tuple(upTo(9_999, 4), upTo(13), upTo(32), upTo(25), upTo(61), upTo(62), fraction, offset)
    .map(([y, mo, d, h, mi, s, f, o]) => `${y}-${mo}-${d}T${h}:${mi}:${s}${f}${o}`);
  const inTemporal = (text: string): number | undefined => {
    try {
      return Temporal.Instant.from(text).epochMilliseconds;
    } catch {
      return undefined;
    }
  };

  it('reads every timestamp as Temporal does', () => {
    const same = (text: string): void => {
      expect([text, parseInstant(text)?.getTime()]).toEqual([text, inTemporal(text)]);
    };
    fc.assert(fc.property(timestamp, same), { numRuns: 3_000 });
  });
});

describe('days', () => {
  it('are 23 or 25 hours long when the clocks change', () => {
    const hours = (day: string): number =>
      (endOfDay(day, 'America/New_York').getTime() -
        startOfDay(day, 'America/New_York').getTime()) /
      3_600_000;
    expect([hours('2022-03-13'), hours('2022-11-06'), hours('2022-11-07')]).toEqual([23, 25, 24]);
  });

  it('begin after a midnight that does not exist', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe(
      '2018-11-04T03:00:00.000Z',
    );
  });

  it('begin at the first of two midnights', () => {
    // Havana goes back from 01:00 to 00:00.
    expect(startOfDay('2022-11-06', 'America/Havana').toISOString()).toBe(
      '2022-11-06T04:00:00.000Z',
    );
  });

  it('are the time zone’s', () => {
    const instant = new Date('2022-01-01T03:00:00Z');
    expect(dayOf(instant, 'America/New_York')).toBe('2021-12-31');
    expect(monthOf(instant, 'America/New_York')).toBe('2021-12');
  });

  it('must exist', () => {
    expect(['2026-02-28', '2026-02-29', '2026-13-01', '26-01-01'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('months', () => {
  it('are counted over years', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12');
  });
});

describe('time zones', () => {
  it('are IANA names', () => {
    expect(['Europe/Berlin', 'UTC', '+02:00', 'Mars/Olympus', ''].map(isTimezone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('rangeOf', () => {
  const iso = (start?: string, end?: string): (string | undefined)[] => {
    const { from, to } = rangeOf({ ...(start && { start }), ...(end && { end }) }, 'Europe/Berlin');
    return [from?.toISOString(), to?.toISOString()];
  };

  it('has a day as end in it', () => {
    expect(iso('2026-03-01', '2026-03-01')).toEqual([
      '2026-02-28T23:00:00.000Z',
      '2026-03-01T23:00:00.000Z',
    ]);
  });

  it('has a timestamp as end not in it', () => {
    expect(iso(undefined, '2026-03-01T00:00:00Z')).toEqual([undefined, '2026-03-01T00:00:00.000Z']);
  });

  it.each([
    ['2026-03-02', '2026-03-01'],
    ['2026-03-01T00:00:00.001Z', '2026-03-01T00:00:00Z'],
    ['2026-03-02T00:00:00+01:00', '2026-03-01'],
  ])('refuses %s to %s', (start, end) => {
    expect(() => iso(start, end)).toThrow('later than end');
  });

  it('of a day that the zone skips is empty, not reversed', () => {
    const skipped = { start: '2011-12-30', end: '2011-12-30' };
    const { from, to } = rangeOf(skipped, 'Pacific/Apia');
    expect(from).toEqual(to);
  });

  it('may be empty', () => {
    expect(iso('2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z')).toHaveLength(2);
  });
});
