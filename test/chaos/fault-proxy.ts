import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What goes wrong between a service and a server. */
export type Fault =
  /** A packet and what answers it take so much longer together. */
  | { roundTripMs: number }
  /** Packets wait, as lost ones do that TCP sends again, and arrive when it is over. */
  | 'silence'
  /** Packets are gone for good, and connections that were open stay dead for ever, unnoticed. */
  | 'black hole'
  /** Connections are cut, and no new one is accepted, as when the server restarts. */
  | 'down';

/** The two halves of a connection through the proxy. */
class Relay {
  isDead = false;
  private readonly held: (() => void)[] = [];

  constructor(
    private readonly near: Socket,
    private readonly far: Socket | undefined,
    private readonly faultOf: () => Fault | undefined,
  ) {
    if (!far) return;
    this.join(near, far);
    this.join(far, near);
  }

  cut(): void {
    this.isDead = true;
    this.near.resetAndDestroy();
    this.far?.resetAndDestroy();
  }

  release(): void {
    for (const send of this.held.splice(0)) send();
  }

  private join(from: Socket, to: Socket): void {
    from.setNoDelay(true);
    from.on('data', (bytes) => {
      this.pass(() => to.write(bytes));
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      if (!this.isDead) this.pass(() => to.destroy());
    });
  }

  private pass(send: () => void): void {
    const fault = this.faultOf();
    if (fault === 'black hole') this.isDead = true;
    if (this.isDead) return;
    if (fault === 'silence') this.held.push(send);
    else if (typeof fault === 'object') setTimeout(send, fault.roundTripMs / 2);
    else send();
  }
}

/** Stands between a service and a server, and lets a test disturb what they say. */
export class FaultProxy {
  private fault: Fault | undefined;
  private readonly relays = new Set<Relay>();
  private server: Server | undefined;
  private ownPort = 0;

  private constructor(private readonly target: { host: string; port: number }) {}

  static async before(url: string): Promise<FaultProxy> {
    const { hostname, port } = new URL(url);
    const proxy = new FaultProxy({ host: hostname, port: Number(port) });
    await proxy.listen();
    return proxy;
  }

  /** The server's URL, by way of the proxy. */
  through(url: string): string {
    const changed = new URL(url);
    changed.hostname = '127.0.0.1';
    changed.port = String(this.ownPort);
    return changed.href;
  }

  async disturb(fault: Fault): Promise<void> {
    this.fault = fault;
    // What is open dies now, also if nobody says a word until it is over.
    if (fault === 'black hole') for (const relay of this.relays) relay.isDead = true;
    if (fault === 'down') await this.shut();
  }

  async heal(): Promise<void> {
    const { fault } = this;
    this.fault = undefined;
    for (const relay of this.relays) relay.release();
    if (fault === 'down') await this.listen();
  }

  async end(): Promise<void> {
    if (this.server) await this.shut();
  }

  private async listen(): Promise<void> {
    this.server = createServer((near) => {
      // Nobody answers whoever knocks at a black hole.
      const far = this.fault === 'black hole' ? undefined : connect(this.target);
      near.on('error', () => undefined);
      this.relays.add(new Relay(near, far, () => this.fault));
    }).listen(this.ownPort, '127.0.0.1');
    await once(this.server, 'listening');
    this.ownPort = (this.server.address() as AddressInfo).port;
  }

  private async shut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    for (const relay of this.relays) relay.cut();
    this.relays.clear();
    await new Promise((resolve) => server?.close(resolve));
  }
}
