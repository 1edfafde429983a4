import { createLogger, isUnreachable, postgresOptions, type DatabaseEnv } from '@app/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { say } from './say.js';
import { StartUpFault } from './start-up-fault.js';
import { checkTrust } from './trust-database.js';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 500;
const OLDEST = 15;

/**
 * Waits a little for the configured database, and looks whether it can be trusted. Throws `StartUpFault`,
 * which never says the password.
 */
export async function reachDatabase(env: DatabaseEnv, signal: AbortSignal): Promise<void> {
  const url = env.DATABASE_URL;
  const deadline = performance.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await connectOnce(env);
      return;
    } catch (error) {
      if (error instanceof StartUpFault) throw error;
      const passes = isUnreachable(error) || codeOf(error).startsWith('EAI_');
      if (!passes) {
        throw new StartUpFault(`PostgreSQL at ${placeOf(url)} refuses: ${reasonOf(error)}.`);
      }
      if (performance.now() > deadline) {
        throw new StartUpFault(
          `PostgreSQL at ${placeOf(url)} cannot be reached: ${reasonOf(error)}.`,
        );
      }
      if (attempt === 1) say(`Waiting for PostgreSQL at ${placeOf(url)} …`);
      await sleep(PAUSE_MS, undefined, { signal });
    }
  }
}

async function connectOnce(env: DatabaseEnv): Promise<void> {
  const url = env.DATABASE_URL;
  const options = postgresOptions({ url, poolSize: 1, statementTimeoutMs: 5_000 });
  const dataSource = await new DataSource({ ...options, migrations: [] }).initialize();
  try {
    const rows = await dataSource.query<{ server_version: string }[]>('show server_version');
    const version = rows[0]?.server_version ?? '';
    if (Number.parseInt(version, 10) < OLDEST) {
      throw new StartUpFault(
        `PostgreSQL at ${placeOf(url)} is version ${version}: ${String(OLDEST)} or newer is needed.`,
      );
    }
    await checkTrust(dataSource, placeOf(url), {
      allowsUnsafe: env.ALLOW_UNSAFE_DATABASE,
      warn: (sentence) => {
        createLogger(env.LOG_LEVEL).warn(sentence);
      },
    });
  } finally {
    await dataSource.destroy();
  }
}

function placeOf(text: string): string {
  try {
    const url = new URL(text);
    return `${url.host || url.searchParams.get('host') || 'localhost'}${url.pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code ?? '';
}

/** What is thrown when every address of a host refuses has a code and no message. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message ? error.message : codeOf(error) || 'no reason given';
