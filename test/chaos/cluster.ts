import { startEmbeddedPostgres, type RunningPostgres } from '@app/platform';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const READY_MS = 60_000;

/**
 * A PostgreSQL of a test's own, with fsync on as in production, which it may kill and start again on
 * the same port.
 */
export class Cluster {
  private constructor(
    private readonly folder: string,
    /** Makes the cluster, and stops whatever server runs in it at the end. */
    private readonly maker: RunningPostgres,
    private readonly program: string,
    private readonly options: string[],
  ) {}

  static async create(): Promise<Cluster> {
    const folder = mkdtempSync(path.join(tmpdir(), 'chaos-'));
    chmodSync(folder, 0o755); // as root, PostgreSQL runs as a user who has to get in
    const maker = await startEmbeddedPostgres({ dataDir: folder, database: 'customers' });
    const opts = readFileSync(path.join(folder, 'cluster/postmaster.opts'), 'utf8').trim();
    const [program = ''] = opts.split(' "');
    const options = [...opts.matchAll(/"([^"]*)"/g)].map(([, option]) => option ?? '');
    return new Cluster(folder, maker, program, options);
  }

  url(database = 'customers'): string {
    const url = new URL(this.maker.url);
    url.pathname = database;
    return url.href;
  }

  async sql<Row extends object>(
    text: string,
    values: unknown[] = [],
    database?: string,
  ): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Kills the postmaster and all that it has started, at once: what is only in their memory is lost. */
  async kill(): Promise<void> {
    const { pid } = this.postmaster();
    // Stopped first, it starts nobody between the look and the kill.
    process.kill(pid, 'SIGSTOP');
    const all = [pid, ...childrenOf(pid)];
    for (const each of all) signal(each, 'SIGKILL');
    while (all.some(isAlive)) await sleep(5);
  }

  /** Starts it again, with settings beside those that it had; resolves when it takes connections. */
  async restart(settings: readonly string[] = []): Promise<void> {
    const end = Date.now() + READY_MS;
    while (!(await this.launch(settings))) {
      // Memory of the killed server may be in use for a moment.
      if (Date.now() > end) throw new Error(this.log());
      await sleep(50);
    }
  }

  /** Ends it as a supervisor does before it starts it anew. */
  async terminate(): Promise<void> {
    const { pid } = this.postmaster();
    signal(pid, 'SIGINT');
    while (isAlive(pid)) await sleep(5);
  }

  async remove(): Promise<void> {
    await this.maker.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Whether the server that was started became ready; false when it ended. */
  private async launch(settings: readonly string[]): Promise<boolean> {
    const log = openSync(path.join(this.folder, 'postgres.log'), 'a');
    const { uid, gid } = statSync(path.join(this.folder, 'cluster'));
    const own = settings.flatMap((setting) => ['-c', setting]);
    const child = spawn(this.program, [...this.options, ...own], {
      ...(process.getuid?.() === 0 && { uid, gid }),
      cwd: this.folder,
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    child.unref();
    const end = Date.now() + READY_MS;
    while (child.exitCode === null && child.signalCode === null && Date.now() < end) {
      const { pid, isReady } = this.postmaster();
      if (pid === child.pid && isReady) return true;
      await sleep(5);
    }
    return false;
  }

  private postmaster(): { pid: number; isReady: boolean } {
    const file = path.join(this.folder, 'cluster/postmaster.pid');
    try {
      const lines = readFileSync(file, 'utf8').split('\n');
      return { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' };
    } catch {
      return { pid: 0, isReady: false };
    }
  }

  private log(): string {
    return readFileSync(path.join(this.folder, 'postgres.log'), 'utf8').slice(-2_000);
  }
}

function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid]) => pid ?? 0);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A zombie that nobody reaps holds nothing any more. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  const state = stdout.trim();
  return state !== '' && !state.startsWith('Z');
}
