import { filtersOf, type CohortQuestion } from './cohort-question.ts';

const ALL = new Set(['firstSeenStart', 'firstSeenEnd', 'campaignId', 'source']);
const question = (changes: Partial<CohortQuestion>): CohortQuestion => ({
  groupBy: 'month',
  periods: 12,
  start: null,
  end: null,
  ...changes,
});

describe('the filters that find the customers of a cohort', () => {
  it('are its days, where the range does not cut them off', () => {
    expect(filtersOf('2026-03', question({}), ALL)).toEqual({
      firstSeenStart: '2026-03-01',
      firstSeenEnd: '2026-03-31',
    });
    const cut = question({ groupBy: 'week', start: '2026-02-25', end: '2026-02-28' });
    expect(filtersOf('2026-W09', cut, ALL)).toEqual({
      firstSeenStart: '2026-02-25',
      firstSeenEnd: '2026-02-28',
    });
  });

  it('are its campaign or source, and the range', () => {
    const asked = question({ groupBy: 'campaign', start: '2026-01-01' });
    expect(filtersOf('spring', asked, ALL)).toEqual({
      campaignId: 'spring',
      firstSeenStart: '2026-01-01',
      firstSeenEnd: null,
    });
  });

  it('are none where the service does not know one of them', () => {
    expect(filtersOf('2026-03', question({}), new Set(['firstSeenStart']))).toBeUndefined();
    expect(filtersOf('x', question({ groupBy: 'source' }), new Set(['source']))).toBeDefined();
    expect(filtersOf(null, question({ groupBy: 'source' }), ALL)).toBeUndefined();
    const known = new Set([...ALL, 'hasSource']);
    expect(filtersOf(null, question({ groupBy: 'source' }), known)).toEqual({
      hasSource: 'false',
      firstSeenStart: null,
      firstSeenEnd: null,
    });
  });
});
