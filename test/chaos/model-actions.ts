import fc from 'fast-check';
import type { Client } from '../support/start-app.js';
import type { Identity, ModelConversion, ModelWorkspace, Status } from './model-workspace.js';

type Body = Record<string, unknown>;

/** One thing that a caller does, and what the contract says it comes to. */
export type Action =
  | { kind: 'customer'; externalId: string; createdAt: number; change: Change }
  | { kind: 'patch'; externalId: string; wanted?: string; change: Change }
  | { kind: 'delete'; externalId: string }
  | { kind: 'recalculate'; externalId: string }
  | { kind: 'click'; clickId: string; visitorId?: string; occurredAt: number }
  | ({ kind: 'lead' | 'sale' | 'custom'; status: Status; amount: number } & Identity & Place)
  | { kind: 'refund'; orderId: string; refundedAmount?: number }
  | { kind: 'move'; type: 'lead' | 'sale'; orderId: string; status: Status }
  | { kind: 'batch'; items: Action[] };

interface Change {
  email?: string | null;
  name?: string;
  clickId?: string;
}

interface Place {
  orderId: string;
  occurredAt: number;
}

const time = fc.integer({ min: 0, max: 40 }).map((hours) => Date.UTC(2026, 0, 1, hours));
const externalId = fc.constantFrom('u0', 'u1', 'u2');
const email = fc.constantFrom('e0@x.org', 'e1@x.org', 'e2@x.org');
const clickId = fc.constantFrom('k0', 'k1', 'k2', 'k3');
const visitorId = fc.constantFrom('v0', 'v1');
const orderId = fc.constantFrom('o0', 'o1', 'o2', 'o3');
const status = fc.constantFrom<Status>('approved', 'approved', 'pending', 'refunded', 'fraud');
const amount = fc.integer({ min: 1, max: 5 });

const some = { requiredKeys: [] };
const change = fc.record(
  { email: fc.option(email), name: fc.constantFrom('Ada', 'Bo'), clickId },
  some,
) as fc.Arbitrary<Change>;

const identity = fc.oneof(
  fc.record({ externalId, email, clickId }, { requiredKeys: ['externalId'] }),
  fc.record({ email }),
  fc.record({ clickId }),
) as fc.Arbitrary<Identity>;

const conversion = fc
  .record({
    kind: fc.constantFrom('lead', 'sale', 'sale', 'custom'),
    status,
    amount,
    orderId,
    occurredAt: time,
    who: identity,
  })
  .map(({ who, ...rest }) => ({ ...rest, ...who }));

/** What a batch may hold. */
const items = [
  fc.record({ kind: fc.constant('customer'), externalId, createdAt: time, change }),
  fc.record(
    { kind: fc.constant('click'), clickId, visitorId, occurredAt: time },
    { requiredKeys: ['kind', 'clickId', 'occurredAt'] },
  ),
  conversion,
  fc.record(
    { kind: fc.constant('refund'), orderId, refundedAmount: amount },
    { requiredKeys: ['kind', 'orderId'] },
  ),
];

export const actions = [
  ...items,
  conversion,
  fc.record(
    { kind: fc.constant('patch'), externalId, wanted: externalId, change },
    { requiredKeys: ['kind', 'externalId', 'change'] },
  ),
  fc.record({ kind: fc.constant('delete'), externalId }),
  fc.record({ kind: fc.constant('recalculate'), externalId }),
  fc.record({ kind: fc.constant('move'), type: fc.constantFrom('lead', 'sale'), orderId, status }),
  fc.record({
    kind: fc.constant('batch'),
    items: fc.array(fc.oneof(...items), { minLength: 1, maxLength: 5 }),
  }),
] as fc.Arbitrary<Action>[];

const wire = (at: number): string => new Date(at).toISOString();

/** The body of an action that a batch may hold, too. */
function bodyOf(action: Action): Body {
  switch (action.kind) {
    case 'customer': {
      const { externalId: name, createdAt, change: changes } = action;
      return { externalId: name, createdAt: wire(createdAt), ...changes };
    }
    case 'click': {
      const { kind: _kind, occurredAt, ...click } = action;
      return { ...click, linkId: 'l', occurredAt: wire(occurredAt) };
    }
    case 'lead':
    case 'sale':
    case 'custom': {
      const { kind, occurredAt, amount: price, ...rest } = action;
      const own = kind === 'sale' ? { amount: price } : {};
      return { ...rest, ...own, eventName: 'Event', occurredAt: wire(occurredAt) };
    }
    case 'refund': {
      const { kind: _kind, ...refund } = action;
      return refund;
    }
    default:
      throw new Error(action.kind);
  }
}

