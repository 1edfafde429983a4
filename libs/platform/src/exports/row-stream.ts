import type { PoolClient, QueryResult } from 'pg';
import { DatabaseUnavailable, isUnreachable } from '../database/database-errors.js';
import type { Sql } from '../database/sql.js';

/** Rows that are read at once: what a stream holds in memory is twice as many. */
const ROWS = 500;
/** Longer than a client may take to read what was sent, so that the stream ends it and not this. */
const IDLE_GRACE_MS = 60_000;
const CANCEL_MS = 2_000;

interface Surroundings {
  /** How long to wait for a table that somebody has locked; reading may take as long as it takes. */
  lockMs: number;
  /** How long nothing may be read. */
  idleMs: number;
  /** Makes the database give up what a backend is doing. */
  cancel: (pid: number) => Promise<void>;
  onClose: () => void;
}

/** Rows of one statement, read by a cursor of the database in one transaction. */
export class RowStream<Row extends object> {
  private isClosed = false;
  /** The next rows are on their way while the last ones are written. */
  private ahead: Promise<Row[]> | undefined;

  private constructor(
    private readonly client: PoolClient,
    private readonly pid: number,
    private readonly around: Surroundings,
  ) {
    client.on('error', alreadyReported);
  }

  static async begin<Row extends object>(
    client: PoolClient,
    { text, values }: Sql,
    around: Surroundings,
  ): Promise<RowStream<Row>> {
    const idleMs = around.idleMs + IDLE_GRACE_MS;
    const answers = (await client.query(
      `begin isolation level repeatable read read only;
       set local statement_timeout = 0;
       set local lock_timeout = ${String(around.lockMs)};
       set local idle_in_transaction_session_timeout = ${String(idleMs)};
       select pg_backend_pid() as pid`,
    )) as unknown as QueryResult<{ pid: number }>[];
    await client.query(`declare export no scroll cursor for ${text}`, values);
    const stream = new RowStream<Row>(client, answers.at(-1)?.rows[0]?.pid ?? 0, around);
    stream.ahead = stream.fetch();
    return stream;
  }

  /** The next rows; none when there are no more. Throws `DatabaseUnavailable`. */
  async next(): Promise<Row[]> {
    if (!this.ahead) return [];
    try {
      const rows = await this.ahead;
      this.ahead = this.isClosed || rows.length < ROWS ? undefined : this.fetch();
      return rows;
    } catch (error) {
      throw isUnreachable(error) ? new DatabaseUnavailable(error) : error;
    }
  }

  /** Gives the connection back, at once: what is being read is cancelled. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    let isBroken = false;
    const watch = setTimeout(() => {
      isBroken = true;
      this.release(isBroken);
    }, CANCEL_MS);
    try {
      if (this.ahead) {
        const ended = this.ahead.catch(() => undefined);
        // It may have been read by now, and the connection be idle: then there is nothing to cancel.
        const isIdle = await Promise.race([ended.then(() => true), soon()]);
        if (!isIdle) await this.around.cancel(this.pid);
        await ended;
      }
      await this.client.query('rollback');
    } catch {
      isBroken = true;
    } finally {
      clearTimeout(watch);
      this.release(isBroken);
    }
  }

  private isReleased = false;

  private release(isBroken: boolean): void {
    if (this.isReleased) return;
    this.isReleased = true;
    this.client.off('error', alreadyReported);
    this.client.release(isBroken);
    this.around.onClose();
  }

  private fetch(): Promise<Row[]> {
    const fetched = this.client
      .query<Row>(`fetch ${String(ROWS)} from export`)
      .then(({ rows }) => rows);
    // Who waits for it hears of a failure; nobody may be waiting yet.
    fetched.catch(() => undefined);
    return fetched;
  }
}

const soon = (): Promise<false> => new Promise((resolve) => setImmediate(resolve, false as const));

/** A connection that breaks also fails its query; without a listener it would end the process. */
const alreadyReported = (): void => undefined;
