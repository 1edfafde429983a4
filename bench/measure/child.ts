import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

type Reply<Answer> = { answer: Answer } | { error: string };

/** A module of the bench in a process of its own, which does one job after the other. */
export class Child<Job extends object, Answer> {
  private settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null =
    null;

  private constructor(private readonly process: ChildProcess) {
    process.on('message', (reply: Reply<Answer>) => {
      if ('error' in reply) this.settle?.reject(new Error(reply.error));
      else this.settle?.resolve(reply.answer);
    });
    process.on('exit', () => {
      this.settle?.reject(new Error('A process of the bench ended before it answered.'));
    });
  }

  static start<Job extends object, Answer>(module: URL): Child<Job, Answer> {
    return new Child<Job, Answer>(fork(fileURLToPath(module), { serialization: 'advanced' }));
  }

  ask(job: Job): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.process.send(job);
    });
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
  }
}

/** The other end: what such a module does with each job. */
export function doJobs(work: (job: never) => Promise<unknown>): void {
  process.on('message', (job) => {
    work(job as never).then(
      (answer) => process.send?.({ answer } satisfies Reply<unknown>),
      (error: unknown) => process.send?.({ error: String(error) } satisfies Reply<unknown>),
    );
  });
  process.on('disconnect', () => process.exit());
}
