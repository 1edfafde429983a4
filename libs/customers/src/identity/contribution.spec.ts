import { MAX_MONTH_AGE, MAX_WEEK_AGE, type NewCohortDelta } from '@app/analytics';
import { monthNumberOf, weekNumberOf } from '@app/platform';
import fc from 'fast-check';
import { WholeBuying, withMoves, withRevenue, type SaleMove } from './buying.js';
import { Contributions, boughtNothing, type Buying, type Standing } from './contribution.js';

const FIRST_DAY = 18_000;

interface Sale {
  day: number;
  net: number;
}

interface Customer {
  firstSeenDay: number;
  campaignId: string;
  isLive: boolean;
  hasLeads: boolean;
  sales: Sale[];
}

// Few days, so that weeks and months are shared; some far ones, that no question asks for.
const day = fc.oneof(fc.integer({ min: 0, max: 70 }), fc.constantFrom(182, 183, 500, 1_200));

const customer: fc.Arbitrary<Customer> = fc.record({
  firstSeenDay: fc.integer({ min: 0, max: 20 }).map((offset) => FIRST_DAY - offset),
  campaignId: fc.constantFrom('', 'spring'),
  isLive: fc.boolean(),
  hasLeads: fc.boolean(),
  sales: fc.array(
    fc.record({
      day: day.map((offset) => FIRST_DAY + offset),
      net: fc.integer({ min: 0, max: 99 }),
    }),
    { maxLength: 6 },
  ),
});

const standingOf = ({ sales, ...rest }: Customer): Standing => ({
  ...rest,
  source: 'mail',
  sales: sales.length,
  ltv: sales.reduce((sum, { net }) => sum + net, 0),
});

function wholeOf({ sales }: Customer): WholeBuying {
  const whole = new WholeBuying();
  for (const { day: at, net } of sales) whole.add(weekNumberOf(at), monthNumberOf(at), 1, net);
  return whole;
}

/** What rollups hold of some customers, cell by cell, counted one customer after the other. */
function cellsOf(customers: Customer[]): Map<string, number> {
  const cells = new Map<string, number>();
  const add = (name: string, value: number): void => {
    const sum = (cells.get(name) ?? 0) + value;
    if (sum === 0) cells.delete(name);
    else cells.set(name, sum);
  };
  for (const one of customers) {
    const cohort = `${String(one.firstSeenDay)} ${one.campaignId}`;
    const { isLive, hasLeads, sales, ltv } = standingOf(one);
    add(`${cohort} customers`, 1);
    add(`${cohort} live`, isLive ? 1 : 0);
    add(`${cohort} withLeads`, hasLeads ? 1 : 0);
    add(`${cohort} converted`, sales > 0 ? 1 : 0);
    add(`${cohort} sales`, sales);
    add(`${cohort} revenue`, ltv);
    const weekAges = new Set(
      one.sales.map((sale) => weekNumberOf(sale.day) - weekNumberOf(one.firstSeenDay)),
    );
    for (const age of weekAges) if (age <= MAX_WEEK_AGE) add(`${cohort} week ${String(age)}`, 1);
    const monthAge = (sale: Sale): number =>
      monthNumberOf(sale.day) - monthNumberOf(one.firstSeenDay);
    for (const age of new Set(one.sales.map(monthAge))) {
      if (age <= MAX_MONTH_AGE) add(`${cohort} month ${String(age)}`, 1);
    }
    for (const sale of one.sales) {
      if (monthAge(sale) <= MAX_MONTH_AGE) {
        add(`${cohort} spent ${String(monthAge(sale))}`, sale.net);
      }
    }
    const firstAge = Math.min(...one.sales.map(monthAge));
    if (firstAge <= MAX_MONTH_AGE) add(`${cohort} new ${String(firstAge)}`, 1);
  }
  return cells;
}

