import pg from 'pg';
import { InitialSchema1700000000000 } from './migrations/1700000000000-initial-schema.js';
import { Rollups1764000000000 } from './migrations/1764000000000-rollups.js';
// int8 as a number: amounts are limited to 12 digits and sums stay below 2^53 (docs/reference/numbers.md).
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A day is a label, not an instant: the driver would read it in the machine's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, String);
/** Every migration, oldest first. */
const migrations = [InitialSchema1700000000000, Rollups1764000000000];
const timeouts = (statementTimeoutMs) => statementTimeoutMs === 0
    ? {}
    : {
        connectionTimeoutMillis: statementTimeoutMs,
        statement_timeout: statementTimeoutMs,
        // The server's time-out is no help when the network swallows packets.
        query_timeout: statementTimeoutMs + 1_000,
        idle_in_transaction_session_timeout: 60_000,
    };
/** What TypeORM needs to reach PostgreSQL; entities are added by whoever owns them. */
export function postgresOptions(settings) {
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
        extra: { ...timeouts(settings.statementTimeoutMs), keepAlive: true },
    };
}
//# sourceMappingURL=data-source.js.map