import type { Client } from '../support/start-app.js';

/** A command as a caller sends it, to what `prepare` has made. */
export interface SentCommand {
  /** As in docs/openapi.json. */
  path: string;
  method: 'POST' | 'PATCH' | 'DELETE';
  id?: 'ext_ada' | 'the sale';
  body?: object;
}

/** What every command finds: a customer with touches and events, and much that waits. */
const EVENTS = [
  { type: 'click', clickId: 'k1', linkId: 'l', visitorId: 'v', occurredAt: '2026-01-01T00:00:00Z' },
  { type: 'click', clickId: 'k2', linkId: 'l', visitorId: 'v', occurredAt: '2026-01-02T00:00:00Z' },
  {
    type: 'customer',
    externalId: 'ada',
    email: 'ada@example.com',
    clickId: 'k1',
    createdAt: '2026-01-03T00:00:00Z',
  },
  sale('o1', { externalId: 'ada' }),
  sale('o2', { externalId: 'ada' }),
  sale('o3', { email: 'new@example.com' }),
  sale('o4', { clickId: 'k9' }),
];

function sale(orderId: string, identity: object): object {
  return { type: 'sale', orderId, amount: 700, occurredAt: '2026-01-04T00:00:00Z', ...identity };
}

export async function prepare(client: Client): Promise<{ saleId: string }> {
  const answer = await client.post('/track/batch', { events: EVENTS });
  const { results } = (answer.body as { data: { results: { id: string }[] } }).data;
  return { saleId: results[3]?.id ?? '' };
}

const when = { occurredAt: '2026-01-05T00:00:00Z' };

/** All that writes; each does something, and to more than one table. */
export const COMMANDS: Record<string, SentCommand> = {
  upsert: {
    method: 'POST',
    path: '/customers',
    body: {
      externalId: 'new',
      email: 'new@example.com',
      clickId: 'k9',
      createdAt: '2026-01-03T00:00:00Z',
    },
  },
  update: {
    method: 'PATCH',
    path: '/customers/{id}',
    id: 'ext_ada',
    body: { name: 'Ada', email: 'new@example.com', clickId: 'k9' },
  },
  delete: { method: 'DELETE', path: '/customers/{id}', id: 'ext_ada' },
  recalculate: { method: 'POST', path: '/customers/{id}/recalculate-ltv', id: 'ext_ada' },
  click: {
    method: 'POST',
    path: '/track/click',
    body: { clickId: 'k3', linkId: 'l', visitorId: 'v', ...when },
  },
  lead: {
    method: 'POST',
    path: '/track/lead',
    body: { externalId: 'ada', orderId: 'l1', ...when },
  },
  sale: {
    method: 'POST',
    path: '/track/sale',
    body: { externalId: 'ada', orderId: 'o9', amount: 5, clickId: 'k2', ...when },
  },
  custom: {
    method: 'POST',
    path: '/track/custom',
    body: { email: 'ada@example.com', eventName: 'Demo', orderId: 'd1', ...when },
  },
  refund: {
    method: 'POST',
    path: '/track/refund',
    body: { orderId: 'o1', refundedAmount: 300, refundedAt: '2026-01-06T00:00:00Z' },
  },
  batch: {
    method: 'POST',
    path: '/track/batch',
    body: {
      events: [
        sale('o10', { externalId: 'new' }),
        { type: 'click', clickId: 'k4', linkId: 'l', visitorId: 'v', ...when },
        { type: 'refund', orderId: 'o2', refundedAt: '2026-01-06T00:00:00Z' },
        { type: 'lead', email: 'ada@example.com', orderId: 'l2', ...when },
      ],
    },
  },
  'update conversion': {
    method: 'PATCH',
    path: '/conversions/{id}',
    id: 'the sale',
    body: { status: 'fraud' },
  },
};
