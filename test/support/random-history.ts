/** A stream of numbers that depends on the seed alone. */
export class Random {
  constructor(private state: number) {}

  /** An integer from 0 to `below` - 1. */
  integer(below: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    // The low bits of this generator repeat soon.
    return Math.floor((this.state / 2 ** 32) * below);
  }

  chance(percent: number): boolean {
    return this.integer(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.integer(items.length)] as T;
  }
}

export interface ClickItem {
  type: 'click';
  clickId: string;
  linkId: string;
  campaignId?: string;
  source?: string;
  visitorId?: string;
  occurredAt: string;
}

interface CustomerItem {
  type: 'customer';
  externalId: string;
  email?: string;
  clickId?: string;
  createdAt: string;
}

export interface ConversionItem {
  type: 'lead' | 'sale' | 'custom';
  externalId?: string;
  email?: string;
  clickId?: string;
  orderId: string;
  eventName?: string;
  amount?: number;
  status?: string;
  occurredAt: string;
}

export interface History {
  customers: CustomerItem[];
  clicks: ClickItem[];
  conversions: ConversionItem[];
}

const NAMES = ['spring', 'Été', '山', '😀', 'a', 'B'];
const STATUSES = ['approved', 'approved', 'approved', 'pending', 'refunded', 'fraud'];

/**
 * A history in which an email, a claimed click and a visitor belong to one customer each, with times
 * that like the edges of the days in `edges`.
 */
export function randomHistory(random: Random, edges: Date[]): History {
  const history: History = { customers: [], clicks: [], conversions: [] };
  const time = (): string => {
    const offset = random.pick([-1, 0, 1, 3_600_000, -3_600_000, random.integer(86_400_000)]);
    return new Date(random.pick(edges).getTime() + offset).toISOString();
  };
  for (let i = 0; i < 15; i += 1) {
    const externalId = `user_${String(i)}`;
    const email = `user.${String(i)}@example.com`;
    const visitorId = `visitor_${String(i)}`;
    const own = Array.from({ length: random.integer(4) }, (_, n): ClickItem => ({
      type: 'click',
      clickId: `click_${String(i)}_${String(n)}`,
      linkId: random.pick(['l-1', 'l-2']),
      ...(random.chance(60) && { campaignId: random.pick(NAMES) }),
      ...(random.chance(60) && { source: random.pick(NAMES) }),
      ...(random.chance(60) && { visitorId }),
      occurredAt: time(),
    }));
    history.clicks.push(...own);
    const claimed = own.length > 0 && random.chance(50) ? random.pick(own).clickId : undefined;
    if (random.chance(80)) {
      history.customers.push({
        type: 'customer',
        externalId,
        ...(random.chance(60) && { email }),
        ...(claimed !== undefined && { clickId: claimed }),
        createdAt: time(),
      });
    }
    for (let n = random.integer(5); n > 0; n -= 1) {
      const clickId = own.length > 0 ? random.pick(own).clickId : 'click_of_nobody';
      const identity = random.pick([{ externalId }, { email }, { clickId }, { email, clickId }]);
      history.conversions.push({
        type: random.pick(['lead', 'sale', 'sale', 'custom'] as const),
        ...identity,
        eventName: 'Event',
        orderId: `order_${String(i)}_${String(n)}`,
        status: random.pick(STATUSES),
        occurredAt: time(),
      });
    }
  }
  for (const conversion of history.conversions) {
    if (conversion.type === 'sale') conversion.amount = random.integer(10_000);
  }
  return history;
}
