import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';
import { Env } from '../config/env.js';
import { DatabaseUnavailable, codeOf, isUnreachable } from '../database/database-errors.js';
import type { DatabaseEnv } from '../database/open-database.js';
import type { Sql } from '../database/sql.js';
import { ServiceUnavailable } from '../errors/app-error.js';
import { RowStream } from './row-stream.js';

/** All connections that exports may take are taken. */
class ExportsBusy extends ServiceUnavailable {
  override readonly retryAfter = 5;

  constructor(whose: 'service' | 'workspace') {
    super(
      whose === 'workspace'
        ? 'The workspace has as many exports running as it may; try again.'
        : 'As many exports are running as may; try again.',
    );
  }
}

/**
 * Streams of rows on connections of their own: however many exports there are, and however slowly they
 * are read, requests have all of their pool.
 */
@Injectable()
export class RowStreams implements OnApplicationShutdown {
  private pool: Pool | undefined;
  private readonly open = new Map<string, number>();

  constructor(private readonly env: Env) {}

  /**
   * Begins to read what a statement selects, on one view of the database. Throws `ExportsBusy` or
   * `DatabaseUnavailable`.
   */
  async start<Row extends object>(workspaceId: string, sql: Sql): Promise<RowStream<Row>> {
    const giveBack = this.take(workspaceId);
    let client: PoolClient | undefined;
    try {
      const pool = (this.pool ??= this.openPool());
      client = await pool.connect();
      return await RowStream.begin<Row>(client, sql, {
        lockMs: this.env.DATABASE_TIMEOUT_MS,
        idleMs: this.env.EXPORT_STALL_MS,
        cancel: async (pid) => {
          await pool.query('select pg_cancel_backend($1)', [pid]);
        },
        onClose: giveBack,
      });
    } catch (error) {
      client?.release(true);
      giveBack();
      const isLocked = codeOf(error) === '55P03';
      throw isLocked || isUnreachable(error) ? new DatabaseUnavailable(error) : error;
    }
  }

  /** How many are running. */
  get running(): number {
    let sum = 0;
    for (const count of this.open.values()) sum += count;
    return sum;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  /** Half of the places are enough for one workspace: another one must not wait for it. */
  private take(workspaceId: string): () => void {
    const places = this.env.EXPORT_CONNECTIONS;
    const own = this.open.get(workspaceId) ?? 0;
    if (this.running >= places) throw new ExportsBusy('service');
    if (own >= Math.ceil(places / 2)) throw new ExportsBusy('workspace');
    this.open.set(workspaceId, own + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      const left = (this.open.get(workspaceId) ?? 1) - 1;
      if (left > 0) this.open.set(workspaceId, left);
      else this.open.delete(workspaceId);
    };
  }

  private openPool(): Pool {
    const { DATABASE_URL, DATABASE_TIMEOUT_MS, EXPORT_CONNECTIONS } = this.env as DatabaseEnv;
    const pool = new Pool({
      connectionString: DATABASE_URL,
      // One more, to cancel what the others are doing.
      max: EXPORT_CONNECTIONS + 1,
      connectionTimeoutMillis: DATABASE_TIMEOUT_MS,
      application_name: 'customers-api-exports',
      keepAlive: true,
      options: '-c jit=off',
    });
    pool.on('error', () => undefined);
    return pool;
  }
}
