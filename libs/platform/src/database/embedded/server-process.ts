import type { ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import type { Binaries } from './native-binaries.js';
import { isAlive, isPostmasterOf, isTaken, signal } from './processes.js';
import { launch, reasonIn } from './run.js';

/** What postmaster.pid says, once it is known to be true. */
export interface Postmaster {
  pid: number;
  port: number;
  /** False while it recovers from a crash, starts or stops. */
  ready: boolean;
}

// Crash recovery reads at most about max_wal_size, which a slow disk may take minutes for.
const START_PATIENCE_MS = 5 * 60_000;
const STOP_PATIENCE_MS = 60_000;
const LOG_LIMIT = 10 * 1024 * 1024;

export function findPostmaster(cluster: string): Postmaster | undefined {
  const noted = readPidFile(cluster);
  return noted && isAlive(noted.pid) && isPostmasterOf(noted.pid, cluster) ? noted : undefined;
}

/** The server that runs, as soon as it is ready; undefined once none runs any more. */
export async function settledPostmaster(
  cluster: string,
  onWait: () => void = () => undefined,
): Promise<Postmaster | undefined> {
  const deadline = Date.now() + START_PATIENCE_MS;
  const tellAt = Date.now() + 3_000;
  let told = false;
  for (;;) {
    const postmaster = findPostmaster(cluster);
    if (!postmaster || postmaster.ready) return postmaster;
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `PostgreSQL (process ${postmaster.pid}) has been starting or stopping for ${START_PATIENCE_MS / 60_000} minutes: look into ${join(cluster, '../postgres.log')}.`,
      );
    }
    if (!told && Date.now() > tellAt) {
      onWait();
      told = true;
    }
    await sleep(25);
  }
}

/** Call it with the folder's lock held, and when no server runs. */
export async function startPostmaster(
  folder: DataFolder,
  binaries: Binaries,
  onSpawn: (pid: number) => void,
  onWait: () => void,
): Promise<Postmaster> {
  removeStalePidFile(folder.cluster);
  rotateLog(folder.log);
  const patience = Date.now() + 20_000;
  for (;;) {
    const offset = existsSync(folder.log) ? statSync(folder.log).size : 0;
    const child = await spawnPostmaster(folder, binaries, await freePort());
    if (child.pid !== undefined) onSpawn(child.pid);
    while (!hasEnded(child)) {
      const postmaster = await settledPostmaster(folder.cluster, onWait);
      if (postmaster?.pid === child.pid && postmaster?.ready) return postmaster;
      await sleep(15);
    }
    const said = readFileSync(folder.log).subarray(offset).toString();
    if (!isPassing(said) || Date.now() > patience) {
      throw new EmbeddedPostgresError(
        `PostgreSQL did not start (see ${folder.log}): ${reasonIn(said)}`,
      );
    }
    await sleep(200);
  }
}

/** A fast shutdown: ends the sessions, rolls back, writes a checkpoint. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const postmaster = findPostmaster(cluster);
  if (!postmaster) return;
  signal(postmaster.pid, 'SIGINT');
  if (await hasGone(postmaster.pid, STOP_PATIENCE_MS)) return;
  // An immediate one; the next start recovers from the log.
  signal(postmaster.pid, 'SIGQUIT');
  if (await hasGone(postmaster.pid, 10_000)) return;
  throw new EmbeddedPostgresError(`PostgreSQL (process ${postmaster.pid}) does not stop.`);
}

function spawnPostmaster(
  folder: DataFolder,
  binaries: Binaries,
  port: number,
): Promise<ChildProcess> {
  const log = openSync(folder.log, 'a', 0o600);
  folder.give(folder.log);
  return new Promise((resolve, reject) => {
    const refuse = (error: Error): void => {
      reject(new EmbeddedPostgresError(`PostgreSQL could not be started: ${error.message}`));
    };
    try {
      // A session of its own: Ctrl-C must reach Node only, which has connections to close first.
      const child = launch(binaries.postgres, postgresArguments(folder, port), folder, {
        stdio: ['ignore', log, log],
        detached: true,
      });
      child.unref();
      child.once('error', refuse);
      child.once('spawn', () => {
        resolve(child);
      });
    } catch (error) {
      refuse(error as Error);
    } finally {
      closeSync(log);
    }
  });
}

function postgresArguments(folder: DataFolder, port: number): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=256MB',
    // After each checkpoint every page is written whole once more: let them be rare.
    'checkpoint_timeout=15min',
    // A new table is planned for as if it were empty until it is analyzed: soon, not in a minute.
    'autovacuum_naptime=3s',
    'max_wal_size=4GB',
    'password_encryption=scram-sha-256',
    'timezone=UTC',
    ...(folder.ephemeral ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  return ['-D', folder.cluster, '-p', String(port), ...settings.flatMap((value) => ['-c', value])];
}

/** Faults that pass: the port was taken meanwhile, or sessions of a killed server still end. */
function isPassing(said: string): boolean {
  return /Address already in use|could not create any TCP|pre-existing shared memory block/.test(
    said,
  );
}

/** PostgreSQL believes any process of the same user that its pid file happens to name. */
function removeStalePidFile(cluster: string): void {
  const noted = readPidFile(cluster);
  const file = join(cluster, 'postmaster.pid');
  if (noted ? isTaken(noted.pid) : existsSync(file)) rmSync(file, { force: true });
}

function readPidFile(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function rotateLog(log: string): void {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function hasGone(pid: number, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => {
          resolve(port);
        });
      });
  });
}
