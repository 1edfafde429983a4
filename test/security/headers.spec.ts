import { Env } from '@app/platform';
import { openApi } from '../support/openapi.js';
import { unique } from '../support/builders.js';
import { rawRequest, sendRaw } from '../support/raw-http.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

const COHORTS = '/customers/cohorts?group_by=month';
const PAGE = 'https://app.example.com';
const PROTECTION = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
const EXPOSED =
  'ETag, X-Cache, Age, X-Request-Id, RateLimit, RateLimit-Policy, Retry-After, Idempotent-Replayed';

const raw = (app: TestApp, line: string): Promise<string> => sendRaw(app.url, rawRequest(line, {}));
const headersIn = (text: string): Headers =>
  new Headers(
    (text.split('\r\n\r\n')[0] ?? '')
      .split('\r\n')
      .slice(1)
      .map((line): [string, string] => [line.split(': ')[0] ?? '', line.split(': ')[1] ?? '']),
  );
const corsIn = (headers: Headers): string[] =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

/** Answers of every kind and every way. */
async function answersOf(client: Client, origin?: string): Promise<Answer[]> {
  const headers: Record<string, string> = origin === undefined ? {} : { origin };
  await client.get(COHORTS, { headers });
  const large = Buffer.alloc(1_048_577, ' ');
  const answers = await Promise.all([
    client.get('/customers', { headers }),
    client.post('/customers', { externalId: unique() }, { headers }),
    client.get(COHORTS, { headers }),
    client.get(COHORTS, { headers: { ...headers, 'cache-control': 'no-cache' } }),
    client.get('/customers?nonsense=1', { headers }),
    client.get('/customers', { headers, key: '' }),
    client.get('/customers/ext_nobody', { headers }),
    client.get('/nowhere', { headers }),
    client.call('PUT', '/customers', { headers }),
    client.call('POST', '/customers', { headers, raw: large }),
    client.call('POST', '/customers', { raw: 'x', headers: { ...headers, 'content-type': 'x/y' } }),
    client.get('/customers/%zz', { headers }),
    client.get('/livez', { headers }),
    client.get('/openapi.json', { headers }),
    client.get('/docs/page.js', { headers }),
    client.get('/docs/swagger-ui.css', { headers }),
  ]);
  const etag = (await client.get(COHORTS)).headers.get('etag');
  const known = { ...headers, 'if-none-match': etag ?? '', 'cache-control': 'max-age=0' };
  answers.push(await client.get(COHORTS, { headers: known }));
  return answers;
}

const STATUSES = [
  200, 201, 200, 200, 400, 401, 404, 404, 405, 413, 415, 400, 200, 200, 200, 200, 304,
];

describe('the headers of an answer', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
  });

  afterAll(() => app.stop());

  it('keep a browser from taking JSON for something else, whatever the answer', async () => {
    const answers = await answersOf(client);
    expect(answers.map(({ status }) => status)).toEqual(STATUSES);
    for (const { headers } of answers) {
      const { 'content-security-policy': policy, ...others } = PROTECTION;
      expect(Object.fromEntries(headers)).toMatchObject(others);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      const isJson = headers.get('content-type')?.includes('json') ?? false;
      const isDocument = headers.get('content-security-policy')?.includes('script-src') ?? false;
      if (isJson && !isDocument) expect(headers.get('content-security-policy')).toBe(policy);
    }
  });

  it('are those of every other one when it is no HTTP that is answered', async () => {
    const headers = headersIn(await raw(app, 'nonsense'));
    expect(Object.fromEntries(headers)).toMatchObject(PROTECTION);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('do not say what the service is made of', async () => {
    for (const { headers } of await answersOf(client)) {
      expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
    }
  });

  it('let nobody keep what is about customers, but for snapshots that are asked after', async () => {
    const keeping = (answer: Answer): string | null => answer.headers.get('cache-control');
    expect(keeping(await client.get('/customers'))).toBe('no-store');
    expect(keeping(await client.get('/customers/ext_nobody'))).toBe('no-store');
    expect(keeping(await client.get(COHORTS))).toBe('private, no-cache');
  });

  it('allow the page of the documents its own scripts and styles, and nothing else', async () => {
    const policy = (await client.get('/docs', { key: '' })).headers.get('content-security-policy');
    expect(policy?.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "script-src 'self'",
      "style-src 'self'",
    ]);
  });

  it('let no page of another origin in unless it is configured', async () => {
    const answers = await answersOf(client, PAGE);
    expect(answers.map(({ status }) => status)).toEqual(STATUSES);
    expect(answers.flatMap(({ headers }) => corsIn(headers))).toEqual([]);
    expect((await preflight(client, PAGE)).status).toBe(405);
  });
});

