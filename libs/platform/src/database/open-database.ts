import type { Env } from '../config/env.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';

/** A configuration that says which database to use. */
export type DatabaseEnv = Env & { DATABASE_URL: string };

export interface OpenDatabase {
  env: DatabaseEnv;
  /** Whether it is the embedded server in `DATA_DIR`. */
  embedded: boolean;
  /** Leaves the embedded server; the last one to leave stops it. */
  close: () => Promise<void>;
}

const NAME = 'customers';

/** The database that the configuration names, or the embedded one, started when it does not run. */
export async function openDatabase(
  env: Env,
  onProgress: (sentence: string) => void,
): Promise<OpenDatabase> {
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
