import { NatsContext, Server } from '@nestjs/microservices';
import type { ConnectionOptions, Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { connect } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { ValidationFailed } from '../errors/app-error.js';
import { errorBody } from '../http/envelope.js';
import { Message, type Payload } from './message.js';
import type { MessageDispatcher } from './message-dispatcher.js';

/** Instances share the work: a message goes to one of those in the group. */
const QUEUE = 'customers-api';

const IN_FLIGHT_MS = 10_000;
/** A server that does not answer two of these is lost. */
const PING_MS = 10_000;

/** What a message says, and how Nest's own client wants its answer wrapped. */
interface Unpacked {
  payload: Payload;
  wrap: (envelope: object) => object;
}

const asIs = (envelope: object): object => envelope;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes the payload as it is, and in the packet that Nest's ClientProxy sends. */
function unpack(value: unknown): Unpacked {
  if (!isObject(value)) return { payload: {}, wrap: asIs };
  if (!('pattern' in value) && !('data' in value)) return { payload: value, wrap: asIs };
  const { data, id } = value;
  return {
    payload: isObject(data) ? data : {},
    wrap: (response) => ({ response, isDisposed: true, id }),
  };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Messages over NATS, each pattern a subject. A server that is lost is looked for again, for ever. */
export class NatsTransport extends Server {
  isConnected = false;
  private connection: NatsConnection | undefined;
  private readonly subscriptions: Subscription[] = [];
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

  private async leave(): Promise<void> {
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

  on(): void {
    // Nobody listens: what happens to the connection is in the log.
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Nest declares it so.
  unwrap<T>(): T {
    return this.connection as T;
  }

  private async connect(): Promise<void> {
    try {
      this.connection = await connect({
        name: 'customers-api',
        ...this.options,
        reconnect: true,
        pingInterval: PING_MS,
        maxReconnectAttempts: -1,
        waitOnFirstConnect: true,
        // Credentials may be renewed at the other side while this one waits.
        ignoreAuthErrorAbort: true,
      });
    } catch (error) {
      this.logger.error(error);
      return;
    }
    if (this.closed) {
      await this.connection.close();
      return;
    }
    this.isConnected = true;
    void this.watch(this.connection);
    for (const subject of this.messageHandlers.keys()) {
      const callback = (_error: unknown, message: Msg): void => {
        void this.serve(subject, message);
      };
      this.subscriptions.push(this.connection.subscribe(subject, { queue: QUEUE, callback }));
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
      } else if (status.type === 'error') {
        this.logger.error(status.error);
      }
    }
    this.isConnected = false;
  }

  private async serve(subject: string, sent: Msg): Promise<void> {
    const { unpacked, bytes } = { unpacked: read(sent), bytes: sent.data.length };
    const message = new Message(subject, unpacked?.payload ?? {}, bytes);
    const answer = unpacked
      ? await this.dispatcher.dispatch(
          'NATS',
          message,
          this.getHandlerByPattern(subject),
          new NatsContext([subject, sent.headers]),
        )
      : errorBody(
          ValidationFailed.of('', 'The message is not valid JSON in UTF-8'),
          message.requestId,
        );
    const wrap = unpacked?.wrap ?? asIs;
    // Without a subject to reply to, nobody waits for the answer.
    if (sent.reply) sent.respond(JSON.stringify(wrap(answer)));
  }
}

function read(sent: Msg): Unpacked | undefined {
  try {
    return unpack(JSON.parse(decoder.decode(sent.data)));
  } catch {
    return undefined;
  }
}
