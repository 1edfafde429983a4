import type { ModelConversion, ModelCustomer, ModelWorkspace } from './model-workspace.js';

const countsAsSale = ({ type, status }: ModelConversion): boolean =>
  type === 'sale' && status === 'approved';

const netOf = (conversion: ModelConversion): number =>
  countsAsSale(conversion) ? conversion.amount - conversion.refunded : 0;

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

const toWire = (time: number): string => new Date(time).toISOString();

/** What SPEC section 6 says that a customer shows. */
export function customerView(
  { conversions }: ModelWorkspace,
  customer: ModelCustomer,
): Record<string, unknown> {
  const own = conversions.filter((each) => each.customer === customer);
  const [earliest] = [...customer.touches].sort(
    (a, b) => a.occurredAt - b.occurredAt || (a.clickId < b.clickId ? -1 : 1),
  );
  const touchTimes = [...customer.touches].map(({ occurredAt }) => occurredAt);
  const times = own.map(({ occurredAt }) => occurredAt);
  const firstConversion = Math.min(...times);
  const latest = Math.max(...touchTimes, ...times);
  return {
    externalId: customer.externalId,
    email: customer.email,
    name: customer.name,
    createdAt: toWire(customer.createdAt),
    firstSeenAt: toWire(Math.min(customer.createdAt, ...touchTimes, ...times)),
    lastActivityAt: Number.isFinite(latest) ? toWire(latest) : null,
    firstTouch: earliest && firstConversion >= earliest.occurredAt ? earliest.clickId : null,
    leads: own.filter(({ type, status }) => type === 'lead' && status === 'approved').length,
    sales: own.filter(countsAsSale).length,
    ltv: sum(own.map(netOf)),
  };
}

/** What it shows of a conversion; whose it is, by name, or that it is a deleted customer's. */
export const conversionView = (conversion: ModelConversion): Record<string, unknown> => ({
  type: conversion.type,
  orderId: conversion.orderId,
  eventName: conversion.eventName,
  status: conversion.status,
  refundedAmount: conversion.type === 'sale' ? conversion.refunded : null,
  reportingNet: conversion.type === 'sale' ? netOf(conversion) : null,
  customer: conversion.customer?.isDeleted ? 'deleted' : (conversion.customer?.externalId ?? null),
});

/** Deleted customers are worth here what they were. */
export function totalsView({ customers, conversions }: ModelWorkspace): Record<string, number> {
  const stitched = conversions.filter(({ customer }) => customer);
  const having = (is: (conversion: ModelConversion) => boolean): number =>
    new Set(stitched.filter(is).map(({ customer }) => customer)).size;
  return {
    customers: customers.length,
    customersWithLeads: having(({ type, status }) => type === 'lead' && status === 'approved'),
    convertedCustomers: having(countsAsSale),
    sales: stitched.filter(countsAsSale).length,
    revenue: sum(stitched.map(netOf)),
  };
}
