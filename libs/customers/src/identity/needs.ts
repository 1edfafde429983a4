import { parseCustomerRef } from '../customer-ref.js';

/** The order by which a conversion is stored once: a custom's by its event name, others by type. */
export type OrderKey =
  | { type: 'lead' | 'sale'; orderId: string }
  | { type: 'custom'; eventName: string; orderId: string };

/**
 * What a write names, so that it can be looked up for all writes of a transaction at once. What is
 * left out is found all the same, in a statement of its own.
 */
export interface Needs {
  externalIds?: string[];
  customerIds?: string[];
  /** Emails that somebody is looked for by. */
  emails?: string[];
  /** Emails that a customer may get: conversions may wait for them. */
  newEmails?: string[];
  clickIds?: string[];
  /** Clicks that somebody is looked for by. */
  touchedClickIds?: string[];
  visitorKeys?: string[];
  orders?: OrderKey[];
  conversionIds?: string[];
}

/** What it takes to find the customer of a route's `:id`. */
export function needsOfRef(ref: string): Needs {
  const parsed = parseCustomerRef(ref);
  if (!parsed) return {};
  return 'id' in parsed ? { customerIds: [parsed.id] } : { externalIds: [parsed.externalId] };
}

/** Who did something, as the caller says it. */
export interface Identity {
  externalId?: string | null;
  email?: string | null;
  clickId?: string | null;
  name?: string | null;
  avatar?: string | null;
  country?: string | null;
}

/** What it takes to find or fill the customer of an identity. */
export function needsOf({ externalId, email, clickId }: Identity): Needs {
  return {
    ...(externalId && { externalIds: [externalId] }),
    ...(email && (externalId ? { newEmails: [email] } : { emails: [email], newEmails: [email] })),
    ...(clickId && { clickIds: [clickId] }),
    ...(clickId && !externalId && { touchedClickIds: [clickId] }),
  };
}

/** The needs of several writes together, each named once. */
export function allNeeds(needs: readonly Needs[]): Required<Needs> {
  const unique = <T>(lists: (T[] | undefined)[]): T[] => [
    ...new Set(lists.flatMap((list) => list ?? [])),
  ];
  return {
    externalIds: unique(needs.map((need) => need.externalIds)),
    customerIds: unique(needs.map((need) => need.customerIds)),
    emails: unique(needs.map((need) => need.emails)),
    newEmails: unique(needs.map((need) => need.newEmails)),
    clickIds: unique(needs.map((need) => need.clickIds)),
    touchedClickIds: unique(needs.map((need) => need.touchedClickIds)),
    visitorKeys: unique(needs.map((need) => need.visitorKeys)),
    orders: needs.flatMap(({ orders }) => orders ?? []),
    conversionIds: unique(needs.map((need) => need.conversionIds)),
  };
}
