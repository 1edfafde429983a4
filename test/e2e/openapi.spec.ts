import { ExchangeRates, parseRates } from '@app/platform';
import {
  conversionIn,
  conversionsIn,
  errorIn,
  paginationIn,
  resultsIn,
} from '../support/answers.js';
import { call, examplesOf, operationNamed, operations, seen } from '../support/documented-calls.js';
import { expectDocumentedBody } from '../support/openapi.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

const NOT_PROVOKED = [
  // A failure of the database becomes the results of its items.
  'track.batch 500',
  // These two need a process that fails at what it does not do.
  'health.live 500',
  'health.live 503',
  'health.ready 500',
  'health.ready 503',
];

type Documented = (typeof operations)[number];

const isKeyed = ({ operation }: Documented): boolean => operation['x-access'] !== undefined;
const isAnalytics = ({ operation }: Documented): boolean => operation.tags.includes('analytics');
const takesBody = ({ method }: Documented): boolean => method !== 'get';
const isRepeatable = ({ method }: Documented): boolean => method === 'post' || method === 'patch';
const codeOf = (answer: Answer): string => errorIn(answer).code;

describe('the answers of every route are as docs/openapi.json says', () => {
  let app: TestApp;
  let client: Client;
  let conversionId: string;

  beforeAll(async () => {
    app = await TestApp.start({ RATE_LIMIT_PRO: '1', WRONG_KEYS_PER_MINUTE: '0' });
    await app.nest.get(ExchangeRates).store(parseRates('Date,USD\n2020-01-01,1.1\n'));
    client = await app.workspace();
    for (const id of ['customers.upsert', 'track.click', 'track.sale']) {
      expect((await call(client, operationNamed(id))).status).toBe(201);
    }
    const sale = { externalId: 'user_42', amount: 4_200, orderId: 'o-9' };
    conversionId = conversionIn(await client.post('/track/sale', sale)).id;
  });

  afterAll(() => app.stop());

  it('when nothing is wrong', async () => {
    for (const wanted of operations.filter(({ method }) => method !== 'delete')) {
      const id = wanted.path.startsWith('/conversions') ? conversionId : 'ext_user_42';
      for (const body of wanted.operation.requestBody ? examplesOf(wanted) : [undefined]) {
        const answer = await call(client, wanted, body ? { id, body } : { id });
        expect([200, 201, 409]).toContain(answer.status);
      }
    }
  });

  it('when a record is new', async () => {
    for (const id of ['track.click', 'track.lead', 'track.sale', 'track.custom']) {
      const { path } = operationNamed(id);
      const body = { ...examplesOf(operationNamed(id))[0], clickId: 'clk_2', orderId: 'o-2' };
      const { orderId: _, ...click } = body;
      const sent = path === '/track/click' ? click : body;
      for (const status of [201, 200]) {
        expect(await call(client, operationNamed(id), { body: sent })).toMatchObject({ status });
      }
    }
  });

  it('for conversions of every kind and status, and lists in pages', async () => {
    const list = operationNamed('conversions.list');
    await call(client, operationNamed('track.lead'), { body: { clickId: 'nobody-has-it' } });
    for (const query of ['?type=lead', '?type=sale', '?type=custom', '?stitched=false']) {
      expect(conversionsIn(await call(client, list, { query }))).not.toHaveLength(0);
    }
    for (const id of ['conversions.list', 'customers.list']) {
      await client.post('/customers', { externalId: 'another' });
      const { nextCursor } = paginationIn(
        await call(client, operationNamed(id), { query: '?limit=1' }),
      );
      await call(client, operationNamed(id), { query: `?limit=1&cursor=${String(nextCursor)}` });
    }
  });

  it('for every form of the analytics', async () => {
    for (const group of ['week', 'month', 'campaign', 'source']) {
      const query = `?group_by=${group}${group === 'week' ? '&periods=3' : ''}`;
      await call(client, operationNamed('customers.cohorts'), { query });
    }
    for (const group of ['month', 'campaign', 'source']) {
      const query = `?group_by=${group}&months=3`;
      await call(client, operationNamed('customers.ltvCohorts'), { query });
    }
    const journey = operationNamed('customers.journey');
    for (const query of ['?limit=1', '?summary=true']) {
      await call(client, journey, { id: 'ext_user_42', query });
    }
  });

  it('when the caller has the answer already (304)', async () => {
    for (const wanted of operations.filter(isAnalytics)) {
      const { headers } = await call(client, wanted, { id: 'ext_user_42' });
      // Without the second header, fetch itself would ask for a fresh answer.
      const known = { 'if-none-match': headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
      const answer = await call(client, wanted, { id: 'ext_user_42', headers: known });
      expect(answer.status).toBe(304);
    }
  });

  it('when a parameter is unknown (400)', async () => {
    for (const wanted of operations) {
      expect((await call(client, wanted, { query: '?nope=1' })).status).toBe(400);
    }
  });

  it('when a body has an unknown field, which the document refuses as well (400)', async () => {
    for (const wanted of operations.filter(({ operation }) => operation.requestBody)) {
      for (const example of examplesOf(wanted)) {
        expectDocumentedBody(wanted.method, wanted.path, example);
        const body = { ...example, nope: 1 };
        expectDocumentedBody(wanted.method, wanted.path, body, false);
        expect((await call(client, wanted, { body })).status).toBe(400);
      }
    }
  });

  it('when items of a batch are refused (200)', async () => {
    const events = [
      { type: 'sale', externalId: 'user_42', amount: -1 },
      { type: 'sale', externalId: 'user_42', amount: 1, currency: 'XAF' },
      { type: 'refund', orderId: 'none' },
      { type: 'lead', externalId: 'user_42', nope: 1 },
      { type: 'nothing' },
      null,
    ];
    const results = resultsIn(
      await call(client, operationNamed('track.batch'), { body: { events } }),
    );
    expect(results.map(({ status }) => status)).toEqual(events.map(() => 'error'));
    for (const event of events.filter((_, i) => i !== 1 && i !== 2)) {
      expectDocumentedBody('POST', '/track/batch', { events: [event] }, false);
    }
  });

  it('when the key is missing or wrong (401)', async () => {
    for (const wanted of operations.filter(isKeyed)) {
      expect(codeOf(await call(client, wanted, { key: '' }))).toBe('UNAUTHORIZED');
      expect(codeOf(await call(client, wanted, { key: 'guess' }))).toBe('INVALID_API_KEY');
    }
  });

  it('when the plan or the key does not allow it (403)', async () => {
    const starter = await app.workspace({ plan: 'starter' });
    const events = await app.client(client.workspace, ['events:create']);
    const links = await app.client(client.workspace, ['links:read']);
    for (const wanted of operations.filter(isKeyed)) {
      // The starter's rate is 20 a second, about the number of the routes.
      const refused = await call(starter, wanted);
      if (refused.status !== 429) expect(codeOf(refused)).toBe('FEATURE_NOT_AVAILABLE');
      const lacking = wanted.operation['x-access']?.scope === 'events:create' ? links : events;
      expect(codeOf(await call(lacking, wanted))).toBe('FORBIDDEN');
    }
  });

  it('when there is no such record (404)', async () => {
    for (const wanted of operations.filter(({ path }) => path.includes('{id}'))) {
      expect((await call(client, wanted)).status).toBe(404);
    }
    const refund = operationNamed('track.refund');
    expect((await call(client, refund, { body: { orderId: 'none' } })).status).toBe(404);
  });

  it('when it would break a rule (409, 422)', async () => {
    const update = operationNamed('customers.update');
    const body = { externalId: 'another' };
    expect(codeOf(await call(client, update, { id: 'ext_user_42', body }))).toBe(
      'DUPLICATE_EXTERNAL_ID',
    );
    const change = operationNamed('conversions.update');
    await client.patch(`/conversions/${conversionId}`, { status: 'fraud' });
    const status = { status: 'pending' };
    expect(codeOf(await call(client, change, { id: conversionId, body: status }))).toBe(
      'INVALID_STATUS_TRANSITION',
    );
    const refund = { orderId: 'o-1', refundedAmount: 4_000 };
    const answer = await call(client, operationNamed('track.refund'), { body: refund });
    expect(codeOf(answer)).toBe('INVALID_STATUS_TRANSITION');
    const sale = { externalId: 'user_42', amount: 1, currency: 'XAF' };
    const refused = await call(client, operationNamed('track.sale'), { body: sale });
    expect(codeOf(refused)).toBe('UNSUPPORTED_CURRENCY');
  });

  it('when a key is used for another request (409)', async () => {
    const headers = { 'idempotency-key': 'used' };
    await client.post('/customers', { externalId: 'user_43' }, { headers });
    for (const wanted of operations.filter(isRepeatable)) {
      const id = wanted.path.startsWith('/conversions') ? conversionId : 'ext_user_42';
      expect(codeOf(await call(client, wanted, { id, headers }))).toBe('IDEMPOTENCY_CONFLICT');
    }
  });

  it('when a repeat comes after the deletion of its customer (404)', async () => {
    const caller = await app.workspace();
    const sale = { externalId: 'user_42', clickId: 'clk_1', amount: 4_200, orderId: 'o-9' };
    const conversion = conversionIn(await caller.post('/track/sale', sale)).id;
    const repeat = (wanted: Documented): Promise<Answer> => {
      const id = wanted.path.startsWith('/conversions') ? conversion : 'ext_user_42';
      const refund = wanted.path.endsWith('/refund') && {
        body: { orderId: 'o-9', refundedAmount: 1 },
      };
      const headers = { 'idempotency-key': wanted.operation.operationId };
      return call(caller, wanted, { id, headers, ...refund });
    };
    for (const wanted of operations.filter(isRepeatable)) await repeat(wanted);
    await caller.delete('/customers/ext_user_42');
    for (const wanted of operations.filter(isRepeatable)) {
      const answer = await repeat(wanted);
      expect([wanted.path, answer.status]).toEqual([wanted.path, 404]);
    }
  });

  it('when the body is too large or no JSON (413, 415)', async () => {
    for (const wanted of operations.filter(takesBody)) {
      const size = (wanted.path === '/track/batch' ? 5 : 1) * 1024 * 1024 + 1;
      expect((await call(client, wanted, { raw: Buffer.alloc(size, ' ') })).status).toBe(413);
      const headers = { 'content-type': 'text/plain' };
      expect((await call(client, wanted, { raw: 'text', headers })).status).toBe(415);
    }
  });

  it('when requests come too fast (429)', async () => {
    const pro = await app.workspace({ plan: 'pro' });
    for (const wanted of operations.filter(isKeyed)) {
      let answer = await call(pro, wanted);
      for (let i = 0; i < 20 && answer.status !== 429; i += 1) answer = await call(pro, wanted);
      expect(answer.status).toBe(429);
    }
  });

  it('when a customer is deleted (200)', async () => {
    const wanted = operationNamed('customers.delete');
    expect((await call(client, wanted, { id: 'ext_user_42' })).status).toBe(200);
  });

  it('when the database is too slow, and when it fails (503, 500)', async () => {
    const broken = await TestApp.start({ DATABASE_TIMEOUT_MS: '500', ANALYTICS_TIMEOUT_MS: '500' });
    try {
      const caller = await broken.workspace();
      await caller.post('/customers', { externalId: 'user_42' });
      const id = 'ext_user_42';
      const lock = broken.dataSource.createQueryRunner();
      await lock.startTransaction();
      const tables = 'customers, clicks, conversions, cohort_cells';
      await lock.query(`lock table ${tables} in access exclusive mode`);
      const slow = operations.filter(isKeyed).map((wanted) => call(caller, wanted, { id }));
      expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(slow.map(() => 503));
      await lock.query(`drop table ${tables} cascade`);
      await lock.commitTransaction();
      await lock.release();
      for (const wanted of operations.filter(isKeyed)) {
        const isBatch = wanted.path === '/track/batch';
        // Its items fail one by one, each with a result of its own.
        expect((await call(caller, wanted, { id })).status).toBe(isBatch ? 200 : 500);
      }
    } finally {
      await broken.stop();
    }
  });

  it('for every status that is documented and can be provoked', () => {
    const promised = operations.flatMap(({ operation }) =>
      Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`),
    );
    expect(promised.filter((answer) => !seen.has(answer))).toEqual(NOT_PROVOKED);
  });
});
