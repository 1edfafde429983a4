import { CustomersClient } from '../../libs/sdk/src/index.js';
import {
  answers,
  breaksOff,
  fails,
  FickleServer,
  hangs,
  resets,
  says,
  type Behaviour,
} from '../support/fickle-server.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('a call that fails in a way that may pass', () => {
  let server: FickleServer;
  let customers: CustomersClient;

  beforeAll(async () => {
    server = await FickleServer.start();
    customers = new CustomersClient({ apiKey: 'ck_1', baseUrl: server.url });
  });

  afterAll(() => server.stop());

  const stored = answers({ id: 'cus_1' });
  const upsert = (): Promise<unknown> => customers.upsert({ externalId: 'user_42', name: 'Ada' });

  it.each<[string, Behaviour]>([
    ['a 503', fails(503, 'SERVICE_UNAVAILABLE')],
    ['a 500', fails(500, 'INTERNAL_ERROR')],
    ['a 429', fails(429, 'RATE_LIMITED', { 'retry-after': '1' })],
    ['a 429 until a date', fails(429, 'RATE_LIMITED', { 'retry-after': new Date().toUTCString() })],
    ["a proxy's 502", says(502, '<h1>Bad gateway</h1>')],
    ['a reset connection', resets],
    ['an answer that breaks off', breaksOff],
    ['a first attempt that still runs', fails(409, 'IDEMPOTENCY_CONFLICT', { 'retry-after': '1' })],
  ])('is repeated after %s, with the same key and body', async (_failure, behaviour) => {
    server.will(behaviour, stored);
    await expect(upsert()).resolves.toEqual({ id: 'cus_1' });
    const [first, second] = server.arrivals;
    expect(server.arrivals).toHaveLength(2);
    expect(first?.headers['idempotency-key']).toMatch(UUID);
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
    expect(second?.body).toBe(first?.body);
    expect(JSON.parse(first?.body ?? '')).toEqual({ externalId: 'user_42', name: 'Ada' });
  });

  it('is repeated when no answer comes in time', async () => {
    server.will(hangs, stored);
    await customers.update('cus_1', { name: 'Ada' }, { timeoutMs: 200 });
    const [first, second] = server.headers('idempotency-key');
    expect(first).toMatch(UUID);
    expect(second).toBe(first);
  });

  it('has another key than the call before it', async () => {
    server.will(stored);
    await upsert();
    await upsert();
    const [first, second] = server.headers('idempotency-key');
    expect(second).not.toBe(first);
  });

  it('takes the key that it is given', async () => {
    server.will(fails(503, 'SERVICE_UNAVAILABLE'), answers({ id: 'con_1' }));
    await customers.track.sale({ email: 'a@b', amount: 1 }, { idempotencyKey: 'order 7' });
    expect(server.headers('idempotency-key')).toEqual(['order 7', 'order 7']);
  });

  it('needs no key when it only reads or deletes', async () => {
    server.will(fails(503, 'SERVICE_UNAVAILABLE'), answers({ count: 3 }));
    await expect(customers.count()).resolves.toBe(3);
    server.will(answers({ id: 'cus_1', deleted: true }));
    await customers.delete('cus_1');
    expect(server.headers('idempotency-key')).toEqual([undefined]);
  });

  it('gives up after its retries, with the last failure', async () => {
    server.will(fails(503, 'SERVICE_UNAVAILABLE'), fails(500, 'INTERNAL_ERROR'));
    const failure = customers.get('cus_1', { retries: 2 });
    await expect(failure).rejects.toMatchObject({ code: 'INTERNAL_ERROR', status: 500 });
    expect(server.arrivals).toHaveLength(3);
  });

  it('waits for an attempt that still runs, however often it has to ask', async () => {
    const busy = fails(409, 'IDEMPOTENCY_CONFLICT', { 'retry-after': '0' });
    server.will(resets, busy, busy, busy, stored);
    await customers.upsert({ externalId: 'user_42' }, { retries: 1 });
    expect(new Set(server.headers('idempotency-key')).size).toBe(1);
    expect(server.arrivals).toHaveLength(5);
  });

  it('waits for it no longer than for any attempt', async () => {
    server.will(fails(409, 'IDEMPOTENCY_CONFLICT', { 'retry-after': '0' }));
    const call = customers.upsert({ externalId: 'user_42' }, { timeoutMs: 300 });
    await expect(call).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', retryAfter: 0 });
    expect(server.arrivals.length).toBeGreaterThan(2);
  });

  it('gives up at once where the service asks for more patience than a minute', async () => {
    server.will(fails(429, 'RATE_LIMITED', { 'retry-after': '3600' }), stored);
    await expect(upsert()).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 3600 });
    expect(server.arrivals).toHaveLength(1);
  });

  it.each([
    [400, 'VALIDATION_ERROR'],
    [401, 'INVALID_API_KEY'],
    [404, 'NOT_FOUND'],
    [409, 'DUPLICATE_EXTERNAL_ID'],
    [409, 'IDEMPOTENCY_CONFLICT'],
  ])('does not mean a %i %s', async (status, code) => {
    server.will(fails(status, code), stored);
    await expect(upsert()).rejects.toMatchObject({ code, status, requestId: 'req_1' });
    expect(server.arrivals).toHaveLength(1);
  });

  it('has deleted its customer when only the answer was lost', async () => {
    server.will(breaksOff, fails(404, 'NOT_FOUND'));
    const deletion = customers.delete({ externalId: 'user/42' });
    await expect(deletion).resolves.toEqual({ id: 'ext_user/42', deleted: true });
    expect(server.arrivals.map(({ url }) => url)).toEqual(
      Array.from({ length: 2 }, () => '/customers/ext_user%2F42'),
    );
  });

  it.each<[string, Behaviour[]]>([
    ['the first answer says so', [fails(404, 'NOT_FOUND')]],
    ['the service refused before', [fails(503, 'SERVICE_UNAVAILABLE'), fails(404, 'NOT_FOUND')]],
  ])('has deleted nobody when %s', async (_case, behaviours) => {
    server.will(...behaviours);
    await expect(customers.delete('cus_1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
