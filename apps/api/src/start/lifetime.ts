import { createLogger, EmbeddedPostgresError, InvalidConfiguration } from '@app/platform';
import { say } from './say.js';
import { StartUpFault } from './start-up-fault.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes on the Ctrl-C that the terminal has sent us already: that is no second one. */
const SAME_MS = 1_000;
const PARENT_CHECK_MS = 250;

/** From the start of the process to its orderly end, whatever ends it. */
export class Lifetime {
  private readonly steps: (() => Promise<void>)[] = [];
  private readonly stopping = new AbortController();
  // A process that dies says why, whatever LOG_LEVEL is.
  private readonly log = createLogger('fatal');
  private askedAt = 0;
  private askedBy: NodeJS.Signals | undefined;
  private exitCode = 0;

  constructor() {
    for (const name of SIGNALS) {
      process.on(name, () => {
        this.onSignal(name);
      });
    }
    process.on('uncaughtException', (error) => {
      this.onFault(error);
    });
    process.on('unhandledRejection', (error) => {
      this.onFault(error);
    });
    if (process.env['npm_lifecycle_event']) this.endWithParent();
    // Whoever read our output has gone; that ends nothing but the output.
    process.stdout.on('error', () => undefined);
    process.stderr.on('error', () => undefined);
  }

  /** Is aborted when the end begins: what takes long should then give up. */
  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  /** Whether a supervisor ends the process, as before an update, and nobody waits at a terminal. */
  get isSupervised(): boolean {
    return this.askedBy === 'SIGTERM';
  }

  /** Has something done at the end; what was begun last ends first. */
  atEnd(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  /** Runs what starts the service; a failure is explained and ends the process. */
  async begin(start: () => Promise<void>): Promise<void> {
    try {
      await start();
    } catch (error) {
      // Once the end has begun, a start that fails is a consequence of it.
      if (this.signal.aborted) return;
      if (isForPerson(error)) say(error.message);
      else this.log.fatal({ err: error }, 'The service could not start.');
      await this.end(1);
    }
  }

  /** npm passes its signals to a shell, which ends and does not pass them on to us. */
  private endWithParent(): void {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) void this.end(0);
    }, PARENT_CHECK_MS).unref();
  }

  private onSignal(name: NodeJS.Signals): void {
    if (this.askedAt === 0) {
      this.askedBy = name;
      this.askedAt = performance.now();
      if (process.stderr.isTTY) say('\nStopping …');
      void this.end(0);
    } else if (performance.now() - this.askedAt > SAME_MS) {
      process.exit(130);
    }
  }

  private onFault(error: unknown): void {
    this.log.fatal({ err: error }, 'An error that nothing caught ends the process.');
    void this.end(1);
  }

  private async end(exitCode: number): Promise<void> {
    this.exitCode ||= exitCode;
    if (this.signal.aborted) return;
    this.stopping.abort();
    for (const step of this.steps.reverse()) {
      try {
        await step();
      } catch (error) {
        this.exitCode = 1;
        this.log.fatal({ err: error }, 'The process did not end in good order.');
      }
    }
    process.exit(this.exitCode);
  }
}

const isForPerson = (error: unknown): error is Error =>
  error instanceof StartUpFault ||
  error instanceof InvalidConfiguration ||
  error instanceof EmbeddedPostgresError;
