import { NatsContext, Server } from '@nestjs/microservices';
import {
  connect,
  type ConnectionOptions,
  type Msg,
  type NatsConnection,
  type Subscription,
} from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { ValidationFailed } from '../errors/app-error.js';
import { AnswerTooLarge } from '../errors/transport-errors.js';
import { Message } from './message.js';
import type { MessageDispatcher } from './message-dispatcher.js';
import { isPacket, packed, packetOf, parseJson } from './packet.js';

/** Instances share the work: a message goes to one of those in the group. */
const QUEUE = 'customers-api';

const IN_FLIGHT_MS = 10_000;
/** A server that does not answer two of these is lost. */
const PING_MS = 10_000;
const PAUSE_MS = 1_000;
/** How long a lost server is left alone between two attempts. */
const RECONNECT_MS = 250;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Messages over NATS, each pattern a subject. A server that is lost is looked for again, for ever. */
export class NatsTransport extends Server {
  isConnected = false;
  private connection: NatsConnection | undefined;
  private readonly subscriptions: Subscription[] = [];
  private readonly stopping = new AbortController();
  private closed: Promise<void> | undefined;

  constructor(
    private readonly options: ConnectionOptions,
    private readonly dispatcher: MessageDispatcher,
  ) {
    super();
  }

  /** Does not wait for the servers: the rest of the process has work without them. */
  listen(callback: (error?: unknown) => void): void {
    void this.connect();
    callback();
  }

  /** Takes no more messages, answers those that have come, and leaves. */
  close(): Promise<void> {
    // Nest's own shutdown asks for it as well.
    this.closed ??= this.leave();
    return this.closed;
  }

  on(): void {
    // Nobody listens: what happens to the connection is in the log.
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Nest declares it so.
  unwrap<T>(): T {
    return this.connection as T;
  }

  private async leave(): Promise<void> {
    this.stopping.abort();
    const { connection } = this;
    if (!connection || connection.isClosed()) return;
    // A server that is away can be told nothing, and one that does not answer holds up nobody.
    if (this.isConnected) {
      await Promise.race([this.drain(connection), sleep(IN_FLIGHT_MS, undefined, { ref: false })]);
    }
    await connection.close();
  }

  private async drain(connection: NatsConnection): Promise<void> {
    const drained = this.subscriptions.map((subscription) => subscription.drain());
    await Promise.all(drained).catch(() => undefined);
    await this.dispatcher.idle(IN_FLIGHT_MS);
    await connection.flush().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const { signal } = this.stopping;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        await this.connectOnce();
        return;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (attempt === 1) this.logger.warn(`NATS takes no messages (${reason}); trying again.`);
        await sleep(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }

  private async connectOnce(): Promise<void> {
    const connection = await connect({
      name: 'customers-api',
      ...this.options,
      reconnect: true,
      maxReconnectAttempts: -1,
      pingInterval: PING_MS,
      reconnectTimeWait: RECONNECT_MS,
      // Credentials may be renewed at the other side while this one waits.
      ignoreAuthErrorAbort: true,
    });
    if (this.stopping.signal.aborted) {
      await connection.close();
      return;
    }
    this.connection = connection;
    this.isConnected = true;
    void this.watch(connection);
    for (const subject of this.messageHandlers.keys()) {
      const callback = (error: Error | null, message: Msg): void => {
        if (error) this.logger.error(`No messages for ${subject}: ${error.message}`);
        else void this.take(subject, message);
      };
      this.subscriptions.push(connection.subscribe(subject, { queue: QUEUE, callback }));
    }
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') {
        this.isConnected = false;
        this.logger.warn('The NATS server is lost; trying to reach it again.');
      } else if (status.type === 'reconnect') {
        this.isConnected = true;
        this.logger.warn('The NATS server is back.');
      }
    }
    this.isConnected = false;
  }

  private take(subject: string, sent: Msg): Promise<void> {
    let wrap = (envelope: object): object => envelope;
    const arrival = {
      transport: 'NATS' as const,
      bytes: sent.data.length,
      context: new NatsContext([subject, sent.headers]),
      read: (): Message => {
        const value = parseJson(decode(sent.data));
        if (!isPacket(value)) return new Message(subject, value);
        const { data, id } = packetOf(value);
        wrap = (envelope) => packed(envelope, id);
        return new Message(subject, data);
      },
      answer: (envelope: object): void => {
        // Without a subject to reply to, nobody waits for the answer.
        if (sent.reply) this.respond(sent, wrap, envelope);
      },
    };
    return this.dispatcher.dispatch(arrival, (pattern) => this.messageHandlers.get(pattern));
  }

  private respond(sent: Msg, wrap: (envelope: object) => object, envelope: object): void {
    const text = JSON.stringify(wrap(envelope));
    const most = this.connection?.info?.max_payload ?? Infinity;
    if (Buffer.byteLength(text) > most) throw new AnswerTooLarge(most);
    sent.respond(text);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw ValidationFailed.of('', 'The message is not valid UTF-8');
  }
}
