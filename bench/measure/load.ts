import { HttpConnection, requestBytes, type Request } from './http-connection.js';
import { summaryOf, type Summary } from './samples.js';
import { Child, doJobs } from './child.js';

/**
 * Callers that each send one request after the other, for a while. In a path or body, `{n}` is a
 * number that never comes again and `{r}` one drawn from 1 to `max`.
 */
export interface LoadJob {
  url: string;
  callers: number;
  seconds: number;
  requests: Request[];
  max?: number;
  /** Where `{n}` begins. */
  from?: number;
  /** Statuses besides those of success that are no fault of the run. */
  allowed?: string[];
}

export interface LoadResult {
  requests: number;
  perSecond: number;
  latency: Summary;
  /** Answers by status. */
  statuses: Record<string, number>;
  next: number;
}

type Maker = () => Buffer;

function makerOf(request: Request, job: LoadJob, numbers: Numbers): Maker {
  const text = `${request.path}${request.body?.toString() ?? ''}`;
  if (!/\{[nr]\}/.test(text)) {
    const bytes = requestBytes(request);
    return () => bytes;
  }
  const fillIn = (template: string, n: number): string =>
    template
      .replaceAll('{n}', String(n))
      .replaceAll('{r}', () => String(1 + Math.floor(numbers.draw() * (job.max ?? 1))));
  return () => {
    const n = numbers.next();
    const body = request.body === undefined ? {} : { body: fillIn(request.body.toString(), n) };
    return requestBytes({ ...request, path: fillIn(request.path, n), ...body });
  };
}

/** Numbers that come once, and drawn ones that are the same in every run. */
class Numbers {
  private state = 1;

  constructor(public last: number) {}

  next(): number {
    this.last += 1;
    return this.last;
  }

  draw(): number {
    this.state = (Math.imul(this.state, 48_271) >>> 0) % 2_147_483_647;
    return this.state / 2_147_483_647;
  }
}

async function runLoad(job: LoadJob): Promise<LoadResult> {
  const numbers = new Numbers(job.from ?? 0);
  const makers = job.requests.map((request) => makerOf(request, job, numbers));
  const connections = await Promise.all(
    Array.from({ length: job.callers }, () => HttpConnection.open(job.url)),
  );
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  let turn = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + job.seconds * 1_000;
  await Promise.all(
    connections.map(async (connection) => {
      for (let now = performance.now(); now < endsAt;) {
        const maker = makers[turn % makers.length];
        turn += 1;
        if (!maker) return;
        const { status } = await connection.send(maker());
        statuses[status] = (statuses[status] ?? 0) + 1;
        const after = performance.now();
        latencies.push(after - now);
        now = after;
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const connection of connections) connection.close();
  return {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    latency: summaryOf(latencies),
    statuses,
    next: numbers.last,
  };
}

/** Load in a process of its own, so that it does not slow down what it measures more than it must. */
export class Load {
  private readonly child = Child.start<LoadJob, LoadResult>(new URL(import.meta.url));

  /** Throws when an answer is none of success. */
  async run(job: LoadJob): Promise<LoadResult> {
    const result = await this.child.ask(job);
    const failed = Object.keys(result.statuses).filter(
      (status) => !status.startsWith('2') && !job.allowed?.includes(status),
    );
    if (failed.length > 0) {
      throw new Error(`Under load came ${JSON.stringify(result.statuses)}: ${job.url}`);
    }
    return result;
  }

  stop(): Promise<void> {
    return this.child.stop();
  }
}

if (process.send && process.argv[1]?.endsWith('load.js')) doJobs(runLoad);
