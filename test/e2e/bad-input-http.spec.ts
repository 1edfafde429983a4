import { customerIn, errorCode, errorIn } from '../support/answers.js';
import { parseRaw, rawRequest, sendRaw } from '../support/raw-http.js';
import { TestApp, type Client } from '../support/start-app.js';

describe('a request', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
  });

  afterAll(async () => {
    await app.stop();
  });

  const asked = async (line: string, headers = {}, body = ''): ReturnType<typeof parsed> =>
    parsed(rawRequest(line, { 'x-api-key': client.key, ...headers }, body));

  const parsed = async (text: string | Buffer): Promise<{ status: number; code: unknown }> => {
    const { status, body } = parseRaw(await sendRaw(app.url, text));
    const { success, error } = body as { success?: boolean; error?: { code: string } };
    expect(success).toBe(status === 200);
    if (error) expect(error).toMatchObject({ requestId: expect.any(String) as string });
    return { status, code: error?.code };
  };

  it.each([
    ['/customers/%', 400],
    ['/customers/%zz', 400],
    ['/customers/ext_%E0%A4%A', 400],
    ['/customers/ext_%ff%fe', 400],
    ['/customers/ext_%00', 400],
    ['/customers/ext_a%00b/journey', 400],
    ['/conversions/%00', 400],
    ['/customers/ext_%ED%A0%80', 400],
  ])('for %s is malformed', async (path, status) => {
    expect(await asked(`GET ${path}`)).toEqual({ status, code: 'VALIDATION_ERROR' });
  });

  it.each([
    '/customers/cus_',
    '/customers/ext_',
    '/customers/x',
    '/customers/',
    '/customers//',
    '/customers//journey',
    '/customers/%20',
    '/customers/..%2f..%2fetc%2fpasswd',
    '/customers/__proto__',
    '/customers/constructor/journey',
    `/customers/ext_${'x'.repeat(7_000)}`,
    `/customers/${'x'.repeat(9_000)}`,
    `/${'x/'.repeat(4_000)}`,
    "/customers/ext_'%20or%201=1--",
    '/conversions/con_',
    '/conversions/__proto__',
    '/conversions/',
    '/Customers',
    '/customers/ext_a/journey/',
    '/track/batch/',
    '//customers',
  ])('for %.40s finds nothing', async (path) => {
    expect(await asked(`GET ${path}`)).toEqual({ status: 404, code: 'NOT_FOUND' });
  });

  it('with a URL of 8 kB is read', async () => {
    const { status } = await asked(`GET /customers?search=${'x'.repeat(8_000)}`);
    expect(status).toBe(400);
    const ids = '😀'.repeat(255);
    const made = await client.post('/customers', { externalId: ids });
    const read = await client.get(`/customers/ext_${encodeURIComponent(ids)}`);
    expect(customerIn(read)).toEqual(customerIn(made));
  });

  it('with headers too large is malformed', async () => {
    const { status, code } = await asked('GET /customers', { 'x-large': 'x'.repeat(40_000) });
    expect([400, 431]).toContain(status);
    expect(code).toBe('VALIDATION_ERROR');
  });

  it.each([
    'nonsense\r\n\r\n',
    'GET /customers HTTP/9.9\r\n\r\n',
    'GET\r\n\r\n',
    'FROB /customers HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /customers HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n',
    'POST /customers HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n',
    'POST /customers HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    'POST /customers HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\nx',
    'GET /cust\0omers HTTP/1.1\r\nHost: x\r\n\r\n',
  ])('that is no HTTP is answered in the envelope: %j', async (text) => {
    const { status, code } = await parsed(text);
    expect([status, code]).toEqual([400, 'VALIDATION_ERROR']);
  });

  it('with a chunked body that is broken does no harm', async () => {
    const text = rawRequest(
      'POST /customers',
      {
        'x-api-key': client.key,
        'content-type': 'application/json',
        'transfer-encoding': 'chunked',
      },
      'zz\r\n{}\r\n0\r\n\r\n',
    );
    const { status } = await parsed(text);
    expect(status).toBe(400);
    expect((await client.get('/customers/count')).status).toBe(200);
  });

  it('that is HEAD has the answer of GET without its body', async () => {
    const head = await client.call('HEAD', '/customers');
    expect([head.status, head.text]).toEqual([200, '']);
    const nobody = await client.call('HEAD', '/customers', { key: '' });
    expect(nobody.status).toBe(401);
    const nothing = await client.call('HEAD', '/customers/ext_nobody/journey');
    expect([nothing.status, nothing.text]).toEqual([404, '']);
  });

  it('that is OPTIONS, TRACE or PUT is not allowed', async () => {
    for (const method of ['OPTIONS', 'PUT']) {
      const answer = await client.call(method, '/customers');
      expect(errorCode(answer)).toBe('405 METHOD_NOT_ALLOWED');
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
    }
    expect(await asked('TRACE /customers')).toEqual({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  });

  it('with a body on a GET ignores the body', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '1' };
    expect((await asked('GET /customers', headers, '{')).status).toBe(200);
  });

  it('says nothing of its insides in an error', async () => {
    const answers = [
      await client.get('/customers/ext_none'),
      await client.get('/customers?sortBy=x'),
      await client.post('/customers', { a: 1 }),
      await client.call('POST', '/customers', { raw: '{' }),
      await client.get('/nowhere'),
    ];
    for (const answer of answers) {
      expect(errorIn(answer).requestId).toBe(answer.headers.get('x-request-id'));
      expect(answer.text).not.toMatch(/stack|node_modules|\.ts|\.js|select |postgres|Exception/i);
    }
  });
});
