import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { onPatientConnection } from './advisory-lock.js';
import {
  DatabaseUnavailable,
  TooManyConflicts,
  isConflict,
  isSilence,
  isTimeout,
  isUnreachable,
} from './database-errors.js';
import type { Sql } from './sql.js';
import type { Statement, Value } from './statement.js';
import { Transaction, cutOff, gather } from './transaction.js';

const ATTEMPTS = 20;

/**
 * A write looks up few rows of large tables. A plan is made once a connection, perhaps while a table was
 * still empty: it must not read all of it when it has grown.
 */
const BEGIN_FOR_FEW_ROWS = `begin; set local enable_seqscan = off; set local enable_hashjoin = off;
  set local enable_mergejoin = off`;

/** Prepared statements and transactions on TypeORM's own pool. */
@Injectable()
export class Database {
  protected readonly begin: string = BEGIN_FOR_FEW_ROWS;

  /** When each connection was last heard of, on the clock of `performance.now()`. */
  private readonly heardOf = new WeakMap<PoolClient, number>();
  /** When a connection was last found dead: others may have died with it. */
  private foundDeadAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** Runs one statement by itself. Throws `DatabaseUnavailable`, also for the wait for a connection. */
  async rows<Row>(statement: Statement<Row>, values: Value[] = []): Promise<Row[]> {
    const deadline = this.deadline();
    return this.onConnection((client) => new Transaction(client, deadline).rows(statement, values));
  }

  async first<Row>(statement: Statement<Row>, values: Value[] = []): Promise<Row | undefined> {
    return (await this.rows(statement, values))[0];
  }

  /** Runs a text that is put together for one request. Its values are bound, never part of it. */
  async query<Row>(sql: Sql): Promise<Row[]> {
    return this.onConnection(async (client) => {
      const result = await client.query<Row & object>(sql.text, sql.values);
      return result.rows;
    });
  }

  /**
   * Runs `work` in one transaction and commits it; any error rolls all of it back. Deadlocks and
   * serialization failures start over, so `work` must not act outside of it.
   */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.onConnection((client) => inTransaction(client, this.begin, work));
      } catch (error) {
        if (!isConflict(error)) throw error;
        if (attempt === ATTEMPTS) throw new TooManyConflicts(error);
        // Two that keep meeting must not meet at the same moment again.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt));
      }
    }
  }

  /** Gives `work` a database without time-outs, for what takes longer than a request may. */
  patiently<T>(work: (patient: Database) => Promise<T>): Promise<T> {
    return onPatientConnection(this.dataSource, (dataSource) =>
      work(new PatientDatabase(dataSource)),
    );
  }

  /** Runs read-only work on one consistent view of the database, at most `timeoutMs` long. */
  async snapshot<T>(timeoutMs: number, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const deadline = performance.now() + timeoutMs;
    return this.onConnection(async (client) => {
      if (performance.now() >= deadline) {
        throw new DatabaseUnavailable(new Error('No connection was free in time'));
      }
      // A generic plan would not know how much of the data the values select.
      await client.query(
        `begin isolation level repeatable read read only;
        set local statement_timeout = ${String(timeoutMs)};
        set local plan_cache_mode = force_custom_plan`,
      );
      try {
        return await work(new Transaction(client, deadline));
      } finally {
        await client.query('rollback').catch(() => undefined);
      }
    });
  }

  /** How busy this process's connections are. */
  load(): { open: number; busy: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { open: totalCount, busy: totalCount - idleCount, waiting: waitingCount };
  }

  private get pool(): Pool {
    // TypeORM types its pool as any; with the postgres driver it is pg's.
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** Until when a statement may take that starts now; undefined for no limit. */
  private deadline(): number | undefined {
    const { extra } = this.dataSource.options as { extra?: { query_timeout?: number } };
    return extra?.query_timeout === undefined ? undefined : performance.now() + extra.query_timeout;
  }

  /**
   * A connection of the pool, a new one where it may have died unnoticed: whoever took a dead one would
   * find out by a time-out, one after the other.
   */
  private async connect(): Promise<PoolClient> {
    for (;;) {
      const client = await this.pool.connect();
      const heardAt = this.heardOf.get(client);
      if (heardAt === undefined || heardAt >= this.foundDeadAt) return client;
      cutOff(client);
      client.release(true);
    }
  }

  private async onConnection<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    let client: PoolClient | undefined;
    let broken = false;
    try {
      client = await this.connect();
      client.on('error', alreadyReported);
      const result = await work(client);
      this.heardOf.set(client, performance.now());
      return result;
    } catch (error) {
      // A query that timed out here may still be running there: this connection is of no more use.
      broken = isUnreachable(error) || isTimeout(error);
      if (client && (isUnreachable(error) || isSilence(error)))
        this.foundDeadAt = performance.now();
      throw isUnreachable(error) ? new DatabaseUnavailable(error) : error;
    } finally {
      client?.off('error', alreadyReported);
      client?.release(broken);
    }
  }
}

/** A database for what reads and writes whole tables, and may take its time. */
class PatientDatabase extends Database {
  protected override readonly begin = 'begin';
}

/** A connection that breaks also fails its query; without a listener it would end the process. */
const alreadyReported = (): void => undefined;

async function inTransaction<T>(
  client: PoolClient,
  begin: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  // Sent ahead of the first statements of the work, without waiting for its answer.
  gather(client);
  const begun = client.query(begin);
  const transaction = new Transaction(client);
  // Else what follows would be stored statement by statement.
  begun.catch(() => {
    transaction.end();
  });
  try {
    const [, result] = await Promise.all([begun, work(transaction)]);
    if (!transaction.isCommitted) await transaction.commit();
    return result;
  } catch (error) {
    transaction.end();
    await client.query('rollback').catch(() => undefined);
    throw transaction.causeOf(error);
  }
}
