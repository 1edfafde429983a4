import { conversionDeltas, type CountedConversion } from './conversion-counts.store.js';

const lead: CountedConversion = {
  occurredAt: new Date('2026-03-01T23:59:59.999Z'),
  type: 'lead',
  status: 'pending',
  customerId: null,
};
const kind = { day: '2026-03-01', type: 'lead', status: 'pending', stitched: false };

describe('the deltas of conversions', () => {
  it('add those of a kind up', () => {
    const next = { ...lead, occurredAt: new Date('2026-03-02T00:00:00Z') };
    expect(conversionDeltas([], [lead, lead, next])).toEqual([
      { ...kind, conversions: 2 },
      { ...kind, day: '2026-03-02', conversions: 1 },
    ]);
  });

  it('move one from a kind to another', () => {
    const after: CountedConversion = { ...lead, status: 'approved', customerId: 'cus_1' };
    expect(conversionDeltas([lead], [after])).toEqual([
      { ...kind, conversions: -1 },
      { ...kind, status: 'approved', stitched: true, conversions: 1 },
    ]);
  });

  it('are none when nothing changes that is counted', () => {
    expect(conversionDeltas([lead], [{ ...lead }])).toEqual([]);
  });
});
