import { BaseRpcContext, Server } from '@nestjs/microservices';
import { once } from 'node:events';
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { BATCH_BODY_LIMIT } from '../http/json-body.js';
import { Frames } from './frames.js';
import { Message, isObject } from './message.js';
import type { MessageDispatcher } from './message-dispatcher.js';
import { packed, packetOf, parseJson, type Packet } from './packet.js';

const IN_FLIGHT_MS = 10_000;
/** For callers to take their last answer and hang up. */
const FAREWELL_MS = 500;
/** A packet that has begun is to end within this time. */
const PACKET_MS = 60_000;

const MOST_CONNECTIONS = 1_000;
/** A caller that asks for more at a time is not read from meanwhile. */
const MOST_AT_ONCE = 64;

/** A packet is its payload with a pattern and an id around it. */
const LONGEST_PACKET = BATCH_BODY_LIMIT + 64 * 1_024;

export interface TcpOptions {
  host: string;
  port: number;
  tls?: TlsOptions;
}

/** A caller's connection, and what came over it that has not been answered. */
interface Connection {
  socket: Socket;
  inFlight: number;
}

/** Messages over TCP, framed as Nest's own client frames them. */
export class TcpTransport extends Server {
  private readonly server: NetServer;
  private readonly connections = new Set<Connection>();
  private closed: Promise<void> | undefined;

  constructor(
    private readonly options: TcpOptions,
    private readonly dispatcher: MessageDispatcher,
  ) {
    super();
    const onConnection = (socket: Socket): void => {
      this.serve(socket);
    };
    const { tls } = options;
    this.server = tls ? createTlsServer(tls, onConnection) : createServer(onConnection);
    this.server.maxConnections = MOST_CONNECTIONS;
  }

  listen(callback: (error?: unknown) => void): void {
    const { host, port } = this.options;
    this.server.once('error', callback).listen(port, host, () => {
      this.server.off('error', callback).on('error', (error) => {
        this.logger.error(error);
      });
      callback();
    });
  }

  /** Takes no more messages, answers those that have come, and hangs up. */
  close(): Promise<void> {
    // Nest's own shutdown asks for it as well.
    this.closed ??= this.leave();
    return this.closed;
  }

  on(): void {
    // Nobody listens: what goes wrong is in the log.
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Nest declares it so.
  unwrap<T>(): T {
    return this.server as T;
  }

  private async leave(): Promise<void> {
    this.server.close();
    for (const { socket } of this.connections) socket.pause();
    await this.dispatcher.idle(IN_FLIGHT_MS);
    const gone = Promise.all([...this.connections].map(({ socket }) => hangUp(socket)));
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, FAREWELL_MS))]);
    for (const { socket } of this.connections) socket.destroy();
  }

  private serve(socket: Socket): void {
    const connection = { socket, inFlight: 0 };
    const frames = new Frames(LONGEST_PACKET);
    let deadline: NodeJS.Timeout | undefined;
    this.connections.add(connection);
    // A caller that breaks off has nobody to tell it to.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(deadline);
      this.connections.delete(connection);
    });
    socket.on('data', (chunk: Buffer) => {
      if (this.closed) return;
      try {
        for (const text of frames.feed(chunk)) {
          clearTimeout(deadline);
          deadline = undefined;
          void this.take(connection, text);
        }
      } catch {
        socket.destroy();
        return;
      }
      if (frames.isInside) deadline ??= setTimeout(() => socket.destroy(), PACKET_MS).unref();
    });
  }

  private async take(connection: Connection, text: string): Promise<void> {
    const { socket } = connection;
    // Null until the packet has been read: what cannot be read is answered without an id.
    let id: Packet['id'] | null = null;
    const arrival = {
      transport: 'TCP' as const,
      bytes: Buffer.byteLength(text),
      context: new BaseRpcContext([]),
      read: (): Message => {
        const value = parseJson(text);
        const packet = packetOf(isObject(value) ? value : {});
        ({ id } = packet);
        const pattern = typeof packet.pattern === 'string' ? packet.pattern : '';
        return new Message(pattern, packet.data, socket.remoteAddress);
      },
      answer: (envelope: object): void => {
        // Without an id it is an event, and nobody waits for the answer.
        if (id !== undefined) send(socket, packed(envelope, id ?? undefined));
      },
    };
    connection.inFlight += 1;
    if (connection.inFlight === MOST_AT_ONCE) socket.pause();
    await this.dispatcher.dispatch(arrival, (pattern) => this.messageHandlers.get(pattern));
    connection.inFlight -= 1;
    this.readOn(connection);
  }

  /** Also not from a caller that does not take its answers: they would gather here. */
  private readOn({ socket, inFlight }: Connection): void {
    if (this.closed || inFlight >= MOST_AT_ONCE) return;
    if (socket.writableNeedDrain) socket.once('drain', () => socket.resume()).pause();
    else socket.resume();
  }
}

function send(socket: Socket, packet: object): void {
  const text = JSON.stringify(packet);
  if (socket.writable) socket.write(`${String(text.length)}#${text}`);
}

async function hangUp(socket: Socket): Promise<void> {
  if (socket.destroyed) return;
  const closed = once(socket, 'close');
  socket.end();
  // What was not read would keep the connection half open.
  socket.resume();
  await closed.catch(() => undefined);
}