function addDeltas(cells: Map<string, number>, deltas: NewCohortDelta[]): Map<string, number> {
  const sums = new Map(cells);
  const add = (name: string, value: number): void => {
    const sum = (sums.get(name) ?? 0) + value;
    if (sum === 0) sums.delete(name);
    else sums.set(name, sum);
  };
  for (const delta of deltas) {
    const at = Date.parse(`${delta.firstSeenDay}T00:00:00Z`) / 86_400_000;
    const cohort = `${String(at)} ${delta.campaignId}`;
    for (const name of [
      'customers',
      'live',
      'withLeads',
      'converted',
      'sales',
      'revenue',
    ] as const) {
      add(`${cohort} ${name}`, delta[name]);
    }
    if (delta.weekAge === null) expect(delta.activeWeeks).toBe(0);
    else add(`${cohort} week ${String(delta.weekAge)}`, delta.activeWeeks);
    if (delta.monthAge === null) {
      expect([delta.activeMonths, delta.newBuyers]).toEqual([0, 0]);
      continue;
    }
    add(`${cohort} month ${String(delta.monthAge)}`, delta.activeMonths);
    add(`${cohort} spent ${String(delta.monthAge)}`, delta.revenue);
    add(`${cohort} new ${String(delta.monthAge)}`, delta.newBuyers);
  }
  return sums;
}

/** What the database says of the weeks and months of some days. */
function around(customer: Customer, moves: SaleMove[]): Buying {
  const whole = wholeOf(customer).now();
  const weeks = new Set(moves.map((move) => weekNumberOf(move.day)));
  const months = new Set(moves.map((move) => monthNumberOf(move.day)));
  return {
    weeks: new Set([...whole.weeks].filter((week) => weeks.has(week))),
    months: new Map(
      [...whole.months.keys()]
        .filter((month) => months.has(month))
        .map((month) => [month, { isActive: true, revenue: 0 }]),
    ),
    firstMonth: whole.firstMonth,
  };
}

describe('Contributions', () => {
  it('take a customer from any state to any other', () => {
    fc.assert(
      fc.property(customer, customer, (before, after) => {
        const contributions = new Contributions();
        contributions.subtract(standingOf(before), wholeOf(before).now());
        contributions.add(standingOf(after), wholeOf(after).now());
        expect(addDeltas(cellsOf([before]), contributions.deltas())).toEqual(cellsOf([after]));
      }),
    );
  });

  it('need only the weeks and months in which a customer’s sales have changed', () => {
    const change = fc.record({
      before: customer,
      added: fc.array(
        fc.record({ day: day.map((at) => FIRST_DAY + at), net: fc.integer({ min: 0, max: 99 }) }),
        { maxLength: 3 },
      ),
      removed: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(change, ({ before, added, removed }) => {
        const gone = before.sales.slice(0, removed);
        const after = { ...before, sales: [...before.sales.slice(removed), ...added] };
        const moves = [
          ...added.map((sale) => ({ day: sale.day, sales: 1, revenue: sale.net })),
          ...gone.map((sale) => ({ day: sale.day, sales: -1, revenue: -sale.net })),
        ];
        const boughtBefore = around(before, moves);
        const contributions = new Contributions();
        contributions.subtract(standingOf(before), boughtBefore);
        contributions.add(
          standingOf(after),
          gone.length > 0
            ? withRevenue(around(after, moves), moves)
            : withMoves(boughtBefore, moves),
        );
        expect(addDeltas(cellsOf([before]), contributions.deltas())).toEqual(cellsOf([after]));
      }),
    );
  });

  it('make one row of a new customer, and one of a sale', () => {
    const standing = standingOf({
      firstSeenDay: FIRST_DAY,
      campaignId: 'spring',
      isLive: true,
      hasLeads: false,
      sales: [],
    });
    const created = new Contributions();
    created.add(standing, boughtNothing());
    expect(created.deltas()).toHaveLength(1);

    const sold = new Contributions();
    sold.subtract(standing, boughtNothing());
    const moves = [{ day: FIRST_DAY + 40, sales: 1, revenue: 500 }];
    sold.add({ ...standing, sales: 1, ltv: 500 }, withMoves(boughtNothing(), moves));
    expect(sold.deltas()).toEqual([
      expect.objectContaining({
        customers: 0,
        converted: 1,
        sales: 1,
        revenue: 500,
        activeWeeks: 1,
        activeMonths: 1,
        newBuyers: 1,
      }),
    ]);
  });

  it('say nothing of a customer that stays what it was', () => {
    fc.assert(
      fc.property(customer, (one) => {
        const contributions = new Contributions();
        contributions.subtract(standingOf(one), wholeOf(one).now());
        contributions.add(standingOf(one), wholeOf(one).now());
        expect(contributions.deltas()).toEqual([]);
      }),
    );
  });
});
