import { credsAuthenticator, type ConnectionOptions } from '@nats-io/transport-node';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { readFileSync } from 'node:fs';
import type { Env } from '../config/env.js';
import { InvalidConfiguration } from '../config/variable.js';
import type { MessageDispatcher } from './message-dispatcher.js';
import { NatsTransport } from './nats-transport.js';
import { TcpTransport, type TcpOptions } from './tcp-transport.js';

type MessageEnv = Pick<Env, Extract<keyof Env, `MESSAGE_${string}`>>;

interface TlsFiles {
  ca?: string;
  cert?: string;
  key?: string;
}

/** What messages come by, not listening yet; undefined without. Throws `InvalidConfiguration`. */
export function messageTransport(
  env: MessageEnv,
  dispatcher: MessageDispatcher,
): (CustomTransportStrategy & { isConnected?: boolean }) | undefined {
  switch (env.MESSAGE_TRANSPORT) {
    case 'none':
      return undefined;
    case 'tcp':
      return new TcpTransport(tcpOptions(env), dispatcher);
    case 'nats':
      return new NatsTransport(natsOptions(env), dispatcher);
  }
}

function tcpOptions(env: MessageEnv): TcpOptions {
  const url = urlOf(env.MESSAGE_URL ?? 'tcp://127.0.0.1:3001');
  const isPlain = url.protocol === 'tcp:';
  if (!isPlain && url.protocol !== 'tls:') {
    throw new InvalidConfiguration(['MESSAGE_URL must begin with tcp:// or tls:// for tcp']);
  }
  const { ca, cert, key } = tlsFiles(env);
  if (!isPlain && (cert === undefined || key === undefined)) {
    const needed = 'MESSAGE_TLS_CERT_FILE and MESSAGE_TLS_KEY_FILE';
    throw new InvalidConfiguration([`${needed} must be set for tls://`]);
  }
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || 3_001),
    ...(!isPlain && { tls: { cert, key, ...(ca !== undefined && { ca, requestCert: true }) } }),
  };
}

function natsOptions(env: MessageEnv): ConnectionOptions {
  const urls = (env.MESSAGE_URL ?? 'nats://127.0.0.1:4222')
    .split(',')
    .map((url) => urlOf(url.trim()));
  if (urls.some(({ protocol }) => protocol !== 'nats:' && protocol !== 'tls:')) {
    throw new InvalidConfiguration(['MESSAGE_URL must begin with nats:// or tls:// for nats']);
  }
  const files = tlsFiles(env);
  const wantsTls = urls.some(({ protocol }) => protocol === 'tls:');
  const [first] = urls;
  const user = env.MESSAGE_USER ?? decodeURIComponent(first?.username ?? '');
  const pass = env.MESSAGE_PASSWORD ?? decodeURIComponent(first?.password ?? '');
  const credentials = env.MESSAGE_CREDENTIALS_FILE;
  return {
    servers: urls.map(({ host }) => host),
    ...(user !== '' && { user }),
    ...(pass !== '' && { pass }),
    ...(env.MESSAGE_TOKEN !== undefined && { token: env.MESSAGE_TOKEN }),
    ...(credentials !== undefined && {
      authenticator: credsAuthenticator(readFile('MESSAGE_CREDENTIALS_FILE', credentials)),
    }),
    ...((wantsTls || Object.keys(files).length > 0) && { tls: files }),
  };
}

function urlOf(text: string): URL {
  if (!URL.canParse(text)) throw new InvalidConfiguration(['MESSAGE_URL must be a URL']);
  return new URL(text);
}

function tlsFiles(env: MessageEnv): TlsFiles {
  const files: TlsFiles = {};
  for (const part of ['CA', 'CERT', 'KEY'] as const) {
    const name = `MESSAGE_TLS_${part}_FILE` as const;
    const path = env[name];
    if (path === undefined) continue;
    files[part.toLowerCase() as keyof TlsFiles] = readFile(name, path).toString();
  }
  return files;
}

function readFile(variable: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new InvalidConfiguration([`${variable} must be a file that can be read (${code})`]);
  }
}
