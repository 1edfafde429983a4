import { MAX_MONTH_AGE, MAX_WEEK_AGE } from '@app/analytics';
import {
  firstDayOfMonth,
  firstDayOfWeek,
  monthNumberOf,
  weekNumberOf,
  type DayNumber,
  type LocalCalendar,
  type Transaction,
} from '@app/platform';
import { BUYING_AROUND, BUYING_OF_CUSTOMERS, type BuyingSpan } from './buying.store.js';
import { boughtNothing, type Buying } from './contribution.js';

/** How a write changed what a customer bought on a day. */
export interface SaleMove {
  day: DayNumber;
  /** Counting sales more, or less. */
  sales: number;
  /** Net more, or less. */
  revenue: number;
}

/** A customer, and days that say which part of its sales matters. */
export interface Asked {
  customerId: string;
  days: DayNumber[];
}

/** What is left of a `Buying` when moves come on top that take no sale away. */
export function withMoves(before: Buying, moves: readonly SaleMove[]): Buying {
  const months = monthsOf(before, moves);
  const salesByWeek = new Map<number, number>();
  const salesByMonth = new Map<number, number>();
  for (const { day, sales } of moves) {
    add(salesByWeek, weekNumberOf(day), sales);
    add(salesByMonth, monthNumberOf(day), sales);
  }
  const weeks = new Set(before.weeks);
  for (const [week, sales] of salesByWeek) if (sales > 0) weeks.add(week);
  let { firstMonth } = before;
  for (const [month, sales] of salesByMonth) {
    if (sales <= 0) continue;
    months.set(month, { isActive: true, revenue: months.get(month)?.revenue ?? 0 });
    firstMonth = Math.min(firstMonth ?? month, month);
  }
  return { weeks, months, firstMonth };
}

/** The months of a `Buying` that is known as it is now, with the revenue that moves brought to them. */
export const withRevenue = (now: Buying, moves: readonly SaleMove[]): Buying => ({
  ...now,
  months: monthsOf(now, moves),
});

function monthsOf({ months }: Buying, moves: readonly SaleMove[]): Buying['months'] {
  const result = new Map(months);
  for (const { day, revenue } of moves) {
    const month = monthNumberOf(day);
    const known = result.get(month) ?? { isActive: false, revenue: 0 };
    result.set(month, { ...known, revenue: known.revenue + revenue });
  }
  return result;
}

const add = (sums: Map<number, number>, key: number, value: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + value);
};

/** What each customer has bought in the weeks and months of the days, without any revenue. */
export async function buyingAround(
  transaction: Transaction,
  workspaceId: string,
  calendar: LocalCalendar,
  asked: readonly Asked[],
): Promise<Buying[]> {
  const places = asked.flatMap(({ customerId, days }, place) =>
    [...new Set(days)].map((day) => ({
      place,
      customerId,
      week: weekNumberOf(day),
      month: monthNumberOf(day),
    })),
  );
  const buyings = asked.map(boughtNothing);
  if (places.length === 0) return buyings;
  const rows = await transaction.rows(BUYING_AROUND, [
    workspaceId,
    places.map(({ customerId }) => customerId),
    places.map(({ week }) => calendar.startOf(firstDayOfWeek(week))),
    places.map(({ week }) => calendar.startOf(firstDayOfWeek(week + 1))),
    places.map(({ month }) => calendar.startOf(firstDayOfMonth(month))),
    places.map(({ month }) => calendar.startOf(firstDayOfMonth(month + 1))),
  ]);
  places.forEach(({ place, week, month }, i) => {
    const buying = buyings[place];
    const row = rows[i];
    if (!buying || !row) throw new Error('Every question has an answer');
    if (row.inWeek) buying.weeks.add(week);
    if (row.inMonth) buying.months.set(month, { isActive: true, revenue: 0 });
    buying.firstMonth = row.firstAt && monthNumberOf(calendar.dayOf(row.firstAt));
  });
  return buyings;
}

/** All that a customer has bought in the ages that can be asked for, by week and by month. */
export class WholeBuying {
  private readonly weeks = new Map<number, number>();
  private readonly months = new Map<number, { sales: number; revenue: number }>();

  add(week: number, month: number, sales: number, revenue: number): void {
    add(this.weeks, week, sales);
    const known = this.months.get(month) ?? { sales: 0, revenue: 0 };
    this.months.set(month, {
      sales: known.sales + sales,
      revenue: known.revenue + revenue,
    });
  }

  now(): Buying {
    const active = [...this.months].filter(([, { sales }]) => sales > 0);
    return {
      weeks: new Set([...this.weeks].flatMap(([week, sales]) => (sales > 0 ? [week] : []))),
      months: new Map(active.map(([month, { revenue }]) => [month, { isActive: true, revenue }])),
      firstMonth: active.length > 0 ? Math.min(...active.map(([month]) => month)) : null,
    };
  }

  after(moves: readonly SaleMove[]): Buying {
    for (const { day, sales, revenue } of moves) {
      this.add(weekNumberOf(day), monthNumberOf(day), sales, revenue);
    }
    return this.now();
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** What each customer has bought since the first of its days, as far as ages are asked for. */
export async function wholeBuying(
  transaction: Transaction,
  workspaceId: string,
  calendar: LocalCalendar,
  asked: readonly Asked[],
): Promise<WholeBuying[]> {
  if (asked.length === 0) return [];
  const days = asked.flatMap((one) => one.days);
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  // Behind the oldest age there is one period more: all later sales fall into it.
  const weeks = range(weekNumberOf(first), weekNumberOf(last) + MAX_WEEK_AGE + 1);
  const months = range(monthNumberOf(first), monthNumberOf(last) + MAX_MONTH_AGE + 1);
  const rows = await transaction.rows(BUYING_OF_CUSTOMERS, [
    workspaceId,
    asked.map(({ customerId }) => customerId),
    weeks.map((week) => calendar.startOf(firstDayOfWeek(week))),
    months.map((month) => calendar.startOf(firstDayOfMonth(month))),
  ]);
  const byCustomer = new Map<string, BuyingSpan[]>();
  for (const row of rows) {
    const spans = byCustomer.get(row.customerId);
    if (spans) spans.push(row);
    else byCustomer.set(row.customerId, [row]);
  }
  return asked.map(({ customerId }) => {
    const whole = new WholeBuying();
    for (const { week, month, sales, revenue } of byCustomer.get(customerId) ?? []) {
      whole.add(weeks[week - 1] ?? 0, months[month - 1] ?? 0, sales, revenue);
    }
    return whole;
  });
}
