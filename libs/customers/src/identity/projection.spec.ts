import fc from 'fast-check';
import {
  derivedOf,
  foldConversion,
  foldMove,
  foldTouch,
  nothingHappened,
  type ConversionFact,
  type Projection,
  type TouchFact,
} from './projection.js';

// Few distinct times, so that ties and equal instants come up all the time.
const instant = fc.integer({ min: 0, max: 20 }).map((day) => new Date(day * 86_400_000));

// A click is from one place, however often it comes.
const touch: fc.Arbitrary<TouchFact> = fc
  .record({ clickId: fc.constantFrom('a', 'b', 'B', 'ä', '😀', '\uffff'), occurredAt: instant })
  .map((click) => ({
    ...click,
    campaignId: click.clickId === 'a' ? null : `campaign of ${click.clickId}`,
    source: click.clickId === 'b' ? null : `source of ${click.clickId}`,
  }));

const conversion: fc.Arbitrary<ConversionFact> = fc
  .record({
    type: fc.constantFrom('lead', 'sale', 'custom'),
    status: fc.constantFrom('pending', 'approved', 'refunded', 'rejected', 'fraud'),
    occurredAt: instant,
    amount: fc.integer({ min: 0, max: 1_000 }),
    refunded: fc.integer({ min: 0, max: 1_000 }),
  })
  .map(({ amount, refunded, ...fact }) => ({
    ...fact,
    reportingAmount: fact.type === 'sale' ? amount : null,
    reportingRefunded: fact.type === 'sale' ? Math.min(amount, refunded) : null,
  }));

type Event = { touch: TouchFact } | { conversion: ConversionFact };

const event: fc.Arbitrary<Event> = fc.oneof(fc.record({ touch }), fc.record({ conversion }));

function project(createdAt: Date, events: Event[]): Projection {
  const projection = nothingHappened(createdAt);
  for (const one of events) {
    if ('touch' in one) foldTouch(projection, one.touch);
    else foldConversion(projection, one.conversion);
  }
  return projection;
}

/** SPEC section 6, word for word and without any folding. */
function byDefinition(createdAt: Date, events: Event[]): object {
  const touches = events.flatMap((one) => ('touch' in one ? [one.touch] : []));
  const conversions = events.flatMap((one) => ('conversion' in one ? [one.conversion] : []));
  const times = (facts: { occurredAt: Date }[]): number[] =>
    facts.map(({ occurredAt }) => occurredAt.getTime()).sort((a, b) => a - b);
  const [firstTouch] = [...touches].sort(
    (a, b) =>
      a.occurredAt.getTime() - b.occurredAt.getTime() ||
      Buffer.compare(Buffer.from(a.clickId), Buffer.from(b.clickId)),
  );
  const firstConversion = times(conversions)[0];
  const all = times([...touches, ...conversions]);
  const counting = conversions.filter(
    ({ type, status }) => type === 'sale' && status === 'approved',
  );
  const hadConverted =
    firstTouch &&
    firstConversion !== undefined &&
    firstConversion < firstTouch.occurredAt.getTime();
  return {
    leads: conversions.filter(({ type, status }) => type === 'lead' && status === 'approved')
      .length,
    sales: counting.length,
    ltv: counting.reduce(
      (sum, sale) => sum + (sale.reportingAmount ?? 0) - (sale.reportingRefunded ?? 0),
      0,
    ),
    firstSeenAt: Math.min(createdAt.getTime(), ...all),
    lastActivityAt: all.at(-1) ?? null,
    firstTouchClickId: hadConverted ? null : (firstTouch?.clickId ?? null),
  };
}

const wireOf = (projection: Projection): object => ({
  leads: projection.leads,
  sales: projection.sales,
  ltv: projection.ltv,
  firstSeenAt: derivedOf(projection).firstSeenAt.getTime(),
  lastActivityAt: projection.lastActivityAt?.getTime() ?? null,
  firstTouchClickId: derivedOf(projection).firstTouchClickId,
});

describe('the projection', () => {
  it('is what the contract defines, for any events', () => {
    fc.assert(
      fc.property(instant, fc.array(event, { maxLength: 12 }), (createdAt, events) => {
        expect(wireOf(project(createdAt, events))).toEqual(byDefinition(createdAt, events));
      }),
    );
  });

  it('is the same in whatever order the events come', () => {
    const shuffledTwice = fc
      .array(event, { maxLength: 12 })
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        ),
      );
    fc.assert(
      fc.property(instant, shuffledTwice, (createdAt, [events, shuffled]) => {
        expect(project(createdAt, shuffled)).toEqual(project(createdAt, events));
      }),
    );
  });

  it('follows moves as if each conversion had come with its last status', () => {
    const moves = fc.array(fc.tuple(conversion, conversion), { maxLength: 8 });
    fc.assert(
      fc.property(instant, moves, (createdAt, pairs) => {
        const moved = project(
          createdAt,
          pairs.map(([before]) => ({ conversion: before })),
        );
        const last = pairs.map(([before, after]): [ConversionFact, ConversionFact] => [
          before,
          { ...after, type: before.type, occurredAt: before.occurredAt },
        ]);
        for (const [before, after] of last) foldMove(moved, before, after);
        const direct = project(
          createdAt,
          last.map(([, after]) => ({ conversion: after })),
        );
        expect(moved).toEqual(direct);
      }),
    );
  });

  it('takes a touch at the very time of the first conversion for what brought the customer', () => {
    const at = new Date(0);
    const projection = nothingHappened(at);
    foldTouch(projection, { clickId: 'c', campaignId: null, source: null, occurredAt: at });
    foldConversion(projection, {
      type: 'lead',
      status: 'rejected',
      occurredAt: at,
      reportingAmount: null,
      reportingRefunded: null,
    });
    expect(derivedOf(projection).firstTouchClickId).toBe('c');
  });

  it('refuses a sum that a JSON number cannot hold', () => {
    const projection = { ...nothingHappened(new Date(0)), ltv: Number.MAX_SAFE_INTEGER };
    const sale: ConversionFact = {
      type: 'sale',
      status: 'approved',
      occurredAt: new Date(0),
      reportingAmount: 1,
      reportingRefunded: 0,
    };
    expect(() => {
      foldConversion(projection, sale);
    }).toThrow('2^53');
    expect(projection.sales).toBe(0);
  });
});
