import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { times, unique } from '../support/builders.js';
import { parseRaw, rawRequest, sendRaw } from '../support/raw-http.js';
import { TestApp, type Client } from '../support/start-app.js';

const PATIENCE_MS = 1_500;

describe('while others are abusive, the service', () => {
  let app: TestApp;
  let client: Client;
  let sockets: Socket[] = [];

  beforeAll(async () => {
    app = await TestApp.start({
      HEADERS_TIMEOUT_MS: String(PATIENCE_MS),
      REQUEST_TIMEOUT_MS: String(2 * PATIENCE_MS),
    });
    client = await app.workspace();
  });

  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    sockets = [];
  });

  afterAll(() => app.stop());

  /** An open connection, and all that comes back over it until it is closed. */
  async function opened(): Promise<{ socket: Socket; received: Promise<string> }> {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    let text = '';
    socket.on('data', (data) => {
      text += data.toString();
    });
    // Writing to who has hung up is what the abusive do.
    socket.on('error', () => undefined);
    const received = once(socket, 'close').then(() => text);
    await once(socket, 'connect');
    return { socket, received };
  }

  async function expectServed(): Promise<void> {
    for (let i = 0; i < 10; i += 1) {
      const externalId = unique();
      expect((await client.post('/customers', { externalId })).status).toBe(201);
      expect((await client.get(`/customers/ext_${externalId}`)).status).toBe(200);
    }
  }

  /** Sends the rest byte by byte for as long as somebody listens. */
  async function trickle(socket: Socket): Promise<void> {
    while (!socket.destroyed && socket.writable) {
      socket.write('x');
      await sleep(50);
    }
  }

  const headOf = (line: string, headers: Record<string, string>): string =>
    rawRequest(line, { 'x-api-key': client.key, ...headers });

  it('serves beside 1,000 connections that say nothing, and closes them', async () => {
    const idle = await Promise.all(times(1_000, opened));
    await expectServed();
    const received = await Promise.all(idle.map((one) => one.received));
    expect(received).toHaveLength(1_000);
    await expectServed();
  });

  it('serves beside 100 senders of slow headers, and hangs up on them', async () => {
    const slow = await Promise.all(times(100, opened));
    const trickles = slow.map(({ socket }) => {
      socket.write(headOf('GET /customers', {}).trimEnd() + '\r\nx-slow: ');
      return trickle(socket);
    });
    await expectServed();
    for (const text of await Promise.all(slow.map(({ received }) => received))) {
      const { status, body } = parseRaw(text);
      expect([status, body]).toMatchObject([400, { error: { code: 'VALIDATION_ERROR' } }]);
    }
    await Promise.all(trickles);
  });

  it('serves beside 100 senders of slow bodies, and hangs up on them', async () => {
    const slow = await Promise.all(times(100, opened));
    const trickles = slow.map(({ socket }) => {
      const type = { 'content-type': 'application/json', 'content-length': '100000' };
      socket.write(headOf('POST /customers', type));
      return trickle(socket);
    });
    await expectServed();
    for (const text of await Promise.all(slow.map(({ received }) => received))) {
      expect(parseRaw(text).status).toBe(400);
    }
    await Promise.all(trickles);
  });

  it('does not wait for a body whose sender has no right to send it', async () => {
    const { socket, received } = await opened();
    socket.write(
      rawRequest('POST /customers', {
        'x-api-key': 'ck_nonsense',
        'content-type': 'application/json',
        'content-length': '100000',
      }),
    );
    expect(parseRaw(await received).status).toBe(401);
  });

  it('refuses headers of 17 kB, of 1 MB, and 3,000 of them', async () => {
    const many = Object.fromEntries(times(3_000, (i) => [`x-${String(i)}`, 'x']));
    const large = [{ 'x-large': 'x'.repeat(17_000) }, { 'x-large': 'x'.repeat(1_000_000) }, many];
    const answers = await Promise.all(
      times(30, (i) => sendRaw(app.url, headOf('GET /customers', large[i % 3] ?? {}))),
    );
    const refused = answers.filter((text) => parseRaw(text).status === 400);
    expect(refused).toHaveLength(30);
    await expectServed();
  });

  it('serves beside a flood of 5,000 requests sent at once, and answers each in turn', async () => {
    const { socket, received } = await opened();
    const line = `GET /customers/count HTTP/1.1\r\nHost: x\r\nX-API-Key: ${client.key}\r\n`;
    const requests = times(5_000, (i) => `${line}X-Request-Id: r${String(i)}\r\n\r\n`);
    socket.write(requests.join('') + headOf('GET /customers/count', { 'x-request-id': 'last' }));
    await expectServed();
    const text = await received;
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(5_001);
    const ids = Array.from(text.matchAll(/x-request-id: (\S+)/g), ([, id]) => id);
    expect(ids).toEqual([...times(5_000, (i) => `r${String(i)}`), 'last']);
  });
});
