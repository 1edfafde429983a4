import { errorIn } from '../support/answers.js';
import { aClick, aCustom, aLead, aSale, unique } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';
import {
  amount,
  country,
  currency,
  email,
  eventTime,
  metadata,
  optional,
  required,
  status,
  text,
  type FieldValues,
} from '../support/values.js';

interface Route {
  /** A new valid body, without the field under test. */
  body: () => Record<string, unknown>;
  fields: Record<string, FieldValues>;
  method?: 'PATCH';
}

const name = text(255);
const longText = text(2_048);
const identity = {
  externalId: optional(name),
  email: optional(email),
  clickId: optional(name),
  name: optional(name),
  avatar: optional(longText),
  country: optional(country),
};
const event = {
  ...identity,
  orderId: optional(name),
  status: optional(status),
  occurredAt: optional(eventTime),
  metadata: optional(metadata),
};
const profile = { ...identity, metadata: optional(metadata) };
// An email names somebody when the externalId is under test, and nobody else does.
const somebody = (): { email: string; externalId: string } => ({
  email: `${unique()}@example.com`,
  externalId: unique(),
});

const ROUTES: Record<string, Route> = {
  '/customers': {
    body: () => ({ externalId: unique() }),
    fields: { ...profile, externalId: required(name), createdAt: optional(eventTime) },
  },
  '/customers/ext_patched': {
    method: 'PATCH',
    body: () => ({}),
    fields: { ...profile, externalId: { good: ['patched'], bad: [...name.bad, null] } },
  },
  '/track/click': {
    body: () => aClick(),
    fields: {
      clickId: required(name),
      linkId: required(name),
      campaignId: optional(name),
      source: optional(name),
      medium: optional(name),
      referrer: optional(longText),
      country: optional(country),
      visitorId: optional(name),
      occurredAt: optional(eventTime),
    },
  },
  '/track/lead': {
    body: () => aLead({ ...somebody(), orderId: undefined }),
    fields: { ...event, eventName: optional(name) },
  },
  '/track/sale': {
    body: () =>
      aSale({
        ...somebody(),
        amount: 999_999_999_999,
        orderId: undefined,
        occurredAt: '1970-01-01T00:00:00Z',
      }),
    fields: {
      ...event,
      eventName: optional(name),
      amount: required(amount),
      currency: optional(currency),
      refundedAmount: optional(amount),
      // A time needs a refund: only its faults are tried.
      refundedAt: { good: [null], bad: eventTime.bad },
    },
  },
  '/track/custom': {
    body: () => aCustom({ ...somebody(), orderId: undefined }),
    fields: { ...event, eventName: required(name) },
  },
  '/track/refund': {
    body: () => ({ orderId: 'refundable' }),
    fields: {
      orderId: { good: [], bad: required(name).bad },
      refundedAmount: { good: [0, null], bad: amount.bad },
      refundedAt: { good: [null], bad: eventTime.bad },
    },
  },
};

const CASES = Object.entries(ROUTES).flatMap(([path, route]) =>
  Object.entries(route.fields).map(([field, values]) => [path, field, route, values] as const),
);

describe('a field of a body', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
    await client.post('/customers', { externalId: 'patched' });
    await client.post('/track/sale', aSale({ externalId: 'patched', orderId: 'refundable' }));
  });

  afterAll(async () => {
    await app.stop();
  });

  const send = (path: string, route: Route, field: string, value: unknown): Promise<Answer> =>
    client.call(route.method ?? 'POST', path, { body: { ...route.body(), [field]: value } });

  it.each(CASES)('%s: %s takes and refuses what it should', async (path, field, route, values) => {
    const wrong: string[] = [];
    for (const value of values.bad) {
      const answer = await send(path, route, field, value);
      const { details = [], code } = answer.status < 300 ? { code: 'none' } : errorIn(answer);
      const isNamed = details.some((detail) => detail.path.split('.')[0] === field);
      const says = details.every(({ message }) => message !== '');
      if (answer.status !== 400 || code !== 'VALIDATION_ERROR' || !isNamed || !says) {
        wrong.push(`${JSON.stringify(value).slice(0, 60)} got ${answer.text.slice(0, 200)}`);
      }
    }
    for (const value of values.good) {
      const answer = await send(path, route, field, value);
      if (answer.status >= 300) {
        wrong.push(`${JSON.stringify(value).slice(0, 60)} got ${answer.text.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(ROUTES))('that is unknown is refused: %s', async (path, route) => {
    for (const field of ['unknown', 'constructor', 'toString', 'hasOwnProperty', '', 'id']) {
      const answer = await send(path, route, field, 'x');
      expect([field, answer.status, errorIn(answer).details?.[0]?.path]).toEqual([
        field,
        400,
        field,
      ]);
    }
  });

  it('comes back as it was given', async () => {
    const given = {
      externalId: `${'😀'.repeat(250)}/%?#`,
      name: "Robert'); drop table customers;--",
      metadata: { constructor: 'a', toString: 'b', '': 'c', n: 1.5, '1': true },
    };
    const { status: created } = await client.post('/customers', given);
    expect(created).toBe(201);
    const read = await client.get(`/customers/ext_${encodeURIComponent(given.externalId)}`);
    expect(read.body).toMatchObject({ data: given });
    const double = { externalId: 'ext_ext_a%2Fb' };
    await client.post('/customers', double);
    const again = await client.get(`/customers/ext_${encodeURIComponent('ext_ext_a%2Fb')}`);
    expect(again.body).toMatchObject({ data: double });
  });

  it('that is a time ahead is stored as now', async () => {
    const occurredAt = new Date(Date.now() + 4 * 60_000).toISOString();
    const before = Date.now();
    const { body } = (await client.post(
      '/track/lead',
      aLead({ externalId: unique(), occurredAt }),
    )) as { body: { data: { occurredAt: string } } };
    const stored = Date.parse(body.data.occurredAt);
    expect(stored).toBeGreaterThanOrEqual(before);
    expect(stored).toBeLessThanOrEqual(Date.now());
  });

  it('that is missing with others lists every fault', async () => {
    const answer = await client.post('/track/sale', { amount: -1, currency: 'XXQ', status: 'x' });
    expect(
      errorIn(answer)
        .details?.map(({ path }) => path)
        .sort(),
    ).toEqual(['amount', 'currency', 'status']);
  });
});
