import type { Socket } from 'node:net';
import type { PoolClient } from 'pg';
import { instantText } from '../time/instant.js';
import { codeOf } from './database-errors.js';
import { Statement, type Value } from './statement.js';

/** Years that ISO 8601 and PostgreSQL write alike: the edges of what a question may ask about are beyond. */
const FIRST_PLAIN = Date.UTC(1000, 0, 1);
const LAST_PLAIN = Date.UTC(9999, 0, 1);

/** The driver writes an instant in local time and with its offset, at five times the cost. */
function instantParameter(instant: Date): Date | string {
  const time = instant.getTime();
  return time >= FIRST_PLAIN && time < LAST_PLAIN ? instantText(instant) : instant;
}

function toParameter(value: Value): Value {
  if (value instanceof Date) return instantParameter(value);
  if (!Array.isArray(value) || !(value[0] instanceof Date)) return value;
  return (value as Date[]).map(instantParameter);
}

// pg does not declare its connection.
const streamOf = (client: PoolClient): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

/** Ends a connection without a word to the server, for which a dead one would wait. */
export function cutOff(client: PoolClient): void {
  streamOf(client).destroy();
}

/**
 * Lets statements that are sent in the same turn leave in one packet: a system call and a wake-up of the
 * server for all of them instead of for each.
 */
export function gather(client: PoolClient): void {
  const stream = streamOf(client);
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
}

/** What the server says to each statement behind one that has failed. */
const IN_FAILED_TRANSACTION = '25P02';

class NotCommitted extends Error {}

/** Is thrown at what goes on with a transaction that has failed: its connection may be another's by now. */
class TransactionOver extends Error {}

const SAVEPOINT = new Statement<unknown>('transaction.savepoint', 'savepoint attempt');
const RELEASE = new Statement<unknown>('transaction.release', 'release savepoint attempt');
const ROLL_BACK_TO = new Statement<unknown>(
  'transaction.roll-back-to',
  'rollback to savepoint attempt',
);

/** One open transaction on one connection. */
export class Transaction {
  isCommitted = false;
  private isOver = false;
  private firstFailure: unknown;

  constructor(
    private readonly client: PoolClient,
    /** Until when its statements may take, on the clock of `performance.now()`. */
    private readonly deadline?: number,
  ) {}

  async rows<Row>(statement: Statement<Row>, values: Value[] = []): Promise<Row[]> {
    if (this.isOver) throw new TransactionOver();
    const { name, text } = statement;
    const query = { name, text, values: values.map(toParameter), query_timeout: this.timeLeft() };
    gather(this.client);
    try {
      const result = await this.client.query<Row & object>(query);
      return result.rows;
    } catch (error) {
      this.firstFailure ??= error;
      throw error;
    }
  }

  /**
   * Commits, in the same packet as the statements that have just been sent: the last thing that is sent.
   * It holds when all of them and this have succeeded.
   */
  async commit(): Promise<void> {
    if (this.isOver) throw new TransactionOver();
    gather(this.client);
    const { command } = await this.client.query('commit');
    // After a failure the server answers that it has rolled back.
    if (command !== 'COMMIT') throw new NotCommitted();
    this.isCommitted = true;
  }

  /** Sends nothing more: work that runs beside what has failed may not know of it yet. */
  end(): void {
    this.isOver = true;
  }

  /** Why it failed: of statements that were sent together, the first one says it. */
  causeOf(error: unknown): unknown {
    const isConsequence = error instanceof NotCommitted || codeOf(error) === IN_FAILED_TRANSACTION;
    return isConsequence ? (this.firstFailure ?? error) : error;
  }

  async first<Row>(statement: Statement<Row>, values: Value[] = []): Promise<Row | undefined> {
    return (await this.rows(statement, values))[0];
  }

  /** Runs work that leaves nothing behind when it fails, and what was done before stands. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    await this.rows(SAVEPOINT);
    try {
      const result = await work();
      await this.rows(RELEASE);
      return result;
    } catch (error) {
      const cause = this.causeOf(error);
      await this.rows(ROLL_BACK_TO);
      this.firstFailure = undefined;
      throw cause;
    }
  }

  /** Undefined leaves the pool's own time-out in force; 0 would mean none. */
  private timeLeft(): number | undefined {
    return this.deadline && Math.max(1, Math.ceil(this.deadline - performance.now()));
  }
}
