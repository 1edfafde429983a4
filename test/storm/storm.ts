import { conversionIn } from '../support/answers.js';
import { Random } from '../support/random-history.js';
import type { Answer, Client } from '../support/start-app.js';

const WRITERS = 16;
const READERS = 3;

const CUSTOMERS = 200;
const VISITORS = 80;
const CLICKS = 600;
const ORDERS = 1_500;
const STATUSES = ['pending', 'approved', 'approved', 'refunded', 'rejected', 'fraud'];
const NAMES = ['spring', 'summer', 'Été', '山', ''];

const QUESTIONS = [
  '/customers/cohorts?group_by=week&periods=26',
  '/customers/cohorts?group_by=month&periods=6',
  '/customers/cohorts?group_by=campaign',
  '/customers/cohorts?group_by=source&start=2025-03-05&end=2026-01-20',
  '/customers/ltv-cohorts?months=24',
  '/customers/ltv-cohorts?months=12&group_by=campaign&asOf=2026-03-17',
  '/customers/count',
  '/customers?sortBy=ltv',
  '/conversions?status=approved',
];

type Body = Record<string, unknown>;

/** Random writers and readers on one workspace, few of everything, so that they meet all the time. */
export class Storm {
  /** What was answered, by status. */
  readonly statuses = new Map<number, number>();
  private answered = 0;
  private readonly conversionIds: string[] = [];

  constructor(
    private readonly client: Client,
    private readonly seed: number,
  ) {}

  /** Blows for so long, and for so many answers, with `nemesis` called again and again beside it. */
  async run(ms: number, answers: number, nemesis: () => Promise<void>): Promise<void> {
    const end = performance.now() + ms;
    const isOver = (): boolean => performance.now() >= end && this.answered >= answers;
    const writer = async (place: number): Promise<void> => {
      const random = new Random(this.seed + place * 7_919);
      while (!isOver()) this.note(await this.write(random));
    };
    const reader = async (place: number): Promise<void> => {
      const random = new Random(this.seed + 104_729 + place);
      while (!isOver()) {
        const headers = { 'cache-control': 'no-cache' };
        this.note(await this.client.get(random.pick(QUESTIONS), { headers }));
      }
    };
    const trouble = async (): Promise<void> => {
      while (!isOver()) await nemesis();
    };
    await Promise.all([
      ...Array.from({ length: WRITERS }, (_, place) => writer(place)),
      ...Array.from({ length: READERS }, (_, place) => reader(place)),
      trouble(),
    ]);
  }

  private note({ status, text }: Answer): void {
    this.answered += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status >= 500 && status !== 503) throw new Error(text);
  }

  private async write(random: Random): Promise<Answer> {
    const { client } = this;
    const ref = `ext_user_${String(random.integer(CUSTOMERS))}`;
    switch (random.integer(20)) {
      case 0:
        return client.delete(`/customers/${ref}`);
      case 1:
        return client.post(`/customers/${ref}/recalculate-ltv`);
      case 2:
        return client.patch(`/customers/${ref}`, profile(random));
      case 3:
      case 4:
        return client.patch(`/conversions/${this.conversion(random)}`, move(random));
      case 5:
        return client.post('/track/refund', refund(random));
      case 6:
        return client.post('/track/batch', {
          events: Array.from({ length: 1 + random.integer(40) }, () => item(random)),
        });
      default: {
        const { type, ...body } = item(random);
        const path = type === 'customer' ? '/customers' : `/track/${String(type)}`;
        const answer = await client.post(path, body);
        const isNew = answer.status === 201 && type !== 'customer' && type !== 'click';
        if (isNew) this.conversionIds.push(conversionIn(answer).id);
        return answer;
      }
    }
  }

  private conversion(random: Random): string {
    return this.conversionIds.length > 0 ? random.pick(this.conversionIds) : 'con_none';
  }
}

/** Some time of two years, at an edge of a day now and then. */
function time(random: Random): string {
  const day = Date.UTC(2024, 10, 1) + random.integer(730) * 86_400_000;
  return new Date(day + random.pick([0, -1, random.integer(86_400_000)])).toISOString();
}

const emailOf = (random: Random): string => `user${String(random.integer(CUSTOMERS))}@example.com`;
const clickOf = (random: Random): string => `click_${String(random.integer(CLICKS))}`;

function profile(random: Random): Body {
  return {
    ...(random.chance(40) && { email: emailOf(random) }),
    ...(random.chance(30) && { clickId: clickOf(random) }),
    ...(random.chance(20) && { name: random.pick(['Ada', 'Grace', 'Łukasz']) }),
  };
}

function customer(random: Random): Body {
  return {
    externalId: `user_${String(random.integer(CUSTOMERS))}`,
    ...profile(random),
    ...(random.chance(50) && { createdAt: time(random) }),
  };
}

function identity(random: Random): Body {
  const externalId = `user_${String(random.integer(CUSTOMERS))}`;
  return random.pick<Body>([
    { externalId },
    { externalId, clickId: clickOf(random) },
    { email: emailOf(random) },
    { clickId: clickOf(random) },
  ]);
}

function click(random: Random): Body {
  const campaignId = random.pick(NAMES);
  const source = random.pick(NAMES);
  return {
    clickId: clickOf(random),
    linkId: `link_${String(random.integer(5))}`,
    ...(campaignId && { campaignId }),
    ...(source && { source }),
    ...(random.chance(60) && { visitorId: `visitor_${String(random.integer(VISITORS))}` }),
    occurredAt: time(random),
  };
}

function conversion(random: Random, type: 'lead' | 'sale' | 'custom'): Body {
  return {
    ...identity(random),
    eventName: 'Event',
    ...(random.chance(80) && { orderId: `order_${String(random.integer(ORDERS))}` }),
    ...(type === 'sale' && { amount: random.integer(10_000) }),
    status: random.pick(STATUSES),
    occurredAt: time(random),
  };
}

const refund = (random: Random): Body => ({
  orderId: `order_${String(random.integer(ORDERS))}`,
  ...(random.chance(70) && { refundedAmount: random.integer(10_000) }),
});

const move = (random: Random): Body =>
  random.chance(30)
    ? { refundedAmount: random.integer(10_000) }
    : { status: random.pick(STATUSES) };

function item(random: Random): Body {
  const type = random.pick([
    'customer',
    'click',
    'click',
    'lead',
    'sale',
    'sale',
    'sale',
    'custom',
  ]);
  switch (type) {
    case 'customer':
      return { type, ...customer(random) };
    case 'click':
      return { type, ...click(random) };
    case 'lead':
    case 'sale':
    case 'custom':
      return { type, ...conversion(random, type) };
    default:
      throw new Error(type);
  }
}
