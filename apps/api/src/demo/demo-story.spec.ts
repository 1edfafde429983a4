import type { DemoEvent } from './demo-event.js';
import { DAY } from './demo-event.js';
import { demoStory } from './demo-story.js';

const END = new Date('2026-03-04T10:20:30.400Z');
const story = demoStory(END);
const of = (type: DemoEvent['type']): DemoEvent[] =>
  story.events.filter((event) => event.type === type);

const timeOf = (event: DemoEvent): number =>
  Date.parse(String(event['occurredAt'] ?? event['createdAt'] ?? event['refundedAt']));

describe('demoStory', () => {
  it('tells the same story again for the same end', () => {
    expect(demoStory(END)).toEqual(story);
  });

  it('has some thousand customers and about twenty thousand events', () => {
    const customers = new Set(story.events.flatMap(({ externalId }) => externalId ?? []));
    expect(customers.size).toBeGreaterThan(2_000);
    expect(story.events.length).toBeGreaterThan(15_000);
    expect(story.events.length).toBeLessThan(25_000);
  });

  it('goes forward in time and ends in time', () => {
    const times = story.events.map(timeOf);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual(END.getTime());
  });

  it('names every click and every conversion once, so that it can be told again', () => {
    const ids = story.events
      .filter(({ type }) => type !== 'customer')
      .map(
        ({ type, clickId, orderId }) => `${type} ${String(type === 'click' ? clickId : orderId)}`,
      );
    expect(ids.filter((id) => id.endsWith('undefined'))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives every customer an address of their own', () => {
    const owners = new Map<unknown, Set<unknown>>();
    for (const { email, externalId } of story.events) {
      if (email) owners.set(email, (owners.get(email) ?? new Set()).add(externalId));
    }
    expect([...owners.values()].filter((ids) => ids.size > 1)).toEqual([]);
    expect(
      [...owners.keys()].every((email) => /^[a-z]+[a-z.]*\d*@example\.com$/.test(String(email))),
    ).toBe(true);
  });

  it('refunds more than one sale in twenty, some of them in part', () => {
    const amounts = new Map(of('sale').map(({ orderId, amount }) => [orderId, amount as number]));
    const refunds = of('refund');
    expect(refunds.length / amounts.size).toBeGreaterThan(0.05);
    const isFull = ({ orderId, refundedAmount }: DemoEvent): boolean =>
      refundedAmount === amounts.get(orderId);
    expect(refunds.filter(isFull).length).toBeGreaterThan(50);
    expect(refunds.filter((refund) => !isFull(refund)).length).toBeGreaterThan(50);
  });

  it('sells in two currencies, with a rate on or before every day', () => {
    expect(new Set(of('sale').map(({ currency }) => currency))).toEqual(new Set(['EUR', 'USD']));
    const firstSale = new Date(Math.min(...of('sale').map(timeOf))).toISOString().slice(0, 10);
    expect((story.rates[0]?.day ?? '') < firstSale).toBe(true);
    expect(story.rates.every(({ rate }) => /^1\.\d{4}$|^0\.9\d{3}$/.test(rate))).toBe(true);
  });

  it('has sales of every status that a sale can come with', () => {
    expect(new Set(of('sale').map(({ status }) => status))).toEqual(
      new Set([undefined, 'pending', 'rejected', 'fraud']),
    );
  });

  it.each([
    '2026-03-01T00:00:00.000Z',
    '2026-03-02T00:00:07.000Z',
    '2024-02-29T23:59:59.999Z',
    '2026-12-31T12:00:00.000Z',
  ])('has somebody new on every day up to %s', (end) => {
    const firstSeen = new Map<unknown, number>();
    const ends = new Date(end);
    for (const event of demoStory(ends).events) {
      const { externalId } = event;
      if (externalId && !firstSeen.has(externalId)) firstSeen.set(externalId, timeOf(event));
    }
    const days = new Set([...firstSeen.values()].map((at) => Math.floor(at / DAY)));
    const start = Math.floor(Date.UTC(ends.getUTCFullYear(), ends.getUTCMonth() - 18, 1) / DAY);
    const last = Math.floor(ends.getTime() / DAY);
    expect(days.size).toBe(last - start + 1);
  });
});
