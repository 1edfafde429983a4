import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './run-service.js';

/** Servers that some tests need, and how each is told to keep nothing and to stay on this machine. */
const SERVERS = {
  'redis-server': {
    scheme: 'redis',
    options: (port: string) =>
      ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()] as const,
  },
  'nats-server': {
    scheme: 'nats',
    options: (port: string) => ['--port', port, '--addr', '127.0.0.1'] as const,
  },
};

export type ServerName = keyof typeof SERVERS;

/** Package managers put servers where not every user's PATH leads. */
const FOLDERS = [
  ...(process.env['PATH'] ?? '').split(path.delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
];

const START_MS = 10_000;

/** A server of a block's own, on a port that it keeps over stops and starts. */
export class TestServer {
  private child: ChildProcess | undefined;
  private ownPort = 0;

  constructor(
    private readonly name: ServerName,
    private readonly binary: string,
  ) {}

  get port(): number {
    return this.ownPort;
  }

  get url(): string {
    return `${SERVERS[this.name].scheme}://127.0.0.1:${String(this.ownPort)}`;
  }

  /** Nothing is done when it runs already; options are those of its command line. */
  async start(...options: string[]): Promise<void> {
    if (this.isRunning) return;
    if (this.ownPort === 0) this.ownPort = await freePort();
    const own = SERVERS[this.name].options(String(this.ownPort));
    const child = spawn(this.binary, [...own, ...options], { stdio: 'ignore' });
    this.child = child;
    const end = Date.now() + START_MS;
    while (!(await this.answers())) {
      if (child.exitCode !== null || Date.now() > end) {
        throw new Error(`${this.name} does not listen on port ${String(this.ownPort)}`);
      }
      await sleep(20);
    }
  }

  /** Ends it, and with SIGKILL at once; what it held is gone. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || !this.isRunning) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  private get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  private answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.ownPort, '127.0.0.1');
      const found = (isThere: boolean) => (): void => {
        socket.destroy();
        resolve(isThere);
      };
      socket.once('connect', found(true)).once('error', found(false));
    });
  }
}

/**
 * Tests that need a server of this name; one is started for the block, and stopped after it. Where it is
 * not installed the tests are skipped and say why, or fail when `REQUIRE_SERVERS=1` is set.
 */
export function describeWithServer(
  name: ServerName,
  title: string,
  block: (server: TestServer) => void,
): void {
  const binary = FOLDERS.map((folder) => path.join(folder, name)).find(existsSync);
  if (binary === undefined && process.env['REQUIRE_SERVERS'] === '1') {
    describe(title, () => {
      it(`needs ${name}`, () => {
        throw new Error(`${name} is not installed, and REQUIRE_SERVERS=1 asks for it.`);
      });
    });
    return;
  }
  const server = new TestServer(name, binary ?? name);
  const describeBlock = binary === undefined ? describe.skip : describe;
  const reason = binary === undefined ? ` (skipped: ${name} is not installed)` : '';
  describeBlock(title + reason, () => {
    beforeAll(() => server.start());
    block(server);
    // Hooks run in the order that they are declared in: whoever uses the server ends before it.
    afterAll(() => server.stop());
  });
}
