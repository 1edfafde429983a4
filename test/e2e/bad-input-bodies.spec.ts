import { gzipSync } from 'node:zlib';
import { errorCode, errorIn } from '../support/answers.js';
import { unique } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

const BODY_ROUTES = [
  ['POST', '/customers'],
  ['PATCH', '/customers/ext_a'],
  ['POST', '/track/click'],
  ['POST', '/track/lead'],
  ['POST', '/track/sale'],
  ['POST', '/track/custom'],
  ['POST', '/track/refund'],
  ['POST', '/track/batch'],
] as const;

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const MIB = 1024 * 1024;

describe('a body', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
    await client.post('/customers', { externalId: 'a' });
  });

  afterAll(async () => {
    await app.stop();
  });

  const send = (method: string, path: string, raw: string | Buffer): Promise<Answer> =>
    client.call(method, path, { raw });

  it.each(BODY_ROUTES)('that is no JSON object is refused: %s %s', async (method, path) => {
    const bodies = [
      '{',
      'nonsense',
      '{"externalId": "x"',
      "{'externalId': 'x'}",
      '{"externalId": NaN}',
      '{"externalId": "x",}',
      '{"externalId": "x"} {}',
      '[]',
      '[{"externalId": "x"}]',
      '"text"',
      '7',
      'true',
      'null',
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      Buffer.from('{"externalId": "x"}', 'utf16le'),
      '{"externalId": "\\ud800"}',
      '{"externalId": "\\u0000"}',
      '{"__proto__": {"externalId": "x"}}',
      `{"externalId": ${nested(33)}}`,
      `{"externalId": ${nested(3_000)}}`,
      nested(100_000),
    ];
    for (const raw of bodies) {
      const answer = await send(method, path, raw);
      const shown = raw.toString().slice(0, 40);
      expect([shown, errorCode(answer)]).toEqual([shown, '400 VALIDATION_ERROR']);
      expect(errorIn(answer).details?.[0]?.message).toBeTruthy();
    }
  });

  it.each(BODY_ROUTES.filter(([method]) => method === 'POST'))(
    'that is missing or empty misses its fields: %s %s',
    async (method, path) => {
      for (const call of [{}, { raw: '' }, { raw: ' \n' }, { raw: '{}' }]) {
        const answer = await client.call(method, path, call);
        expect(errorCode(answer)).toBe('400 VALIDATION_ERROR');
      }
    },
  );

  it('that is empty changes nothing where nothing is needed', async () => {
    expect((await client.call('PATCH', '/customers/ext_a', {})).status).toBe(200);
    expect((await client.call('PATCH', '/customers/ext_a', { raw: '' })).status).toBe(200);
    expect((await client.post('/customers/ext_a/recalculate-ltv')).status).toBe(200);
    expect((await client.post('/customers/ext_a/recalculate-ltv', {})).status).toBe(200);
    const typed = { headers: { 'content-type': 'application/json' } };
    expect((await client.delete('/customers/ext_nobody', typed)).status).toBe(404);
  });

  it('with fields is refused where none is taken', async () => {
    const answer = await client.post('/customers/ext_a/recalculate-ltv', { a: 1 });
    expect(errorCode(answer)).toBe('400 VALIDATION_ERROR');
    const deletion = await client.delete('/customers/ext_a', { body: { a: 1 } });
    expect(errorCode(deletion)).toBe('400 VALIDATION_ERROR');
  });

  it('nested 32 deep is judged by its fields, 33 deep by its depth', async () => {
    // The object itself is the first level.
    const at = async (depth: number): Promise<string | undefined> =>
      errorIn(await send('POST', '/customers', `{"metadata": ${nested(depth - 1)}}`)).details?.[0]
        ?.message;
    expect(await at(33)).toMatch(/32/);
    expect(await at(32)).not.toMatch(/32/);
  });

  it('may begin with a byte order mark', async () => {
    const raw = Buffer.from(`\ufeff{"externalId": "${unique()}"}`);
    expect((await send('POST', '/customers', raw)).status).toBe(201);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'application/json-patch+json',
    'multipart/form-data; boundary=x',
    'json',
    'application',
    '/',
    ';',
    'a/b/c',
  ])('of the type %s is refused with 415', async (type) => {
    const answer = await client.call('POST', '/customers', {
      raw: `{"externalId": "${unique()}"}`,
      headers: { 'content-type': type },
    });
    expect(errorCode(answer)).toBe('415 UNSUPPORTED_MEDIA_TYPE');
  });

  it.each(['application/json', 'APPLICATION/JSON', 'application/json; charset=utf-8'])(
    'of the type %s is taken',
    async (type) => {
      const answer = await client.call('POST', '/customers', {
        raw: `{"externalId": "${unique()}"}`,
        headers: { 'content-type': type },
      });
      expect(answer.status).toBe(201);
    },
  );

  it('that is compressed is refused with 415', async () => {
    const raw = gzipSync(`{"externalId": "${unique()}"}`);
    const headers = { 'content-encoding': 'gzip', 'content-type': 'application/json' };
    const answer = await client.call('POST', '/customers', { raw, headers });
    expect(errorCode(answer)).toBe('415 UNSUPPORTED_MEDIA_TYPE');
  });

  it('larger than 1 MiB is refused with 413, of a batch larger than 5 MiB', async () => {
    const padded = (json: string, size: number): string => json.padEnd(size, ' ');
    const customer = (): string => `{"externalId": "${unique()}"}`;
    const batch = (): string => `{"events": [{"type": "customer", "externalId": "${unique()}"}]}`;
    expect((await send('POST', '/customers', padded(customer(), MIB))).status).toBe(201);
    const tooLarge = await send('POST', '/customers', padded(customer(), MIB + 1));
    expect(errorCode(tooLarge)).toBe('413 PAYLOAD_TOO_LARGE');
    expect((await send('POST', '/track/batch', padded(batch(), 5 * MIB))).status).toBe(200);
    const batchTooLarge = await send('POST', '/track/batch', padded(batch(), 5 * MIB + 1));
    expect(errorCode(batchTooLarge)).toBe('413 PAYLOAD_TOO_LARGE');
  });

  it.each([
    ['7', 'events'],
    ['null', 'events'],
    ['{}', 'events'],
    ['"x"', 'events'],
    ['[]', 'events'],
  ])('of a batch must have a list of events, not %s', async (events, path) => {
    const answer = await send('POST', '/track/batch', `{"events": ${events}}`);
    expect(errorIn(answer).details?.[0]?.path).toBe(path);
  });

  it('of a batch answers each bad item in its place', async () => {
    const items = [
      'null',
      '7',
      '[]',
      '"sale"',
      '{}',
      '{"type": null}',
      '{"type": "constructor"}',
      '{"type": "toString"}',
      '{"type": ["sale"]}',
      '{"type": "sale", "amount": 1e400, "externalId": "a"}',
      '{"type": "sale", "amount": -0.5, "externalId": "a"}',
      '{"type": "lead", "externalId": "a", "constructor": 1}',
      '{"type": "customer", "externalId": null}',
      '{"type": "click", "clickId": "a", "linkId": "b", "metadata": {}}',
      '{"type": "refund", "orderId": {"$gt": ""}}',
      '{"type": "batch", "events": []}',
    ];
    const answer = await send('POST', '/track/batch', `{"events": [${items.join(',')}]}`);
    expect(answer.status).toBe(200);
    const { results } = (answer.body as { data: { results: { error?: { code: string } }[] } }).data;
    expect(results.map(({ error }) => error?.code)).toEqual(items.map(() => 'VALIDATION_ERROR'));
  });

  it('that names a number beyond all is refused', async () => {
    const raw = '{"externalId": "a", "amount": 1e400}';
    expect(errorIn(await send('POST', '/track/sale', raw)).details?.[0]?.path).toBe('amount');
  });
});
