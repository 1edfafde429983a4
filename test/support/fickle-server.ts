import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Arrival {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the server does with one request. */
export type Behaviour = (response: ServerResponse, request: Arrival) => void;

const send = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string>,
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

export const answers =
  (data: unknown, more: object = {}): Behaviour =>
  (response) => {
    send(response, 200, { success: true, data, ...more }, {});
  };

export const fails =
  (status: number, code: string, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    const error = { code, message: `It is ${code}.`, requestId: 'req_1' };
    send(response, status, { success: false, error }, headers);
  };

export const says =
  (status: number, text: string, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end(text);
  };

export const hangs: Behaviour = () => undefined;

export const resets: Behaviour = (response) => {
  response.socket?.resetAndDestroy();
};

/** The connection breaks in the middle of the answer. */
export const breaksOff: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"success": true, "da', () => response.socket?.destroy());
};

/** Behaves as told, one request after another; the last behaviour goes on for ever. */
export class FickleServer {
  readonly arrivals: Arrival[] = [];
  private behaviours: Behaviour[] = [];
  private heard: () => void = () => undefined;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const arrival = { method, url, headers, body: Buffer.concat(chunks).toString() };
        this.arrivals.push(arrival);
        this.heard();
        const behave = this.behaviours[Math.min(this.arrivals.length, this.behaviours.length) - 1];
        behave?.(response, arrival);
      });
    });
  }

  static async start(): Promise<FickleServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FickleServer(server);
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Forgets what has arrived, and behaves like this from now on. */
  will(...behaviours: Behaviour[]): void {
    this.arrivals.length = 0;
    this.behaviours = behaviours;
  }

  /** Once so many requests have arrived. */
  async until(count: number): Promise<void> {
    while (this.arrivals.length < count) {
      await new Promise<void>((resolve) => {
        this.heard = resolve;
      });
    }
  }

  headers(name: string): (string | string[] | undefined)[] {
    return this.arrivals.map(({ headers }) => headers[name]);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
