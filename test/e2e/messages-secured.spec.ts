import { Env, MessageDispatcher, messageTransport } from '@app/platform';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plainNatsClient, tcpClient } from '../support/messages.js';
import { freePort } from '../support/run-service.js';
import { TestApp } from '../support/start-app.js';
import { describeWithServer } from '../support/with-server.js';

const file = (name: string): string => path.resolve('test/support/tls', name);
const read = (name: string): string => readFileSync(file(name), 'utf8');

const FILES = {
  MESSAGE_TLS_CA_FILE: file('ca.pem'),
  MESSAGE_TLS_CERT_FILE: file('server.pem'),
  MESSAGE_TLS_KEY_FILE: file('server.key'),
};

describe('messages over TCP with TLS', () => {
  let app: TestApp;
  const port = freePort();

  beforeAll(async () => {
    const MESSAGE_URL = `tls://127.0.0.1:${String(await port)}`;
    app = await TestApp.start({ MESSAGE_TRANSPORT: 'tcp', MESSAGE_URL, ...FILES });
  });

  afterAll(() => app.stop());

  it('are taken from callers with a certificate', async () => {
    const { key } = await app.workspace();
    const tls = { ca: read('ca.pem'), cert: read('client.pem'), key: read('client.key') };
    const messages = tcpClient(`tls://127.0.0.1:${String(await port)}`, tls);
    expect(await messages.send('customers.count', { apiKey: key })).toMatchObject({
      data: { count: 0 },
    });
    await messages.close();
  });

  it('are taken from nobody else', async () => {
    for (const tls of [{ ca: read('ca.pem') }, undefined]) {
      const messages = tcpClient(`tls://127.0.0.1:${String(await port)}`, tls);
      await expect(messages.send('customers.count', {})).rejects.toBeDefined();
      await messages.close();
    }
  });
});

describeWithServer('nats-server', 'messages over NATS with TLS and accounts', (server) => {
  const user = { MESSAGE_USER: 'api', MESSAGE_PASSWORD: 'secret' };

  beforeAll(async () => {
    await server.stop();
    const tls = ['--tls', '--tlscert', file('server.pem'), '--tlskey', file('server.key')];
    const verify = ['--tlscacert', file('ca.pem'), '--tlsverify'];
    await server.start(...tls, ...verify, '--user', 'api', '--pass', 'secret');
  });

  it('come by when the environment says how', async () => {
    const lines: string[] = [];
    const app = await TestApp.start(
      {
        ...{ MESSAGE_TRANSPORT: 'nats', MESSAGE_URL: server.url.replace('nats:', 'tls:') },
        ...{ LOG_LEVEL: 'warn', ...FILES, ...user },
      },
      (line) => lines.push(line),
    );
    const { key } = await app.workspace();
    const messages = await plainNatsClient(server.url, 1_000, {
      ...{ user: 'api', pass: 'secret' },
      tls: { ca: read('ca.pem'), cert: read('client.pem'), key: read('client.key') },
    });
    const ask = (): Promise<unknown> =>
      messages.send('customers.count', { apiKey: key }).catch(() => undefined);
    let answer = await ask();
    while (!answer) answer = await ask();
    expect(answer).toMatchObject({ data: { count: 0 } });
    expect(lines.join('')).not.toContain('secret');
    await messages.close();
    await app.stop();
  });
});

describe('a configuration of messages', () => {
  const refusal = (environment: Record<string, string>): string => {
    try {
      messageTransport(Env.read(environment), new MessageDispatcher());
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    [{ MESSAGE_TRANSPORT: 'http' }, 'MESSAGE_TRANSPORT must be one of none, tcp, nats'],
    [{ MESSAGE_TRANSPORT: 'tcp', MESSAGE_URL: 'nats://x' }, 'must begin with tcp:// or tls://'],
    [{ MESSAGE_TRANSPORT: 'tcp', MESSAGE_URL: 'tls://x:1' }, 'MESSAGE_TLS_CERT_FILE'],
    [{ MESSAGE_TRANSPORT: 'nats', MESSAGE_URL: 'tcp://x' }, 'must begin with nats:// or tls://'],
    [{ MESSAGE_TRANSPORT: 'nats', MESSAGE_URL: 'x' }, 'MESSAGE_URL must be a URL'],
    [
      { MESSAGE_TRANSPORT: 'nats', MESSAGE_CREDENTIALS_FILE: 'none' },
      'MESSAGE_CREDENTIALS_FILE must be a file that can be read (ENOENT)',
    ],
  ])('is refused in plain words: %j', (environment, words) => {
    expect(refusal(environment)).toContain(words);
  });
});
