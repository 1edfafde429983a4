import type { Call } from './start-app.js';

/** How a route is called rightly, wrongly, and for a record that is not there. */
export interface SampleCall {
  body?: object;
  /** The same route with something that it refuses. */
  invalid: { query?: string; call?: Call };
}

const badBody = { call: { body: { nonsense: true } } };
const badQuery = { query: '?nonsense=true' };

/** A sample of each route, by method and pattern. */
export const SAMPLE_CALLS: Record<string, SampleCall> = {
  'GET /customers': { invalid: badQuery },
  'GET /customers/count': { invalid: badQuery },
  'GET /customers/export': { invalid: badQuery },
  'GET /conversions/export': { invalid: badQuery },
  'GET /clicks/export': { invalid: badQuery },
  'GET /customers/cohorts': { invalid: { query: '?group_by=campaign&periods=3' } },
  'GET /customers/ltv-cohorts': { invalid: { query: '?asOf=9999-12-31' } },
  'GET /customers/:id': { invalid: badQuery },
  'GET /customers/:id/journey': { invalid: { query: '?start=2026-03-02&end=2026-03-01' } },
  'GET /customers/:id/attribution': { invalid: badQuery },
  'POST /customers': { body: { externalId: 'a' }, invalid: badBody },
  'PATCH /customers/:id': { body: { name: 'A' }, invalid: badBody },
  'DELETE /customers/:id': { invalid: badBody },
  'POST /customers/:id/recalculate-ltv': { invalid: badBody },
  'POST /track/click': { body: { clickId: 'c', linkId: 'l' }, invalid: badBody },
  'POST /track/lead': { body: { externalId: 'a', orderId: 'l' }, invalid: badBody },
  'POST /track/sale': { body: { externalId: 'a', amount: 1, orderId: 's' }, invalid: badBody },
  'POST /track/refund': { body: { orderId: 's', refundedAmount: 0 }, invalid: badBody },
  'POST /track/custom': { body: { externalId: 'a', eventName: 'x' }, invalid: badBody },
  'POST /track/batch': {
    body: { events: [{ type: 'customer', externalId: 'a' }] },
    invalid: badBody,
  },
  'GET /conversions': { invalid: badQuery },
  'GET /conversions/:id': { invalid: badQuery },
  'PATCH /conversions/:id': {
    body: { status: 'approved' },
    invalid: { call: { body: { status: 'approved', refundedAmount: 1 } } },
  },
};

/** A route's path with its `:id` filled in. */
export const pathOf = (route: string, id: string): string =>
  (route.split(' ')[1] ?? '').replace(':id', encodeURIComponent(id));

export const methodOf = (route: string): string => route.split(' ')[0] ?? '';
