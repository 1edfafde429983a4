import { Temporal } from 'temporal-polyfill';
import type { ClickItem, ConversionItem, History } from './random-history.js';

/** A customer as SPEC sections 5 and 6 define it, from its whole history at once. */
export interface ModelCustomer {
  externalId: string;
  firstSeenAt: number;
  firstTouch: ClickItem | null;
  conversions: ConversionItem[];
  counting: ConversionItem[];
  leads: number;
  ltv: number;
}

const timeOf = ({ occurredAt }: { occurredAt: string }): number => Date.parse(occurredAt);

interface Known {
  email: string | undefined;
  createdAt: number;
  claims: Set<string>;
  conversions: ConversionItem[];
}

/** Written from the contract, not from the code: no order of arrival, no folding, no SQL. */
export function modelOf({ customers, clicks, conversions }: History): ModelCustomer[] {
  const known = new Map<string, Known>();
  const knownOf = (externalId: string, at: number): Known => {
    const found = known.get(externalId) ?? {
      email: undefined,
      createdAt: at,
      claims: new Set(),
      conversions: [],
    };
    found.createdAt = Math.min(found.createdAt, at);
    known.set(externalId, found);
    return found;
  };
  for (const { externalId, email, clickId, createdAt } of customers) {
    const customer = knownOf(externalId, Date.parse(createdAt));
    customer.email = email;
    if (clickId) customer.claims.add(clickId);
  }

  const touchesOf = ({ claims }: Known): ClickItem[] => {
    const visitors = clicks.filter(({ clickId }) => claims.has(clickId)).map((c) => c.visitorId);
    return clicks.filter(
      ({ clickId, visitorId }) =>
        claims.has(clickId) || (visitorId !== undefined && visitors.includes(visitorId)),
    );
  };
  const resolve = ({ externalId, email, clickId }: ConversionItem): Known | undefined => {
    const all = [...known.values()];
    return (
      (externalId === undefined ? undefined : known.get(externalId)) ??
      (email === undefined ? undefined : all.find((customer) => customer.email === email)) ??
      all.find((customer) => touchesOf(customer).some((click) => click.clickId === clickId))
    );
  };

  for (const conversion of conversions) {
    if (conversion.externalId) knownOf(conversion.externalId, timeOf(conversion));
  }
  let waiting = conversions;
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    waiting = waiting.filter((conversion) => {
      const customer = resolve(conversion);
      if (!customer) return true;
      customer.conversions.push(conversion);
      customer.email ??= conversion.email;
      if (conversion.clickId) customer.claims.add(conversion.clickId);
      return false;
    });
  }
  return [...known].map(([externalId, customer]) =>
    project(externalId, customer, touchesOf(customer)),
  );
}

function project(externalId: string, customer: Known, touches: ClickItem[]): ModelCustomer {
  const { conversions, createdAt } = customer;
  const [firstTouch] = touches.sort(
    (a, b) => timeOf(a) - timeOf(b) || (a.clickId < b.clickId ? -1 : 1),
  );
  const firstConversion = Math.min(...conversions.map(timeOf));
  const approved = conversions.filter(({ status }) => status === 'approved');
  const counting = approved.filter(({ type }) => type === 'sale');
  return {
    externalId,
    firstSeenAt: Math.min(createdAt, firstConversion, ...touches.map(timeOf)),
    firstTouch: firstTouch && firstConversion >= timeOf(firstTouch) ? firstTouch : null,
    conversions,
    counting,
    leads: approved.filter(({ type }) => type === 'lead').length,
    ltv: counting.reduce((sum, { amount = 0 }) => sum + amount, 0),
  };
}

const localDay = (at: number, timezone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate();

export const weekOf = (at: number, timezone: string): string => {
  const day = localDay(at, timezone);
  return `${String(day.yearOfWeek)}-W${String(day.weekOfYear).padStart(2, '0')}`;
};

export const monthOf = (at: number, timezone: string): string =>
  localDay(at, timezone).toPlainYearMonth().toString();

/** How many calendar months after the month of `from` that of `to` is. */
export const monthsFrom = (from: number, to: number, timezone: string): number =>
  localDay(from, timezone)
    .toPlainYearMonth()
    .until(localDay(to, timezone).toPlainYearMonth(), { largestUnit: 'months' }).months;

/** How many ISO weeks after the week of `from` that of `to` is. */
export function weeksFrom(from: number, to: number, timezone: string): number {
  const monday = (at: number): Temporal.PlainDate => {
    const day = localDay(at, timezone);
    return day.subtract({ days: day.dayOfWeek - 1 });
  };
  return monday(from).until(monday(to), { largestUnit: 'days' }).days / 7;
}
