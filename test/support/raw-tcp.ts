import { connect, type Socket } from 'node:net';

/** What an answer looks like on the wire. */
interface AnswerPacket {
  id?: unknown;
  response: { success: boolean; error?: { code: string } };
}

/** A caller over TCP that sends what it likes, and keeps what comes back. */
export class RawTcp {
  private text = '';
  isClosed = false;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    socket.on('close', () => (this.isClosed = true));
    socket.on('error', () => undefined);
  }

  static open(url: string): Promise<RawTcp> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        resolve(new RawTcp(socket));
      }).once('error', reject);
    });
  }

  /** A packet, as Nest's client frames it. */
  send(packet: string): void {
    this.write(`${String(packet.length)}#${packet}`);
  }

  write(text: string): void {
    this.socket.write(text);
  }

  /** The answers that have come: packets of Nest's protocol. */
  get answers(): AnswerPacket[] {
    const found: AnswerPacket[] = [];
    let rest = this.text;
    for (let end = rest.indexOf('#'); end > 0; end = rest.indexOf('#')) {
      const length = Number(rest.slice(0, end));
      if (rest.length < end + 1 + length) break;
      found.push(JSON.parse(rest.slice(end + 1, end + 1 + length)) as AnswerPacket);
      rest = rest.slice(end + 1 + length);
    }
    return found;
  }

  close(): void {
    this.socket.destroy();
  }
}
