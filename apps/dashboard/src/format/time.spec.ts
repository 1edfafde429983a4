import { addDays, dayOf, daysOfCohort } from './time.ts';

describe('the days of a cohort', () => {
  it.each([
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-W09', '2026-02-23', '2026-03-01'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2021-W01', '2021-01-04', '2021-01-10'],
    ['2025-W01', '2024-12-30', '2025-01-05'],
  ])('%s are %s to %s', (cohort, first, last) => {
    expect(daysOfCohort(cohort)).toEqual([first, last]);
  });
});

describe('a day', () => {
  it('is meant in the time zone of the workspace', () => {
    expect(dayOf('2026-03-01T04:30:00.000Z', 'America/New_York')).toBe('2026-02-28');
    expect(dayOf('2026-03-01T04:30:00.000Z', 'Asia/Tokyo')).toBe('2026-03-01');
  });

  it('has others before and after it', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
  });
});
