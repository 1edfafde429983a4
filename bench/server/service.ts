import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { KEY } from '../fill/workspaces.js';
import {
  HttpConnection,
  requestBytes,
  type Request,
  type Response,
} from '../measure/http-connection.js';

/** As `npm start` has them. */
const FLAGS = ['--enable-source-maps'];
const MAIN = fileURLToPath(new URL('../../apps/api/src/main.js', import.meta.url));

/** The headers of every call to the service. */
export const CALLER = { 'X-API-Key': KEY };

/** The service as it runs in production: a process of its own, its log in a file, limits counted. */
export class Service {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly log: string,
  ) {}

  static async start(
    databaseUrl: string,
    folder: string,
    environment: Record<string, string> = {},
  ): Promise<Service> {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const log = join(folder, `service-${port}.log`);
    const output = openSync(log, 'w');
    const child = spawn(process.execPath, [...FLAGS, MAIN], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        METRICS_PORT: String(metricsPort),
        LOG_LEVEL: 'info',
        RATE_LIMIT_ENTERPRISE: '1000000',
        ...environment,
      },
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    // Whatever ends the bench must not leave it behind.
    const end = (): void => void child.kill();
    process.on('exit', end);
    child.on('exit', () => process.off('exit', end));
    const service = new Service(`http://127.0.0.1:${port}`, child, log);
    await service.ready();
    return service;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  connect(): Promise<HttpConnection> {
    return HttpConnection.open(this.url);
  }

  /** One call on a connection of its own. Throws when it does not succeed. */
  async call(request: Request): Promise<Response> {
    const connection = await this.connect();
    try {
      const bytes = requestBytes({ ...request, headers: { ...CALLER, ...request.headers } });
      const response = await connection.send(bytes);
      if (response.status >= 300) {
        throw new Error(`${request.path}: ${response.status} ${response.body.toString()}`);
      }
      return response;
    } finally {
      connection.close();
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  /** Takes calls, and its rollups are built: until then the analytics answer 503. */
  private async ready(): Promise<void> {
    const deadline = Date.now() + 30 * 60_000;
    for (;;) {
      const failure = await this.call({ method: 'GET', path: '/customers/cohorts' }).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure === undefined) return;
      if (this.child.exitCode !== null || Date.now() > deadline) {
        throw new Error(
          `The service did not start: ${readFileSync(this.log, 'utf8').slice(-2_000)}`,
        );
      }
      await sleep(200);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => {
          resolve(port);
        });
      });
  });
}
