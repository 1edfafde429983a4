import { run } from '../../apps/cli/src/run.js';
import { PassThrough, Readable } from 'node:stream';
import { RunningService, freePort } from '../support/run-service.js';

/** Runs a command line on a database; answers what it printed, also when it ended with 1. */
export async function cli(databaseUrl: string, ...args: string[]): Promise<string> {
  const answers: string[] = [];
  const said: string[] = [];
  const exitCode = await run(args, {
    output: {
      answer: (text) => answers.push(text),
      say: (sentence) => said.push(sentence),
      bytes: new PassThrough(),
      terminal: undefined,
    },
    input: Readable.from([]),
    environment: { DATABASE_URL: databaseUrl },
  });
  if (exitCode !== 0 && answers.length === 0) throw new Error(said.join('\n'));
  return answers.join('\n');
}

/** One service on one port, in a process that may be killed and started again. */
export class Service {
  private process: RunningService | undefined;
  private port = '';

  constructor(readonly environment: Record<string, string>) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.port ||= String(await freePort());
    const started = new RunningService({
      LOG_LEVEL: 'info',
      ...this.environment,
      PORT: this.port,
    });
    this.process = started;
    await started.says('is ready');
  }

  async kill(): Promise<void> {
    this.process?.kill('SIGKILL');
    await this.process?.exitCode();
  }

  /** Whether it is the process that was started last, and has not ended. */
  get isAlive(): boolean {
    return this.process?.hasEnded === false;
  }

  /** What it wrote to its log. */
  get log(): string {
    return `${this.process?.out ?? ''}${this.process?.err ?? ''}`;
  }
}
