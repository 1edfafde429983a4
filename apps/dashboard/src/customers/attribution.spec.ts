import type { Share } from '../api/types.ts';
import { MODELS, rowsOf } from './attribution.ts';

const share = (campaignId: string | null, revenue: number, linkId: string | null = 'l'): Share => ({
  linkId,
  campaignId,
  source: null,
  credit: 1,
  revenue,
});

const everyModel = (shares: Share[]): Parameters<typeof rowsOf>[0] => ({
  models: {
    firstTouch: shares,
    lastTouch: shares,
    linear: shares,
    timeDecay: shares,
    positionBased: shares,
  },
});

describe('the rows of an attribution', () => {
  it('add up the links of a campaign, the largest first', () => {
    const rows = rowsOf(everyModel([share('a', 5), share('b', 9), share('a', 7)]), 'campaignId');
    expect(rows.map(({ name, revenue }) => [name, revenue.linear])).toEqual([
      ['a', 12],
      ['b', 9],
    ]);
  });

  it('tell a click without a campaign from no click at all', () => {
    const rows = rowsOf(everyModel([share(null, 1), share(null, 2, null)]), 'campaignId');
    expect(rows.map(({ name, hue, revenue }) => [name, hue, revenue.linear])).toEqual([
      ['without a campaign', 0, 1],
      ['no click in the window', null, 2],
    ]);
  });

  it('keep every minor unit of what has no hue of its own', () => {
    const shares = Array.from({ length: 12 }, (_, i) => share(`c${String(i)}`, i + 1));
    const rows = rowsOf(everyModel(shares), 'campaignId');
    expect(rows.at(-1)?.name).toBe('5 others');
    expect(rowsOf(everyModel(shares.slice(0, 8)), 'campaignId').at(-1)?.name).toBe('c0');
    for (const [model] of MODELS) {
      expect(rows.reduce((sum, { revenue }) => sum + revenue[model], 0)).toBe(78);
    }
  });
});
