import { readFileSync } from 'node:fs';
import { banner } from '../../apps/api/src/start/banner.js';
import { build } from '../support/run-service.js';
import { TestApp, type Client } from '../support/start-app.js';

const linksOf = (html: string): string[] =>
  Array.from(html.matchAll(/(?:src|href)="(dashboard\/[^"]+)"/g), ([, link]) => link ?? '');

describe.each([
  ['at the root', {}, ''],
  ['under a prefix', { API_PREFIX: 'api/v1' }, 'api/v1'],
])('the dashboard of an API %s', (_where, environment, prefix) => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    build();
    app = await TestApp.start(environment);
    client = await app.workspace();
  }, 240_000);

  afterAll(() => app.stop());

  const get = (path: string, headers: Record<string, string> = {}): ReturnType<Client['get']> =>
    client.get(path, { key: '', headers });

  it('is a page that allows no script inside it and no other host', async () => {
    const { status, headers, text } = await get('/');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
    expect(text).not.toMatch(/<script>|style=| on[a-z]+=|https?:/);
    expect(text).toContain(`name="api-prefix" content="${prefix}"`);
    expect((await client.call('HEAD', '/', { key: '' })).status).toBe(200);
  });

  it('is asked for anew each time, and sent only when it has changed', async () => {
    const { headers } = await get('/');
    expect(headers.get('cache-control')).toBe('no-cache');
    const again = await get('/', { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('has assets that stay for ever under their names', async () => {
    const links = linksOf((await get('/')).text);
    expect(links.length).toBe(3);
    for (const link of links) {
      const { status, headers } = await get(`/${link}`);
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(link).toMatch(/-[A-Z0-9]{8}\.(js|css|svg)$/);
    }
  });

  it('is no larger than 200 kB as it is sent', async () => {
    const { text } = await get('/');
    let sent = text.length;
    for (const link of linksOf(text)) {
      const { headers } = await get(`/${link}`, { 'accept-encoding': 'br' });
      expect(headers.get('content-encoding')).toBe('br');
      sent += Number(headers.get('content-length'));
    }
    expect(sent).toBeGreaterThan(10_000);
    expect(sent).toBeLessThanOrEqual(200_000);
  });

  it('takes no path from the API', async () => {
    const unknown = await get('/dashboard/nothing.js');
    expect(unknown.status).toBe(404);
    expect(unknown.body).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect((await get('/anything')).body).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect((await get('/dashboard/../package.json')).status).toBe(404);
    expect((await client.get(`/${prefix ? `${prefix}/` : ''}customers`)).status).toBe(200);
    const posted = await client.post('/', {});
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('is not part of the OpenAPI document', () => {
    const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as { paths: object };
    expect(Object.keys(paths).filter((path) => path === '/' || path.includes('dashboard'))).toEqual(
      [],
    );
  });
});

describe('the banner', () => {
  const welcome = { url: 'http://127.0.0.1:3000', prefix: 'api', isMigrated: true };

  it('has a link that signs the demo in, with the key where no server sees it', () => {
    const text = banner({ ...welcome, demo: { key: 'ck_demo', file: 'demo.key' } });
    expect(text).toContain('Dashboard  http://127.0.0.1:3000/#key=ck_demo\n');
  });

  it('has a link without a key where there is no demo', () => {
    expect(banner({ ...welcome, demo: undefined })).toContain(
      'Dashboard  http://127.0.0.1:3000/\n',
    );
  });
});
