import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { HttpConnection } from '../measure/http-connection.js';
import { Load } from '../measure/load.js';
import { Cluster } from './cluster.js';
import { Service } from './service.js';

/** A filled database with the service on it, and a plain connection to the same database. */
export interface Stage {
  customers: number;
  databaseUrl: string;
  service: Service;
  /** For one request after the other. */
  http: HttpConnection;
  /** For plain SQL. */
  plain: Client;
}

export interface BenchOptions {
  customers: number;
  keep?: string | undefined;
  /** How long the memory is watched. */
  minutes: number;
  say: (sentence: string) => void;
}

/** What figures measure on: databases, the service, load. Everything is started when it is needed. */
export class Bench {
  readonly load = new Load();
  private readonly folder = mkdtempSync(join(tmpdir(), 'customers-bench-'));
  private readonly stages = new Map<number, Promise<Stage>>();
  private copy: Promise<Stage> | undefined;
  private number = 0;

  private constructor(
    private readonly cluster: Cluster,
    private readonly options: BenchOptions,
  ) {}

  static async start(options: BenchOptions): Promise<Bench> {
    return new Bench(await Cluster.start(options.keep, options.say), options);
  }

  get customers(): number {
    return this.options.customers;
  }

  get minutes(): number {
    return this.options.minutes;
  }

  postgresVersion(): Promise<string> {
    return this.cluster.version();
  }

  /** A number that never comes again in this run: for ids of what is written. */
  next(): number {
    this.number += 1;
    return this.number;
  }

  /** For figures that only read. */
  reading(customers = this.customers): Promise<Stage> {
    let stage = this.stages.get(customers);
    if (!stage) {
      stage = this.cluster.filled(customers).then((url) => this.open(customers, url));
      this.stages.set(customers, stage);
    }
    return stage;
  }

  /** A copy of the filled database, for figures that write: the next run finds it as it was. */
  writing(): Promise<Stage> {
    this.copy ??= this.openCopy();
    return this.copy;
  }

  /** The service a second time, on the same database and otherwise configured. */
  another(stage: Stage, environment: Record<string, string>): Promise<Service> {
    return Service.start(stage.databaseUrl, this.folder, environment);
  }

  async stop(): Promise<void> {
    await this.closeStages();
    if (this.copy) {
      await close(await this.copy);
      await this.cluster.dropCopy(this.customers);
    }
    await this.load.stop();
    await this.cluster.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async openCopy(): Promise<Stage> {
    // So that the copy has the rollups of its original, which the service builds at its start.
    await this.reading();
    await this.closeStages();
    return this.open(this.customers, await this.cluster.copyOf(this.customers));
  }

  private async closeStages(): Promise<void> {
    for (const stage of this.stages.values()) await close(await stage);
    this.stages.clear();
  }

  private async open(customers: number, databaseUrl: string): Promise<Stage> {
    const plain = new Client({ connectionString: databaseUrl });
    await plain.connect();
    // A connection that is lost fails the figure that uses it next, and not the whole run.
    plain.on('error', () => undefined);
    // As the service asks its questions: planned for the values, not for any.
    await plain.query('set plan_cache_mode = force_custom_plan');
    const [service] = await Promise.all([
      Service.start(databaseUrl, this.folder),
      waitForRollups(plain, this.options.say),
    ]);
    return { customers, databaseUrl, service, http: await service.connect(), plain };
  }
}

async function close({ http, plain, service }: Stage): Promise<void> {
  http.close();
  await plain.end();
  await service.stop();
}

const PATIENCE_MS = 20 * 60_000;

/** The service builds the rollups of a filled database when it starts; then all tables are at rest. */
async function waitForRollups(client: Client, say: (sentence: string) => void): Promise<void> {
  const left = async (): Promise<number> => {
    const { rows } = await client.query<{ left: string }>(
      'select count(*) as left from workspaces where rollups_built_at is null',
    );
    return Number(rows[0]?.left);
  };
  if ((await left()) === 0) return;
  say('the service builds the rollups …');
  const deadline = Date.now() + PATIENCE_MS;
  while ((await left()) > 0) {
    if (Date.now() > deadline) throw new Error('The service does not build all rollups.');
    await sleep(200);
  }
  await client.query('vacuum (analyze)');
}
