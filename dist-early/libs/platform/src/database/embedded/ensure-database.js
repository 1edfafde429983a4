import { Client, DatabaseError } from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
/** No answer at all, which may mean that the server is dying this instant. */
export class NobodyAnswers extends EmbeddedPostgresError {
}
export async function ensureDatabase(adminUrl, database) {
    const client = new Client({
        connectionString: adminUrl,
        connectionTimeoutMillis: 10_000,
        query_timeout: 60_000,
        ssl: false, // or PGSSLMODE, which is meant for another server, would decide
    });
    client.on('error', () => undefined);
    try {
        await client.connect();
        const found = await client.query('select 1 from pg_database where datname = $1', [database]);
        if (found.rowCount === 0)
            await create(client, database);
    }
    catch (error) {
        const sentence = `The embedded PostgreSQL does not let us in: ${error.message}`;
        throw isRefusal(error) ? new EmbeddedPostgresError(sentence) : new NobodyAnswers(sentence);
    }
    finally {
        await client.end();
    }
}
/** A server that starts or stops (class 57P) says so, but answers as little as a dead one. */
function isRefusal(error) {
    return error instanceof DatabaseError && !error.code?.startsWith('57P');
}
async function create(client, database) {
    try {
        await client.query(`create database ${client.escapeIdentifier(database)}`);
    }
    catch (error) {
        // Another process was quicker.
        if (!(error instanceof DatabaseError && ['42P04', '23505'].includes(error.code ?? ''))) {
            throw error;
        }
    }
}
//# sourceMappingURL=ensure-database.js.map