import { eligibleTouches } from './eligible-touches.js';
import type { Touchpoint } from './touchpoint.js';

const touchAt = (occurredAt: string): Touchpoint => ({
  clickId: occurredAt,
  linkId: 'link',
  campaignId: null,
  source: null,
  medium: null,
  referrer: null,
  occurredAt: new Date(occurredAt),
});

const TOUCHES = [
  '2026-03-01T11:59:59.999Z',
  '2026-03-01T12:00:00.000Z',
  '2026-03-30T00:00:00.000Z',
  '2026-03-31T12:00:00.000Z',
  '2026-03-31T12:00:00.001Z',
].map(touchAt);

describe('eligible touches', () => {
  it('are those of the window, both of whose ends are in it', () => {
    expect(eligibleTouches(TOUCHES, new Date('2026-03-31T12:00:00Z'), 30)).toEqual({
      from: 1,
      to: 4,
    });
  });

  it('are none before the first touch, nor long after the last', () => {
    const before = eligibleTouches(TOUCHES, new Date('2020-01-01T00:00:00Z'), 30);
    const after = eligibleTouches(TOUCHES, new Date('2027-01-01T00:00:00Z'), 30);
    expect(before.to - before.from).toBe(0);
    expect(after.to - after.from).toBe(0);
  });
});
