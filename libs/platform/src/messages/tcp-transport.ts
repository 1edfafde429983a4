import { ServerTCP, TcpContext, type TcpOptions, type TcpSocket } from '@nestjs/microservices';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { BATCH_BODY_LIMIT } from '../http/json-body.js';
import { Message, type Payload } from './message.js';
import type { MessageDispatcher } from './message-dispatcher.js';

const IN_FLIGHT_MS = 10_000;
/** For callers to take their last answer and hang up. */
const FAREWELL_MS = 500;

/** A packet is its payload with a pattern and an id around it. */
const LONGEST_PACKET = BATCH_BODY_LIMIT + 64 * 1_024;

/** What Nest's ClientProxy sends. */
interface Packet {
  pattern?: unknown;
  id?: unknown;
  data?: unknown;
}

/** Messages over TCP, framed as Nest's own client frames them. */
export class TcpTransport extends ServerTCP {
  private closed: Promise<void> | undefined;

  constructor(
    options: NonNullable<TcpOptions['options']>,
    private readonly dispatcher: MessageDispatcher,
  ) {
    super({ ...options, maxBufferSize: LONGEST_PACKET });
  }

  override async handleMessage(socket: TcpSocket, rawPacket: unknown): Promise<void> {
    // It has no id to be answered by.
    if (typeof rawPacket !== 'object' || rawPacket === null) return;
    const { pattern: rawPattern, id, data } = rawPacket as Packet;
    // There are no others, and Nest would write out one that is an object, however deep.
    const pattern = typeof rawPattern === 'string' ? rawPattern : '';
    const payload = typeof data === 'object' && data !== null ? (data as Payload) : {};
    const bytes = bytesOf(payload);
    const { remoteAddress } = socket.netSocket;
    const response = await this.dispatcher.dispatch(
      'TCP',
      new Message(pattern, payload, bytes, remoteAddress),
      this.getHandlerByPattern(pattern),
      new TcpContext([socket, pattern]),
    );
    // Without an id it is an event, and nobody waits for the answer.
    if (id !== undefined) socket.sendMessage({ response, isDisposed: true, id });
  }

  /** Takes no more connections, answers what has come, and hangs up. */
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- Nest waits for it.
  override close(): Promise<void> {
    // Nest's own shutdown asks for it as well.
    this.closed ??= this.leave();
    return this.closed;
  }

  private async leave(): Promise<void> {
    this.isManuallyTerminated = true;
    this.server.close();
    await this.dispatcher.idle(IN_FLIGHT_MS);
    const sockets = [...this.openSockets];
    const gone = Promise.all(sockets.map(hangUp));
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, FAREWELL_MS))]);
    super.close();
  }
}

function bytesOf(payload: Payload): number {
  try {
    return Buffer.byteLength(JSON.stringify(payload));
  } catch {
    // Too deep to be written: reading it is what refuses it.
    return 0;
  }
}

async function hangUp(socket: Socket): Promise<void> {
  if (socket.destroyed) return;
  const closed = once(socket, 'close');
  socket.end();
  await closed.catch(() => undefined);
}
