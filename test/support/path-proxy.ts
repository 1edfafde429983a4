import { createServer, request as sendRequest, type Server } from 'node:http';
import { freePort } from './run-service.js';

/** A reverse proxy that puts a server under a path, and that can be away for a while. */
export class PathProxy {
  private server: Server | undefined;

  private constructor(
    private readonly target: string,
    private readonly prefix: string,
    private readonly port: number,
  ) {}

  static async start(target: string, prefix: string): Promise<PathProxy> {
    const proxy = new PathProxy(target, prefix, await freePort());
    await proxy.resume();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}${this.prefix}`;
  }

  resume(): Promise<void> {
    const server = createServer((incoming, outgoing) => {
      const path = incoming.url ?? '/';
      if (!path.startsWith(`${this.prefix}/`)) {
        outgoing.writeHead(404).end();
        return;
      }
      const { hostname, port } = new URL(this.target);
      const { method, headers } = incoming;
      const options = { hostname, port, method, headers, path: path.slice(this.prefix.length) };
      incoming.pipe(
        sendRequest(options, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        }),
      );
    });
    this.server = server;
    return new Promise((resolve) => {
      server.listen(this.port, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}
