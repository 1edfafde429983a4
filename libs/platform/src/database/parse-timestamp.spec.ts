import fc from 'fast-check';
import pg from 'pg';
import { parseTimestamp } from './parse-timestamp.js';

const byDriver = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;

const instant = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

describe('a timestamptz', () => {
  it('is read as the driver reads it', () => {
    const fraction = fc.stringMatching(/^(\.\d{1,6})?$/);
    const zone = fc.constantFrom('+00', '+01', '-03:30', '+05:45');
    fc.assert(
      fc.property(instant, fraction, zone, (date, digits, offset) => {
        const text = `${date.toISOString().slice(0, 19).replace('T', ' ')}${digits}${offset}`;
        expect([text, parseTimestamp(text).getTime()]).toEqual([text, byDriver(text).getTime()]);
      }),
      { numRuns: 1_000 },
    );
  });
});
