import { CONVERSION_STATUSES, type Conversion } from '@app/analytics';
import { moved } from './conversion-moves.js';

const NOW = new Date('2026-03-10T00:00:00Z');

const aSale = (changes: Partial<Conversion> = {}): Conversion => ({
  workspaceId: 'ws_1',
  id: 'con_1',
  type: 'sale',
  eventName: 'Sale',
  customerId: null,
  clickId: null,
  orderId: 'o-1',
  status: 'approved',
  amount: 1_000,
  currency: 'EUR',
  refundedAmount: 0,
  refundedAt: null,
  rateFrom: '1',
  rateTo: '1.05',
  reportingAmount: 1_050,
  reportingRefunded: 0,
  occurredAt: new Date('2026-03-01T00:00:00Z'),
  createdAt: new Date('2026-03-01T00:00:00Z'),
  metadata: {},
  externalId: null,
  email: null,
  name: null,
  avatar: null,
  country: null,
  ...changes,
});

const ALLOWED = new Set([
  'pending approved',
  'pending rejected',
  'pending fraud',
  'approved refunded',
  'approved fraud',
  'rejected approved',
  'fraud approved',
]);

const pairs = CONVERSION_STATUSES.flatMap((from) =>
  CONVERSION_STATUSES.map((to) => [from, to] as const),
);

describe('moved', () => {
  it.each(pairs)('knows whether %s may become %s', (from, to) => {
    const sale = aSale({ status: from });
    if (from === to) expect(moved(sale, { status: to }, 'USD', NOW)).toBe(sale);
    else if (ALLOWED.has(`${from} ${to}`)) {
      expect(moved(sale, { status: to }, 'USD', NOW).status).toBe(to);
    } else expect(() => moved(sale, { status: to }, 'USD', NOW)).toThrow('cannot become');
  });

  it('keeps a partly refunded sale approved, at its own rate', () => {
    const sale = moved(aSale(), { refundedAmount: 333 }, 'USD', NOW);
    expect(sale).toMatchObject({
      status: 'approved',
      refundedAmount: 333,
      reportingRefunded: 350,
      refundedAt: NOW,
    });
  });

  it('takes the whole reporting amount back with the whole amount', () => {
    const sale = moved(aSale({ reportingAmount: 1_051 }), { refundedAmount: 1_000 }, 'USD', NOW);
    expect(sale).toMatchObject({ status: 'refunded', reportingRefunded: 1_051 });
  });

  it('takes the same amount again for nothing, also once refunded', () => {
    const sale = moved(aSale(), { refundedAmount: 1_000 }, 'USD', NOW);
    expect(moved(sale, { refundedAmount: 1_000 }, 'USD', NOW)).toBe(sale);
    expect(moved(sale, { status: 'refunded' }, 'USD', NOW)).toBe(sale);
  });

  it('keeps a sale of nothing approved', () => {
    const sale = aSale({ amount: 0, reportingAmount: 0 });
    expect(moved(sale, { refundedAmount: 0 }, 'USD', NOW).status).toBe('approved');
  });

  it('lets an earlier partial refund stand when fraud becomes approved', () => {
    const sale = moved(
      aSale({ refundedAmount: 1, status: 'fraud' }),
      { status: 'approved' },
      'USD',
      NOW,
    );
    expect(sale.refundedAmount).toBe(1);
  });

  it.each([
    [{ refundedAmount: 1_001 }, 'more than the amount'],
    [{ refundedAmount: 99 }, 'less than before'],
    [{ refundedAmount: 1, status: 'refunded' }, 'together with status'],
    [{ refundedAt: '2026-03-05T00:00:00Z' }, 'must come with a refund'],
    [{ status: 'refunded', refundedAt: '2026-02-28T00:00:00Z' }, 'before the sale'],
  ] as const)('refuses %j', (move, reason) => {
    expect(() => moved(aSale({ refundedAmount: 100 }), move, 'USD', NOW)).toThrow(reason);
  });

  it.each([{ type: 'lead' }, { status: 'pending' }, { status: 'fraud' }] as const)(
    'refunds only approved sales: not %j',
    (changes) => {
      expect(() => moved(aSale(changes), { refundedAmount: 1 }, 'USD', NOW)).toThrow(
        'Only an approved',
      );
    },
  );
});
