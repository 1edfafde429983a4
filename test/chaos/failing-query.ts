import pg from 'pg';

/** How a statement fails: an error of the server's, or a connection that breaks before or after it. */
export type Failure = { code: string } | { breaks: 'before' | 'after' };

export const FAILURES: readonly Failure[] = [
  { code: 'XX000' }, // a fault that nobody foresaw
  { code: '40001' }, // a conflict, which is tried again
  { code: '57014' }, // a time-out
  { code: '53100' }, // a full disk
  { code: '23505' }, // a row that is there already
  { breaks: 'before' },
  { breaks: 'after' },
];

export const nameOf = (failure: Failure): string =>
  'code' in failure ? failure.code : `connection breaks ${failure.breaks}`;

type Query = (this: pg.Client, ...sent: unknown[]) => unknown;

/** As it is called: its many forms make no difference here. */
const prototype = pg.Client.prototype as unknown as { query: Query };

interface Inside {
  connection: { stream: { destroy(): void } };
  connectionParameters: { application_name?: string };
}

const inside = (client: pg.Client): Inside => client as unknown as Inside;

/**
 * Has the n-th statement of the service's connections in this process fail. It stands before the
 * driver: what the service does about it is all real.
 */
export class FailingQuery {
  private countdown = 0;
  private failure: Failure | undefined;
  private readonly query = prototype.query;

  install(): void {
    const query = this.query;
    const failing = (client: pg.Client, sent: unknown[]): unknown =>
      this.isDue(client) ? this.fail(client, sent) : query.apply(client, sent);
    prototype.query = function (...sent) {
      return failing(this, sent);
    };
  }

  remove(): void {
    prototype.query = this.query;
  }

  arm(n: number, failure: Failure): void {
    this.countdown = n;
    this.failure = failure;
  }

  /** Whether it was not reached; none will fail any more. */
  disarm(): boolean {
    const isLeft = this.failure !== undefined;
    this.failure = undefined;
    return isLeft;
  }

  private isDue(client: pg.Client): boolean {
    if (!this.failure || inside(client).connectionParameters.application_name !== 'customers-api') {
      return false;
    }
    this.countdown -= 1;
    return this.countdown === 0;
  }

  private fail(client: pg.Client, sent: unknown[]): unknown {
    const { failure } = this;
    this.failure = undefined;
    if (!failure || 'code' in failure) return this.refuse(client, failure?.code ?? '', sent);
    const breakOff = (): void => {
      inside(client).connection.stream.destroy();
    };
    if (failure.breaks === 'before') {
      breakOff();
      return this.query.apply(client, sent);
    }
    return Promise.resolve(this.query.apply(client, sent)).then(() => {
      breakOff();
      throw new Error('Connection terminated unexpectedly');
    });
  }

  /** The server itself refuses, so that its transaction is in the state that it would be in. */
  private refuse(client: pg.Client, code: string, sent: unknown[]): unknown {
    const text = `do $$ begin raise exception 'planted' using errcode = '${code}'; end $$`;
    const callback = sent.findLast((each) => typeof each === 'function');
    return this.query.apply(client, callback ? [text, callback] : [text]);
  }
}