const preflight = (client: Client, origin: string, path = '/customers'): Promise<Answer> =>
  client.call('OPTIONS', path, {
    key: '',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-api-key,idempotency-key,content-type',
    },
  });

describe('with CORS_ORIGINS, the headers of an answer', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start({ CORS_ORIGINS: `${PAGE}, http://localhost:5173` });
    client = await app.workspace();
  });

  afterAll(() => app.stop());

  it('let pages of these origins read it, whatever the answer, and what is in its headers', async () => {
    const answers = await answersOf(client, PAGE);
    expect(answers.map(({ status }) => status)).toEqual(STATUSES);
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe(PAGE);
      expect(headers.get('access-control-expose-headers')).toBe(EXPOSED);
      expect(headers.get('vary')).toMatch(/(^|, )Origin$/);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('let no other origin in, and tell caches that it matters', async () => {
    for (const origin of ['https://evil.example.com', `${PAGE}.evil.com`, 'null', undefined]) {
      const answers = await answersOf(client, origin);
      expect(answers.flatMap(({ headers }) => corsIn(headers))).toEqual([]);
      for (const { headers } of answers) expect(headers.get('vary')).toMatch(/(^|, )Origin$/);
    }
    expect((await preflight(client, 'https://evil.example.com')).status).toBe(405);
  });

  it('are the same on a warm answer and on a fresh one', async () => {
    const headers = { origin: PAGE };
    const fresh = await client.get(COHORTS, {
      headers: { ...headers, 'cache-control': 'no-cache' },
    });
    const warm = await client.get(COHORTS, { headers });
    const comparable = (answer: Answer): object => ({
      ...Object.fromEntries(answer.headers),
      ...{ 'x-cache': '', 'x-request-id': '', date: '', age: '' },
    });
    expect([fresh, warm].map((answer) => answer.headers.get('x-cache'))).toEqual(['MISS', 'HIT']);
    expect(comparable(warm)).toEqual(comparable(fresh));
  });

  it('answer a preflight with what the API takes', async () => {
    for (const path of ['/customers', '/customers/ext_a', '/track/batch']) {
      const { status, text, headers } = await preflight(client, 'http://localhost:5173', path);
      expect([status, text]).toEqual([204, '']);
      expect(headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
      const allowed = (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(', ');
      expect(allowed).toEqual(
        expect.arrayContaining(['authorization', 'x-api-key', 'content-type', 'idempotency-key']),
      );
      for (const parameter of Object.values(openApi.components.parameters)) {
        expect(allowed).toContain(parameter.name.toLowerCase());
      }
      expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, PATCH, DELETE');
      expect(headers.get('vary')).toBe('Origin');
    }
  });

  it('refuse an OPTIONS that is no preflight as before', async () => {
    const answer = await client.call('OPTIONS', '/customers', { headers: { origin: PAGE } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});

describe('CORS_ORIGINS', () => {
  it('may be *, for all pages', async () => {
    const app = await TestApp.start({ CORS_ORIGINS: '*' });
    const client = await app.workspace();
    const { headers } = await client.get('/customers', { headers: { origin: 'null' } });
    expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual(['*', null]);
    await app.stop();
  });

  it.each(['app.example.com', `${PAGE}/`, `${PAGE},`, 'https://*.example.com/x', 'null'])(
    'is not %s',
    (CORS_ORIGINS) => {
      expect(() => Env.read({ CORS_ORIGINS })).toThrow('CORS_ORIGINS must be origins');
    },
  );
});
