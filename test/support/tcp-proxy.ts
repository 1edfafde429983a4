import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Stands before a server on this machine and makes the network worse. */
export class TcpProxy {
  /** Milliseconds that what the server says is held back. */
  delayMs = 0;
  /** Bytes that clients have sent. */
  sent = 0;
  /** Connections that clients have made. */
  opened = 0;
  private readonly sockets = new Set<Socket>();
  private hole: Promise<void> = Promise.resolve();

  private constructor(private readonly server: Server) {}

  static async before(port: number, host = '127.0.0.1'): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(server);
    server.on('connection', (client) => {
      proxy.join(client, connect(port, host));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Connections from now on are in order; what the old ones swallow never arrives. */
  passNew(): void {
    this.hole = Promise.resolve();
  }

  /** Nothing arrives on either side, and connections stay open, until the answer is called. */
  swallow(): () => void {
    let end: () => void = () => undefined;
    this.hole = new Promise((resolve) => {
      end = resolve;
    });
    return end;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, server: Socket): void {
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.setNoDelay();
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on('data', (bytes: Buffer) => (this.sent += bytes.length));
    this.opened += 1;
    this.pass(client, server, () => 0);
    this.pass(server, client, () => this.delayMs);
  }

  /** In order, as TCP does. */
  private pass(from: Socket, to: Socket, delay: () => number): void {
    let last = Promise.resolve();
    from.on('data', (bytes: Buffer) => {
      const due = sleep(delay(), undefined, { ref: false });
      last = Promise.all([last, due]).then(async () => {
        await this.hole;
        to.write(bytes);
      });
    });
  }
}
