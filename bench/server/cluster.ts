import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, startEmbeddedPostgres, type RunningPostgres } from '@app/platform';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ormOptions } from '../../ormconfig.js';
import { fillOf } from '../fill/extent.js';
import { fillDatabase } from '../fill/fill.js';

type Say = (sentence: string) => void;

/** What every session of every side gets; the rest is as the service's own server has it. */
const SETTINGS = [
  "work_mem = '64MB'",
  'random_page_cost = 1.1',
  "effective_cache_size = '4GB'",
  'effective_io_concurrency = 32',
];

/** The PostgreSQL of the bench, durable like one in production, with filled databases in it. */
export class Cluster {
  private constructor(
    private readonly postgres: RunningPostgres,
    private readonly folder: string,
    private readonly isKept: boolean,
    private readonly say: Say,
  ) {}

  /** `keep` is a folder in which filled databases stay for the next run. */
  static async start(keep: string | undefined, say: Say): Promise<Cluster> {
    const folder = keep ?? mkdtempSync(join(tmpdir(), 'customers-bench-'));
    // PostgreSQL may run as another user, who has to get there.
    if (keep === undefined) chmodSync(folder, 0o755);
    const postgres = await startEmbeddedPostgres({
      dataDir: folder,
      database: 'postgres',
      onProgress: say,
    });
    const cluster = new Cluster(postgres, folder, keep !== undefined, say);
    // What a run that was cut off has left.
    await cluster.dropLike('copy\\_%');
    await cluster.dropLike('filling\\_%');
    return cluster;
  }

  urlOf(database: string): string {
    const url = new URL(this.postgres.url);
    url.pathname = database;
    return url.href;
  }

  /** The URL of a database with that many customers in its big workspace; filled if need be. */
  async filled(customers: number): Promise<string> {
    const name = `filled_${customers}_${SCHEMA}`;
    if (await this.has(name)) return this.urlOf(name);
    await this.dropLike(`filled\\_${customers}\\_%`);
    const raw = await this.raw(customers);
    const draft = `filling_${customers}`;
    this.say(`${customers} customers: migrating …`);
    if (this.isKept) await this.recreate(draft, ` template ${raw} strategy file_copy`);
    else await this.run(`alter database ${raw} rename to ${draft}`);
    await migrateAt(this.urlOf(draft));
    await this.vacuum(draft);
    await this.run(`alter database ${draft} rename to ${name}`);
    return this.urlOf(name);
  }

  /**
   * The name of such a database with the oldest schema. The later migrations make of it what they make
   * of every older installation, and a new migration needs no new fill.
   */
  private async raw(customers: number): Promise<string> {
    const name = `raw_${customers}_${FILL}`;
    if (await this.has(name)) return name;
    await this.dropLike(`raw\\_${customers}\\_%`);
    const draft = `filling_${customers}`;
    await this.recreate(draft);
    await migrateAt(this.urlOf(draft), 1);
    const startedAt = performance.now();
    await fillDatabase(this.urlOf(draft), fillOf(customers, new Date()), (sentence) => {
      this.say(`${customers} customers: ${sentence} …`);
    });
    await this.run(`alter database ${draft} rename to ${name}`);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    this.say(`${customers} customers: filled in ${seconds} s.`);
    return name;
  }

  /** The URL of a copy of a filled database that may be written to; nobody may be connected. */
  async copyOf(customers: number): Promise<string> {
    const name = `copy_${customers}`;
    this.say(`${customers} customers: copying the database …`);
    await this.recreate(name, ` template filled_${customers}_${SCHEMA} strategy file_copy`);
    return this.urlOf(name);
  }

  async dropCopy(customers: number): Promise<void> {
    await this.run(`drop database if exists copy_${customers} with (force)`);
  }

  async stop(): Promise<void> {
    await this.postgres.stop();
    if (!this.isKept) rmSync(this.folder, { recursive: true, force: true });
  }

  async version(): Promise<string> {
    const rows = await this.run<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? '';
  }

  private async recreate(name: string, how = ''): Promise<void> {
    await this.run(`drop database if exists ${name} with (force)`);
    await this.run(`create database ${name}${how}`);
    for (const setting of SETTINGS) await this.run(`alter database ${name} set ${setting}`);
  }

  private async dropLike(pattern: string): Promise<void> {
    const found = await this.run<{ datname: string }>(
      `select datname from pg_database where datname like '${pattern}'`,
    );
    for (const { datname } of found) await this.run(`drop database ${datname} with (force)`);
  }

  private async has(name: string): Promise<boolean> {
    const found = await this.run(`select 1 from pg_database where datname = '${name}'`);
    return found.length > 0;
  }

  private async vacuum(database: string): Promise<void> {
    await this.run('vacuum (analyze, parallel 2)', database);
    await this.run('checkpoint', database);
  }

  private async run<Row extends object>(sql: string, database = 'postgres'): Promise<Row[]> {
    const client = new Client({ connectionString: this.urlOf(database) });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}

// A kept database is as good as a new one as long as what made it has not changed.
const FILL = fingerprintOf('../fill/');
const SCHEMA = fingerprintOf('../../libs/platform/src/database/migrations/', FILL);

function fingerprintOf(folder: string, seed = ''): string {
  const hash = createHash('sha256').update(seed);
  const path = fileURLToPath(new URL(folder, import.meta.url));
  const files = readdirSync(path).filter((file) => file.endsWith('.js'));
  for (const file of files.sort()) hash.update(readFileSync(join(path, file)));
  return hash.digest('hex').slice(0, 8);
}

/** Applies all migrations, or only so many of the oldest. */
async function migrateAt(url: string, count?: number): Promise<void> {
  const options = ormOptions({ url, poolSize: 2, statementTimeoutMs: 0 });
  const all = Object.values(options.migrations ?? []);
  const dataSource = new DataSource({ ...options, migrations: all.slice(0, count) });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
