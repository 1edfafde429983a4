import { once } from 'node:events';
import { Socket, connect } from 'node:net';

export interface Response {
  status: number;
  head: string;
  body: Buffer;
}

export interface Request {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** The bytes of a request. */
export function requestBytes({ method, path, headers = {}, body }: Request): Buffer {
  const payload = typeof body === 'string' ? Buffer.from(body) : body;
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: bench',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(payload ? ['Content-Type: application/json', `Content-Length: ${payload.length}`] : []),
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  return payload ? Buffer.concat([head, payload]) : head;
}

/**
 * One keep-alive connection, one request at a time. Far leaner than Node's own client, which would
 * take as long as the service and make every two routes look alike.
 */
export class HttpConnection {
  private chunks: Buffer[] = [];
  private received = 0;
  private expected = -1;
  private head = '';
  private bodyAt = 0;
  private settle: { resolve: (response: Response) => void; reject: (error: Error) => void } | null =
    null;

  private constructor(
    private readonly url: URL,
    private socket: Socket,
  ) {}

  static async open(url: string): Promise<HttpConnection> {
    const connection = new HttpConnection(new URL(url), new Socket());
    await connection.reopen();
    return connection;
  }

  /** A connection that the server closed because it was idle is opened again. */
  async send(bytes: Buffer): Promise<Response> {
    if (this.socket.destroyed) await this.reopen();
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(bytes);
    });
  }

  close(): void {
    this.settle = null;
    this.socket.destroy();
  }

  private async reopen(): Promise<void> {
    const socket = connect(Number(this.url.port), this.url.hostname);
    await once(socket, 'connect');
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.onData(chunk);
    });
    socket.on('error', (error) => {
      this.fail(error);
    });
    socket.on('end', () => {
      socket.destroy();
      this.fail(new Error('The server closed the connection.'));
    });
    this.socket = socket;
  }

  private fail(error: Error): void {
    this.settle?.reject(error);
    this.settle = null;
  }

  private onData(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.received += chunk.length;
    if (this.expected === -1) this.readHead();
    if (this.expected === -1 || this.received < this.expected) return;
    const all = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks);
    const response = {
      status: Number(this.head.slice(9, 12)),
      head: this.head,
      body: all.subarray(this.bodyAt, this.expected),
    };
    this.chunks = [];
    this.received = 0;
    this.expected = -1;
    const { settle } = this;
    this.settle = null;
    settle?.resolve(response);
  }

  private readHead(): void {
    const all = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    const end = all?.indexOf('\r\n\r\n') ?? -1;
    if (!all || end === -1) return;
    this.head = all.toString('latin1', 0, end);
    this.bodyAt = end + 4;
    const length = /\ncontent-length: *(\d+)/i.exec(this.head);
    if (!length && !/^HTTP\/1\.1 (204|304)/.test(this.head)) {
      this.fail(new Error(`An answer without its length: ${this.head}`));
    }
    this.expected = this.bodyAt + Number(length?.[1] ?? 0);
  }
}