/** Does it to the service; answers the status, and for a batch those of its items. */
export async function act(client: Client, action: Action): Promise<unknown> {
  switch (action.kind) {
    case 'patch': {
      const { externalId: name, wanted, change: changes } = action;
      const body = { ...changes, ...(wanted !== undefined && { externalId: wanted }) };
      return (await client.patch(`/customers/ext_${name}`, body)).status;
    }
    case 'delete':
      return (await client.delete(`/customers/ext_${action.externalId}`)).status;
    case 'recalculate': {
      const path = `/customers/ext_${action.externalId}/recalculate-ltv`;
      const answer = await client.post(path);
      const { data } = answer.body as { data?: { ltv: number; previousLtv: number } };
      return data ? [answer.status, data.ltv, data.previousLtv] : [answer.status];
    }
    case 'move': {
      const { type, orderId: order, status: wanted } = action;
      const answer = await client.get(`/conversions?type=${type}&orderId=${order}`);
      const [found] = (answer.body as { data: { id: string }[] }).data;
      return (await client.patch(`/conversions/${found?.id ?? 'con_none'}`, { status: wanted }))
        .status;
    }
    case 'batch': {
      const events = action.items.map((item) => ({ type: item.kind, ...bodyOf(item) }));
      const answer = await client.post('/track/batch', { events });
      const { results } = (answer.body as { data: { results: { status: string }[] } }).data;
      return results.map(({ status: each }) => each);
    }
    default: {
      const path = action.kind === 'customer' ? '/customers' : `/track/${action.kind}`;
      return (await client.post(path, bodyOf(action))).status;
    }
  }
}

/** Does it to the model; answers what the service has to. */
export function expected(model: ModelWorkspace, action: Action, ltvOf: LtvOf): unknown {
  switch (action.kind) {
    case 'customer': {
      const isNew = !model.live(action.externalId);
      model.change(model.customerSince(action.externalId, action.createdAt), action.change);
      return isNew ? 201 : 200;
    }
    case 'patch':
      return patch(model, action);
    case 'delete': {
      const customer = model.live(action.externalId);
      if (customer) model.delete(customer);
      return customer ? 200 : 404;
    }
    case 'recalculate': {
      const ltv = ltvOf(action.externalId);
      return ltv === undefined ? [404] : [200, ltv, ltv];
    }
    case 'click': {
      const { clickId: name, visitorId: visitor, occurredAt } = action;
      return model.click({ clickId: name, visitorId: visitor, occurredAt }) ? 201 : 200;
    }
    case 'refund': {
      const sale = model.conversions.find(
        ({ type, orderId: order }) => type === 'sale' && order === action.orderId,
      );
      return model.refund(sale, action.refundedAmount);
    }
    case 'move': {
      const found = model.conversions.find(
        ({ type, orderId: order }) => type === action.type && order === action.orderId,
      );
      return found ? model.move(found, action.status) : 404;
    }
    case 'batch':
      return action.items.map((item) => resultOf(item, expected(model, item, ltvOf)));
    default:
      return convert(model, action);
  }
}

export type LtvOf = (externalId: string) => number | undefined;

function patch(model: ModelWorkspace, action: Extract<Action, { kind: 'patch' }>): number {
  const customer = model.live(action.externalId);
  if (!customer) return 404;
  const { wanted = action.externalId } = action;
  if (wanted !== action.externalId && model.live(wanted)) return 409;
  customer.externalId = wanted;
  model.change(customer, action.change);
  return 200;
}

function convert(
  model: ModelWorkspace,
  action: Extract<Action, { kind: 'lead' | 'sale' | 'custom' }>,
): number {
  const { kind: type, status: given, amount: price, ...rest } = action;
  const conversion: ModelConversion = {
    type,
    eventName: 'Event',
    status: given,
    amount: type === 'sale' ? price : 0,
    refunded: type === 'sale' && given === 'refunded' ? price : 0,
    customer: undefined,
    ...rest,
  };
  if (model.stored(conversion)) return 200;
  model.convert(conversion);
  return 201;
}

/** How a batch says it. */
function resultOf({ kind }: Action, status: unknown): string {
  if (Number(status) >= 400) return 'error';
  if (status === 201) return 'created';
  return kind === 'customer' || kind === 'refund' ? 'updated' : 'duplicate';
}
