import fc from 'fast-check';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { operationNamed, operations } from '../support/documented-calls.js';
import { tcpClient, type Envelope, type MessageClient } from '../support/messages.js';
import { declaredPatterns } from '../support/routes.js';
import { freePort } from '../support/run-service.js';
import { TestApp, type Client } from '../support/start-app.js';
import { broken } from './mutations.js';
import { bodyValue } from './requests.js';
import { valueOf } from './arbitraries.js';
import type { Parameter } from '../../apps/api/src/openapi/document.js';

/**
 * Always the same here, so that a change is judged and not chance; `npm run fuzz` draws another each time, and
 * `FUZZ_RUNS=5000 FUZZ_SEED=7 npm run fuzz` sends more, or what was sent before.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? '300');
const SEED = Number(process.env['FUZZ_SEED'] ?? '20261125');

jest.setTimeout(60_000 + RUNS * 200);

const framed = (text: string): string => `${String(text.length)}#${text}`;
const packet = (fields: object): string => framed(JSON.stringify(fields));

/** Read as it is answered: a frame is its length, a #, and JSON. */
async function answersOver(
  socket: Socket,
  count: number,
): Promise<{ id?: unknown; response?: Envelope }[]> {
  let text = '';
  socket.setEncoding('utf8');
  const answers: { id?: unknown; response?: Envelope }[] = [];
  while (answers.length < count) {
    const [chunk] = (await once(socket, 'data')) as [string];
    text += chunk;
    for (let end = text.indexOf('#'); end >= 0; end = text.indexOf('#')) {
      const length = Number(text.slice(0, end));
      if (text.length < end + 1 + length) break;
      answers.push(JSON.parse(text.slice(end + 1, end + 1 + length)) as object);
      text = text.slice(end + 1 + length);
    }
  }
  return answers;
}

