import { numberOf, periodsFrom } from './periods.js';

const at = (text: string): Date => new Date(text);

describe('periods', () => {
  it('are ISO weeks, also over the turn of a year with 53 of them', () => {
    const { labels } = periodsFrom(
      'week',
      at('2020-12-25T00:00:00Z'),
      at('2021-01-11T00:00:00Z'),
      'UTC',
    );
    expect(labels).toEqual(['2020-W52', '2020-W53', '2021-W01', '2021-W02']);
  });

  it('are calendar months, from the first one to the last one', () => {
    const { labels, starts } = periodsFrom(
      'month',
      at('2026-01-31T23:59:59.999Z'),
      at('2026-03-01T00:00:00Z'),
      'UTC',
    );
    expect(labels).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(starts[1]).toEqual(at('2026-02-01T00:00:00Z'));
  });

  it('start at the local midnight, with or without summer time', () => {
    const zone = 'America/New_York';
    const { starts } = periodsFrom('month', at('2021-03-10Z'), at('2021-04-10Z'), zone);
    expect(starts).toEqual([at('2021-03-01T05:00:00Z'), at('2021-04-01T04:00:00Z')]);
  });

  it('start at the first instant of a day without a midnight', () => {
    const zone = 'Africa/Cairo';
    const day = at('2015-08-01T12:00:00Z');
    expect(periodsFrom('month', day, day, zone).starts).toEqual([at('2015-07-31T22:00:00Z')]);
    // Summer time began on 2014-05-16 at 00:00, which became 01:00.
    const { starts } = periodsFrom('week', at('2014-05-12T12:00:00Z'), at('2014-05-19Z'), zone);
    expect(starts).toEqual([at('2014-05-11T22:00:00Z'), at('2014-05-18T21:00:00Z')]);
  });

  it('know the summer time of CET, which to PostgreSQL is an offset', () => {
    const july = at('2021-07-15T00:00:00Z');
    expect(periodsFrom('month', july, july, 'CET').starts).toEqual([at('2021-06-30T22:00:00Z')]);
  });

  it('are numbered from 1, by the last start that is not after an instant', () => {
    const periods = periodsFrom('month', at('2026-01-01Z'), at('2026-03-01Z'), 'UTC');
    expect(numberOf(periods, at('2026-01-31T23:59:59.999Z'))).toBe(1);
    expect(numberOf(periods, at('2026-02-01T00:00:00Z'))).toBe(2);
    expect(numberOf(periods, at('2027-01-01T00:00:00Z'))).toBe(3);
  });
});
