import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { InitialSchema1700000000000 } from './migrations/1700000000000-initial-schema.js';
import { Rollups1764000000000 } from './migrations/1764000000000-rollups.js';
import { Lists1764100000000 } from './migrations/1764100000000-lists.js';
import { IdempotentAnswers1764200000000 } from './migrations/1764200000000-idempotent-answers.js';
import { AuditEntries1764300000000 } from './migrations/1764300000000-audit-entries.js';
import { DirectoryFirsts1764400000000 } from './migrations/1764400000000-directory-firsts.js';
import { parseTimestamp } from './parse-timestamp.js';

// int8 as a number: amounts are limited to 12 digits and sums stay below 2^53 (docs/reference/numbers.md).
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A day is a label, not an instant: the driver would read it in the machine's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, String);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, parseTimestamp);

export interface PostgresSettings {
  url: string;
  poolSize: number;
  /**
   * A statement that takes longer is given up by the server, and shortly after by the client; 0 for
   * no limit.
   */
  statementTimeoutMs: number;
}

/** Every migration, oldest first. */
const migrations = [
  InitialSchema1700000000000,
  Rollups1764000000000,
  Lists1764100000000,
  IdempotentAnswers1764200000000,
  AuditEntries1764300000000,
  DirectoryFirsts1764400000000,
];

/**
 * A statement is planned once a connection, for any values: planned anew it would cost as much again.
 * Compiling costs tens of milliseconds, and nothing here runs long enough to earn them back.
 */
const SESSION = '-c plan_cache_mode=force_generic_plan -c jit=off';

/** The server's own time-out comes first, when the server can be heard. */
const CLIENT_GRACE_MS = 500;
const SHORTEST_IDLE_IN_TRANSACTION_MS = 2_000;

const timeouts = (statementTimeoutMs: number): object =>
  statementTimeoutMs === 0
    ? {}
    : {
        connectionTimeoutMillis: statementTimeoutMs,
        statement_timeout: statementTimeoutMs,
        // The server's time-out is no help when the network swallows packets.
        query_timeout: statementTimeoutMs + CLIENT_GRACE_MS,
        // A client that was cut off silently leaves its transaction open there, and holds a lane with it.
        idle_in_transaction_session_timeout: Math.max(
          statementTimeoutMs,
          SHORTEST_IDLE_IN_TRANSACTION_MS,
        ),
      };

/** What TypeORM needs to reach PostgreSQL; entities are added by whoever owns them. */
export function postgresOptions(settings: PostgresSettings): DataSourceOptions {
  return {
    type: 'postgres',
    url: settings.url,
    migrations,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: settings.poolSize,
    applicationName: 'customers-api',
    poolErrorHandler: () => undefined,
    extra: {
      ...timeouts(settings.statementTimeoutMs),
      keepAlive: true,
      options: SESSION,
      // Statements that do not wait for each other travel together.
      pipeline: true,
    },
  };
}