describe(`${String(RUNS)} messages of each pattern (FUZZ_SEED=${String(SEED)})`, () => {
  let app: TestApp;
  let client: Client;
  let messages: MessageClient;
  let url: URL;
  let patterns: string[];
  const faults: unknown[] = [];
  const onFault = (fault: unknown): void => {
    faults.push(fault);
  };

  beforeAll(async () => {
    url = new URL(`tcp://127.0.0.1:${String(await freePort())}`);
    const environment = { MESSAGE_TRANSPORT: 'tcp', MESSAGE_URL: url.href };
    app = await TestApp.start({ ...environment, WRONG_KEYS_PER_MINUTE: '0' });
    client = await app.workspace();
    messages = tcpClient(url.href);
    patterns = declaredPatterns(app).map(({ pattern }) => pattern);
    process.on('unhandledRejection', onFault);
    process.on('uncaughtException', onFault);
  });

  afterAll(async () => {
    process.off('unhandledRejection', onFault);
    process.off('uncaughtException', onFault);
    await messages.close();
    await app.stop();
  });

  afterEach(async () => {
    expect(faults).toEqual([]);
    const answer = await messages.send('customers.count', { apiKey: client.key });
    expect(answer.success).toBe(true);
  });

  /** Nobody waits for ever, and nothing is a fault of the service. */
  function expectEnvelope(answer: Envelope): void {
    expect(typeof answer.success).toBe('boolean');
    if (answer.success) return;
    expect(answer.error.requestId).toBeTruthy();
    expect(answer.error.code).not.toMatch(/INTERNAL_ERROR|ANALYTICS_ERROR|SERVICE_UNAVAILABLE/);
  }

  // Nest's client does not send null: that goes over a bare connection below.
  const junk = fc.oneof(
    fc.constantFrom([], 7, 'x', ''),
    fc.jsonValue().filter((value) => value !== null),
  );

  /** Payloads as they should be, and with things wrong anywhere in them. */
  function payloadsOf(operationId: string): fc.Arbitrary<unknown> {
    const { operation } = operationNamed(operationId);
    const parameters = (operation.parameters ?? []).filter(
      (one): one is Parameter => 'name' in one && one.in === 'query',
    );
    const params = operation.requestBody
      ? bodyValue(operationId)
      : fc.record(
          Object.fromEntries(parameters.map(({ name, schema }) => [name, valueOf(schema)])),
          { requiredKeys: [], noNullPrototype: true },
        );
    const needsId = (operation.parameters ?? []).some((one) => 'in' in one && one.in === 'path');
    const right = fc.record({
      apiKey: fc.constant(client.key),
      params,
      ...(needsId && { id: fc.constantFrom('ext_a', 'cus_x', 'con_x', '') }),
    });
    const keyed = broken(right).map((payload) =>
      typeof payload === 'object' && payload !== null && !Array.isArray(payload)
        ? { ...payload, apiKey: client.key }
        : (payload ?? []),
    );
    return fc.oneof({ weight: 3, arbitrary: right }, { weight: 4, arbitrary: keyed }, junk);
  }

  it.each(
    operations
      .map(({ operation }) => operation.operationId)
      // Health and streams have no pattern.
      .filter((id) => !id.startsWith('health') && !id.endsWith('.export')),
  )('%s', async (operationId) => {
    const pattern = operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(patterns).toContain(pattern);
    let successes = 0;
    const property = fc.asyncProperty(payloadsOf(operationId), async (payload) => {
      const answer = await messages.send(pattern, payload);
      expectEnvelope(answer);
      if (answer.success) successes += 1;
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
    // What is about a record that is not there, or no more, is not found.
    const isAboutOne = operationNamed(operationId).path.includes('{id}');
    if (!isAboutOne && operationId !== 'track.refund') expect(successes).toBeGreaterThan(0);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 7],
    ['a text', 'customers.count'],
    ['a list', []],
    ['lists', [[[]]]],
    ['true', true],
  ])('takes no harm from a packet that is %s', async (_what, value) => {
    const socket = connect(Number(url.port), url.hostname);
    await once(socket, 'connect');
    socket.write(framed(JSON.stringify(value)));
    // Behind it on the same connection, or on another one where that was cut.
    socket.write(packet({ pattern: 'customers.count', id: '1', data: { apiKey: client.key } }));
    const ended = once(socket, 'close').then(() => [] as never[]);
    const [answer] = await Promise.race([answersOver(socket, 1), ended]);
    if (answer) expect(answer.response?.success).toBe(true);
    socket.destroy();
  });

  it.each<[string, object]>([
    ['no pattern', {}],
    ['a pattern that is null', { pattern: null }],
    ['a pattern that is a number', { pattern: 7 }],
    ['a pattern that is a list', { pattern: ['customers.count'] }],
    ['a pattern that is an object', { pattern: { cmd: 'customers.count' } }],
    [
      'a pattern that is deep',
      { pattern: JSON.parse('{"a":'.repeat(3_000) + '1' + '}'.repeat(3_000)) as object },
    ],
    ['a pattern of every object', { pattern: '__proto__' }],
    ['a pattern that is long', { pattern: 'x'.repeat(100_000) }],
    ['a payload that is null', { pattern: 'customers.count', data: null }],
    ['a payload that is a list', { pattern: 'customers.count', data: [1] }],
    [
      'a payload with __proto__',
      { pattern: 'customers.count', data: JSON.parse('{"__proto__": {"apiKey": "x"}}') as object },
    ],
    ['no payload', { pattern: 'customers.count' }],
  ])('answers a packet with %s', async (_what, fields) => {
    const socket = connect(Number(url.port), url.hostname);
    await once(socket, 'connect');
    socket.write(packet({ ...fields, id: 'mine' }));
    const [answer] = await answersOver(socket, 1);
    expect(answer?.id).toBe('mine');
    expect(answer?.response).toMatchObject({ success: false });
    expectEnvelope(answer?.response as Envelope);
    socket.destroy();
  });

  it.each([false, {}, [], { a: { b: 1 } }])('refuses an id that is no text: %j', async (id) => {
    const socket = connect(Number(url.port), url.hostname);
    await once(socket, 'connect');
    socket.write(packet({ pattern: 'customers.count', id, data: { apiKey: client.key } }));
    const [answer] = await answersOver(socket, 1);
    expect(answer).toMatchObject({ response: { error: { code: 'VALIDATION_ERROR' } } });
    expect(answer).not.toHaveProperty('id');
    socket.destroy();
  });

  it.each([0, '', 1e300, 'x'.repeat(10_000)])(
    'gives any id back that is a text or a number: %#',
    async (id) => {
      const socket = connect(Number(url.port), url.hostname);
      await once(socket, 'connect');
      socket.write(packet({ pattern: 'customers.count', id, data: { apiKey: client.key } }));
      const [answer] = await answersOver(socket, 1);
      expect(answer).toMatchObject({ id, response: { success: true } });
      socket.destroy();
    },
  );

  it.each([5_000, 100_000])('answers params that are %i deep', async (depth) => {
    const socket = connect(Number(url.port), url.hostname);
    await once(socket, 'connect');
    const params = '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
    const data = `{"apiKey":"${client.key}","params":${params}}`;
    socket.write(framed(`{"pattern":"customers.upsert","id":"mine","data":${data}}`));
    const [answer] = await answersOver(socket, 1);
    expect(answer?.response?.error.code).toBe('VALIDATION_ERROR');
    socket.destroy();
  });

  it.each([
    ['a length that is none', 'x#{}'],
    ['a negative length', '-1#{}'],
    ['a length that is too long', `${String(2 ** 40)}#{`],
    ['a length of a fraction', '1.5#{}'],
    ['no length', '#{}'],
    ['a length without an end', '9'.repeat(100_000)],
    ['what is no JSON', framed('{nonsense')],
    ['JSON that ends early', '3#{"pattern": 1}'],
    ['HTTP', 'GET /customers HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['bytes that are no text', '\xff\xfe\x00#\x00'],
  ])('cuts off who sends %s, and serves the others', async (_what, text) => {
    const socket = connect(Number(url.port), url.hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(Buffer.from(text, 'latin1'));
    const other = await messages.send('customers.count', { apiKey: client.key });
    expect(other.success).toBe(true);
    socket.destroy();
  });
});
