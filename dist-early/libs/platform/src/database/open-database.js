import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
const NAME = 'customers';
/** The database that the configuration names, or the embedded one, started when it does not run. */
export async function openDatabase(env, onProgress) {
    if (env.DATABASE_URL) {
        return {
            env: { ...env, DATABASE_URL: env.DATABASE_URL },
            embedded: false,
            close: () => Promise.resolve(),
        };
    }
    const postgres = await startEmbeddedPostgres({
        dataDir: env.DATA_DIR,
        database: NAME,
        onProgress,
    });
    return {
        env: { ...env, DATABASE_URL: postgres.url },
        embedded: true,
        close: () => postgres.stop(),
    };
}
//# sourceMappingURL=open-database.js.map