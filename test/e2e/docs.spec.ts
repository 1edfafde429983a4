import { openApi } from '../support/openapi.js';
import { TestApp, type Client } from '../support/start-app.js';

/** What the page loads, as the browser resolves it. */
const linksOf = (html: string): string[] =>
  Array.from(html.matchAll(/(?:src|href)="([^"]+)"/g), ([, link]) => link ?? '');

describe.each([
  ['at the root', {}, '/'],
  ['under a prefix', { API_PREFIX: 'api/v1' }, '/api/v1'],
])('the documents of an API %s', (_where, environment, server) => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start(environment);
    client = await app.workspace();
  });

  afterAll(() => app.stop());

  it('have the OpenAPI document, for everybody', async () => {
    const { status, headers, text } = await client.get('/openapi.json', { key: '' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text)).toMatchObject({ info: openApi.info, servers: [{ url: server }] });
    expect((await client.call('HEAD', '/openapi.json', { key: '' })).status).toBe(200);
  });

  it('lead to the routes', async () => {
    const path = server === '/' ? '/customers' : `${server}/customers`;
    expect((await client.get(path)).status).toBe(200);
    expect((await client.get('/livez')).status).toBe(200);
  });

  it('have a page that needs no other host and no script inside it', async () => {
    const { status, headers, text } = await client.get('/docs', { key: '' });
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';/,
    );
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(text).not.toMatch(/<script>|style=|https?:/);
    const links = linksOf(text);
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      expect((await client.get(`/${link}`, { key: '' })).status).toBe(200);
    }
    expect((await client.call('HEAD', '/docs', { key: '' })).status).toBe(200);
  });

  it('know no other method and no other file', async () => {
    const posted = await client.post('/docs', {});
    expect(posted.status).toBe(405);
    expect(posted.headers.get('allow')).toBe('GET, HEAD');
    expect((await client.delete('/openapi.json')).status).toBe(405);
    expect((await client.get('/docs/index.html')).status).toBe(404);
    expect((await client.get('/docs/../package.json')).status).toBe(404);
  });
});
