import { ClientProxyFactory, Transport, type ClientProxy } from '@nestjs/microservices';
import { connect, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';
import { firstValueFrom } from 'rxjs';
import type { ConnectionOptions } from 'node:tls';

/** What comes back for a message. */
export interface Envelope {
  success: boolean;
  data: unknown;
  error: { code: string; message: string; requestId: string; details?: { path: string }[] };
}

/** Somebody who sends messages. */
export interface MessageClient {
  send(pattern: string, payload: unknown): Promise<Envelope>;
  close(): Promise<void>;
}

/** Nest's own client, as another Nest service would have it. */
class NestClient implements MessageClient {
  constructor(private readonly proxy: ClientProxy) {}

  send(pattern: string, payload: unknown): Promise<Envelope> {
    return firstValueFrom(this.proxy.send<Envelope>(pattern, payload));
  }

  async close(): Promise<void> {
    await (this.proxy.close() as Promise<void> | undefined);
  }
}

/** A client that knows nothing of Nest: a request with JSON, and JSON back. */
class PlainNatsClient implements MessageClient {
  constructor(
    readonly connection: NatsConnection,
    private readonly timeout: number,
  ) {}

  async send(pattern: string, payload: unknown): Promise<Envelope> {
    const { timeout } = this;
    const answer = await this.connection.request(pattern, JSON.stringify(payload), { timeout });
    return answer.json();
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}

export function tcpClient(url: string, tls?: ConnectionOptions): MessageClient {
  const { hostname: host, port } = new URL(url);
  const options = { host, port: Number(port), ...(tls && { tlsOptions: tls }) };
  return new NestClient(ClientProxyFactory.create({ transport: Transport.TCP, options }));
}

export const nestNatsClient = (url: string): MessageClient =>
  new NestClient(
    ClientProxyFactory.create({ transport: Transport.NATS, options: { servers: [url] } }),
  );

export const plainNatsClient = async (
  url: string,
  timeoutMs = 20_000,
  options: NodeConnectionOptions = {},
): Promise<PlainNatsClient> =>
  new PlainNatsClient(await connect({ ...options, servers: url }), timeoutMs);
