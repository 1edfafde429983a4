import { Metrics } from '@app/platform';
import { resultsIn } from '../support/answers.js';
import { times } from '../support/builders.js';
import { plainNatsClient, tcpClient, type Envelope } from '../support/messages.js';
import { RawTcp } from '../support/raw-tcp.js';
import { freePort } from '../support/run-service.js';
import { TestApp, type Client } from '../support/start-app.js';
import { until } from '../support/until.js';
import { describeWithServer } from '../support/with-server.js';

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('a hostile caller over TCP', () => {
  let url: string;
  let app: TestApp;
  let client: Client;
  let caller: RawTcp;

  beforeAll(async () => {
    url = `tcp://127.0.0.1:${String(await freePort())}`;
    app = await TestApp.start({ MESSAGE_TRANSPORT: 'tcp', MESSAGE_URL: url });
    client = await app.workspace();
  });

  beforeEach(async () => {
    caller = await RawTcp.open(url);
  });

  afterEach(() => {
    caller.close();
  });

  afterAll(() => app.stop());

  /** A message of somebody else is served as ever. */
  async function expectServed(): Promise<void> {
    const messages = tcpClient(url);
    const answer = await messages.send('customers.count', { apiKey: client.key });
    expect(answer).toMatchObject({ success: true });
    await messages.close();
  }

  it.each([
    ['an id that is nested deeply', `{"pattern":"x","data":{},"id":${deep(50_000)}}`],
    ['an id that is an object', '{"pattern":"x","data":{},"id":{"__proto__":1}}'],
    ['what is not JSON', '{"pattern":'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[1]'],
  ])('gets an answer to %s, and keeps its connection', async (_what, packet) => {
    caller.send(packet);
    caller.send(JSON.stringify({ pattern: 'customers.count', data: {}, id: 'next' }));
    await until(() => caller.answers.some(({ id }) => id === 'next'));
    for (const { response } of caller.answers) expect(response.success).toBe(false);
    await expectServed();
  });

  it.each([
    ['params that are nested deeply', `{"params":${deep(50_000)}}`],
    ['a text for an object', '"text"'],
    ['a __proto__', '{"params":{"__proto__":{"externalId":"a"}}}'],
  ])('is told what is wrong with %s', async (_what, data) => {
    const keyed = data.replace('{', `{"apiKey":"${client.key}",`);
    caller.send(`{"pattern":"customers.upsert","id":"1","data":${keyed}}`);
    await until(() => caller.answers.length > 0);
    expect(['VALIDATION_ERROR', 'UNAUTHORIZED']).toContain(caller.answers[0]?.response.error?.code);
  });

  it.each(['nonsense#{}', '99999999#', '-5#{}'])('loses its connection by %s', async (text) => {
    caller.write(text);
    await until(() => caller.isClosed);
    await expectServed();
  });

  it('leaves no trace in the metrics for a pattern that there is not', async () => {
    const linesAfter = async (patterns: string[]): Promise<number> => {
      const { length } = caller.answers;
      for (const pattern of patterns) {
        caller.send(JSON.stringify({ pattern, data: {}, id: '1' }));
      }
      await until(() => caller.answers.length === length + patterns.length);
      return (await app.nest.get(Metrics).text()).text.split('\n').length;
    };
    const before = await linesAfter(['nonsense']);
    const quoted = times(50, (i) => `"customers.count"${' '.repeat(i)}`);
    expect(await linesAfter(quoted)).toBe(before);
  });

  it('cannot get around the limit of wrong keys by asking for many at once', async () => {
    const limited = `tcp://127.0.0.1:${String(await freePort())}`;
    const strict = await TestApp.start({
      ...{ MESSAGE_TRANSPORT: 'tcp', MESSAGE_URL: limited, WRONG_KEYS_PER_MINUTE: '10' },
    });
    const guesser = await RawTcp.open(limited);
    for (let i = 0; i < 3_000; i += 1) {
      const data = { apiKey: `ck_${String(i)}` };
      guesser.send(JSON.stringify({ pattern: 'customers.count', data, id: String(i) }));
    }
    await until(() => guesser.answers.length === 3_000);
    const guesses = guesser.answers.filter(({ response }) => {
      return response.error?.code === 'INVALID_API_KEY';
    });
    expect(guesses.length).toBeLessThan(600);
    guesser.close();
    await strict.stop();
  });

  it('is told at once that an address cannot be listened on', async () => {
    for (const wrong of [url, 'tcp://192.0.2.1:3001']) {
      const second = TestApp.start({ MESSAGE_TRANSPORT: 'tcp', MESSAGE_URL: wrong });
      await expect(second).rejects.toThrow('set MESSAGE_URL');
    }
  });
});

describeWithServer('nats-server', 'a hostile caller over NATS', (server) => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start({ MESSAGE_TRANSPORT: 'nats', MESSAGE_URL: server.url });
    client = await app.workspace();
  });

  afterAll(() => app.stop());

  it('gets an answer to an id that cannot be sent back', async () => {
    const messages = await plainNatsClient(server.url);
    const packet = `{"pattern":"x","data":{},"id":${deep(100_000)}}`;
    await until(() => messages.send('customers.count', {}).then(Boolean, () => false));
    const answer = await messages.connection.request('customers.count', packet);
    expect(answer.json()).toMatchObject({ success: false, error: { code: 'VALIDATION_ERROR' } });
    await messages.close();
  });

  it('is told when the answer is larger than the server takes', async () => {
    const events = times(100, (i) => ({
      type: 'customer',
      externalId: `c-${String(i)}`,
      name: 'x'.repeat(255),
      avatar: 'x'.repeat(255),
      metadata: { text: 'x'.repeat(10_000) },
    }));
    const batch = await client.post('/track/batch', { events });
    expect(resultsIn(batch).every(({ status }) => status === 'created')).toBe(true);
    const messages = await plainNatsClient(server.url);
    const ask = (limit: number): Promise<Envelope> =>
      messages.send('customers.list', { apiKey: client.key, params: { limit } });
    expect((await ask(10)).success).toBe(true);
    expect((await ask(100)).error.code).toBe('PAYLOAD_TOO_LARGE');
    expect((await ask(10)).success).toBe(true);
    await messages.close();
  });
});
