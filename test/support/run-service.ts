import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

/** Compiles the service, where that has not been done since its sources have changed. */
export function build(): void {
  const built = spawnSync(process.execPath, ['tools/build.mjs', '--quiet'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}

/** The service as `npm start` runs it, in a process of its own. */
export class RunningService {
  out = '';
  err = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown[]>;

  constructor(environment: Record<string, string>) {
    const { DATABASE_URL: _url, ...inherited } = process.env;
    this.child = spawn(process.execPath, [path.resolve('dist/apps/api/src/main.js')], {
      // The server of the tests has nothing to lose.
      env: { ...inherited, LOG_LEVEL: 'warn', ALLOW_UNSAFE_DATABASE: 'on', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.child, 'close');
    this.child.stdout?.on('data', (text: Buffer) => (this.out += text.toString()));
    this.child.stderr?.on('data', (text: Buffer) => (this.err += text.toString()));
  }

  /** Resolves when either output has what is looked for; throws when the process ends before. */
  async says(what: string): Promise<void> {
    const hasSaid = (): boolean => `${this.out}${this.err}`.includes(what);
    const isOver = this.ended.then(() => true);
    const pause = (): Promise<boolean> =>
      new Promise((resolve) => setTimeout(resolve, 25)).then(() => false);
    while (!hasSaid()) {
      if ((await Promise.race([isOver, pause()])) && !hasSaid()) {
        throw new Error(`It ended without saying ${what}: ${this.out}${this.err}`);
      }
    }
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The exit code, once it has ended by itself. */
  async exitCode(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }

  /** Ends it as a supervisor does; answers its exit code. */
  terminate(): Promise<number | null> {
    this.kill('SIGTERM');
    return this.exitCode();
  }

  /** Ends it as Ctrl-C does; answers its exit code. */
  interrupt(): Promise<number | null> {
    this.kill('SIGINT');
    return this.exitCode();
  }
}

export function freePort(): Promise<number> {
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
