import { CreateKey, RevokeKey, SCOPES, type AccessRule, type Scope } from '@app/workspaces';
import { conversionIn, errorCode, errorIn } from '../support/answers.js';
import { declaredRoutes } from '../support/routes.js';
import { SAMPLE_CALLS, methodOf, pathOf } from '../support/sample-calls.js';
import { TestApp, type Answer, type Call, type Client } from '../support/start-app.js';

const ROUTES = Object.keys(SAMPLE_CALLS);

describe('access', () => {
  let app: TestApp;
  let client: Client;
  let starter: Client;
  let ids: { customer: string; conversion: string };
  const keys = { expired: '', revoked: '' };
  const scoped = new Map<Scope, Client>();
  let rules: Map<string, AccessRule | undefined>;

  beforeAll(async () => {
    app = await TestApp.start({ RATE_LIMIT_STARTER: '0', WRONG_KEYS_PER_MINUTE: '0' });
    client = await app.workspace();
    starter = await app.workspace({ plan: 'starter' });
    const sale = { externalId: 'a', amount: 1, orderId: 's' };
    const { id, customerId } = conversionIn(await client.post('/track/sale', sale));
    ids = { conversion: id, customer: customerId ?? '' };
    const { slug } = client.workspace;
    const expired = await app.commands.execute(
      new CreateKey(slug, { expiresAt: new Date(Date.now() - 1) }),
    );
    const revoked = await app.commands.execute(new CreateKey(slug));
    await app.commands.execute(new RevokeKey(revoked.key.id));
    Object.assign(keys, { expired: expired.secret, revoked: revoked.secret });
    for (const scope of SCOPES) {
      const others = SCOPES.filter((other) => other !== scope);
      scoped.set(scope, await app.client(client.workspace, others));
    }
    rules = new Map(declaredRoutes(app).map(({ route, access }) => [route, access]));
  });

  afterAll(async () => {
    await app.stop();
  });

  const recordOf = (route: string): string =>
    route.includes('/conversions') ? ids.conversion : ids.customer;

  const send = (
    route: string,
    by: Client,
    call: Call = {},
    id = recordOf(route),
  ): Promise<Answer> =>
    by.call(methodOf(route), pathOf(route, id), { body: SAMPLE_CALLS[route]?.body, ...call });

  /** With a body or a query that the route refuses, for a record that is not there. */
  const wrong = (route: string, by: Client, call: Call = {}): Promise<Answer> => {
    const { query = '', call: invalid = {} } = SAMPLE_CALLS[route]?.invalid ?? {};
    const path = pathOf(route, 'cus_none') + query;
    return by.call(methodOf(route), path, { body: SAMPLE_CALLS[route]?.body, ...invalid, ...call });
  };

  const scopeOf = (route: string): Scope => rules.get(route)?.scope ?? 'links:read';

  it('is asked for by every route that is not public', () => {
    const open = [...rules].filter(([, rule]) => !rule).map(([route]) => route);
    expect(open.sort()).toEqual(['GET /livez', 'GET /readyz']);
    expect([...rules.keys()].filter((route) => rules.get(route)).sort()).toEqual(
      [...ROUTES].sort(),
    );
  });

  it.each(ROUTES)('without a key comes before plan, scope, body and record: %s', async (route) => {
    const none = { key: '' };
    expect(errorCode(await wrong(route, client, none))).toBe('401 UNAUTHORIZED');
    expect(errorCode(await send(route, starter, none))).toBe('401 UNAUTHORIZED');
    const malformed = { ...none, raw: '{' };
    if (methodOf(route) !== 'GET') {
      expect(errorCode(await wrong(route, client, malformed))).toBe('401 UNAUTHORIZED');
    }
  });

  it.each(ROUTES)('with a wrong key comes before scope, body and record: %s', async (route) => {
    for (const key of ['nonsense', 'ck_', keys.expired, keys.revoked, 'x'.repeat(5_000)]) {
      expect(errorCode(await wrong(route, client, { key }))).toBe('401 INVALID_API_KEY');
    }
  });

  it.each(ROUTES)('without the entitlement comes before scope and body: %s', async (route) => {
    const scopes = SCOPES.filter((scope) => scope !== scopeOf(route));
    const poor = await app.client(starter.workspace, scopes);
    const answer = await wrong(route, poor);
    expect(errorCode(answer)).toBe('403 FEATURE_NOT_AVAILABLE');
    expect(errorIn(answer).message).toContain('revenueTracking');
  });

  it.each(ROUTES)('without the scope comes before body and record: %s', async (route) => {
    const by = scoped.get(scopeOf(route)) ?? client;
    const answers = [await wrong(route, by)];
    if (methodOf(route) !== 'GET') answers.push(await wrong(route, by, { raw: '{' }));
    for (const answer of answers) {
      expect(errorCode(answer)).toBe('403 FORBIDDEN');
      expect(errorIn(answer).message).toContain(scopeOf(route));
    }
  });

  it.each(ROUTES)('with the scope alone is enough: %s', async (route) => {
    const by = await app.client(client.workspace, [scopeOf(route)]);
    const id = route === 'DELETE /customers/:id' ? 'ext_deletable' : undefined;
    if (id) await client.post('/customers', { externalId: 'deletable' });
    const { status } = await send(route, by, {}, id);
    expect([200, 201]).toContain(status);
  });

  it.each(ROUTES)('is followed by validation, and that by existence: %s', async (route) => {
    const answer = await wrong(route, client);
    expect(errorCode(answer)).toBe('400 VALIDATION_ERROR');
    expect(errorIn(answer).details?.length).toBeGreaterThan(0);
    if (!route.includes(':id')) return;
    for (const id of ['cus_none', 'con_none', 'ext_none', 'none', ids.customer.toLowerCase()]) {
      expect(errorCode(await send(route, client, {}, id))).toBe('404 NOT_FOUND');
    }
  });

  it.each(ROUTES)('comes behind an unknown method: %s', async (route) => {
    const path = pathOf(route, 'cus_none');
    const answer = await client.call('PUT', path, { key: '', raw: '{' });
    expect(errorCode(answer)).toBe('405 METHOD_NOT_ALLOWED');
    const method = methodOf(route);
    expect(answer.headers.get('allow')?.split(', ')).toContain(method);
  });

  it('comes behind an unknown route', async () => {
    for (const path of ['/nothing', '/customers/cus_1/nothing', '/track', '/track/nothing']) {
      const answer = await client.call('POST', path, { key: 'wrong', raw: '{' });
      expect(errorCode(answer)).toBe('404 NOT_FOUND');
    }
  });

  it('is taken from either header', async () => {
    const bearer = (value: string): Promise<Answer> =>
      client.get('/customers/count', { key: '', headers: { authorization: value } });
    expect((await bearer(`Bearer ${client.key}`)).status).toBe(200);
    expect((await bearer(`bearer  ${client.key}`)).status).toBe(200);
    expect(errorCode(await bearer(`Basic ${client.key}`))).toBe('401 UNAUTHORIZED');
    expect(errorCode(await bearer('Bearer'))).toBe('401 UNAUTHORIZED');
    expect(errorCode(await bearer(client.key))).toBe('401 UNAUTHORIZED');
    expect(errorCode(await bearer('Bearer wrong'))).toBe('401 INVALID_API_KEY');
  });

  it('needs no key for health', async () => {
    expect((await client.get('/livez', { key: '' })).body).toEqual({
      success: true,
      data: { status: 'ok' },
    });
    expect((await client.get('/readyz', { key: 'wrong' })).status).toBe(200);
  });

  it('is a hash, in the database', async () => {
    const rows: object[] = await app.dataSource.query('select * from api_keys');
    expect(JSON.stringify(rows)).not.toContain(client.key.slice(10));
  });

  it('is answered under the request id that was sent, or under a new one', async () => {
    const ask = (id?: string): Promise<Answer> =>
      client.get('/customers', {
        key: '',
        headers: id === undefined ? {} : { 'x-request-id': id },
      });
    const given = await ask('my-id.42');
    expect(errorIn(given).requestId).toBe('my-id.42');
    expect(given.headers.get('x-request-id')).toBe('my-id.42');
    const ids = new Set<string>();
    for (const id of [undefined, undefined, '', 'with space', 'x'.repeat(256)]) {
      const answer = await ask(id);
      const { requestId } = errorIn(answer);
      expect(requestId).toMatch(/^req_/);
      expect(answer.headers.get('x-request-id')).toBe(requestId);
      ids.add(requestId);
    }
    expect(ids.size).toBe(5);
    const fine = await client.get('/customers', { headers: { 'x-request-id': 'fine' } });
    expect([fine.status, fine.headers.get('x-request-id')]).toEqual([200, 'fine']);
  });
});
