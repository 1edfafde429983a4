import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../support/random-history.js';
import { Checker } from './checker.js';
import { randomOf } from './chaos.js';
import type { Cluster } from './cluster.js';
import { Service, cli } from './house.js';
import { Ledger } from './ledger.js';
import { Writer, type Target } from './writer.js';

const WRITERS = 16;
const SLUG = 'ordeal';
const WARM_UP_MS = 1_500;
/** Who has not come back after so long will not. */
const NO_RETURN_MS = 30_000;

/** Which process is killed, and after what pause. */
export interface Blow {
  victim: 'api' | 'postgres';
  afterMs: number;
}

export interface OrdealOptions {
  database: string;
  environment?: Record<string, string>;
  /** Run on the new schema before anything is written. */
  sql?: readonly string[];
  /** The server's, each time that it is started. */
  settings?: readonly string[];
}

/** Writers that insist, a nemesis that kills, and a checker that looks at what is left. */
export class Ordeal {
  readonly ledger = new Ledger();
  readonly kills = { api: 0, postgres: 0 };
  /** From when PostgreSQL takes connections again to the first write that is stored, in ms. */
  readonly returns: number[] = [];
  private readonly writers: Writer[];

  private constructor(
    private readonly cluster: Cluster,
    private readonly service: Service,
    private readonly options: OrdealOptions,
    private readonly target: Target,
    private readonly random: Random,
  ) {
    this.writers = Array.from(
      { length: WRITERS },
      (_, place) => new Writer(`w${String(place)}`, randomOf(place + 1), this.ledger, target),
    );
  }

  static async begin(cluster: Cluster, options: OrdealOptions): Promise<Ordeal> {
    const { database, environment = {}, sql = [] } = options;
    await cluster.sql(`create database ${database}`);
    const url = cluster.url(database);
    const service = new Service({ ...environment, DATABASE_URL: url });
    await service.start();
    await cli(url, 'workspace', 'create', '--slug', SLUG, '--plan', 'enterprise');
    const key = await cli(url, 'key', 'create', '--workspace', SLUG);
    for (const statement of sql) await cluster.sql(statement, [], database);
    // The key is to outlive what the writers' own words may not.
    await cluster.sql('checkpoint');
    const target = { url: service.url, key: key.trim().split(/\s+/).at(-1) ?? '' };
    return new Ordeal(cluster, service, options, target, randomOf(0));
  }

  /** Blows the given blows, and others until the time is over; then every writer gets its last answer. */
  async round(ms: number, blows: readonly Blow[]): Promise<string[]> {
    const end = performance.now() + ms;
    let isOver = false;
    const nemesis = async (): Promise<void> => {
      await sleep(WARM_UP_MS);
      for (const blow of blows) await this.strike(blow);
      while (performance.now() < end) await this.strike(this.randomBlow());
      isOver = true;
    };
    await Promise.all([nemesis(), ...this.writers.map((writer) => writer.runUntil(() => isOver))]);
    return new Checker(this.cluster, this.options.database, SLUG, this.ledger, this.target).check();
  }

  async end(): Promise<void> {
    await this.service.kill();
  }

  private randomBlow(): Blow {
    const victim = this.random.chance(30) ? 'postgres' : 'api';
    return { victim, afterMs: this.random.integer(5_000) };
  }

  private async strike({ victim, afterMs }: Blow): Promise<void> {
    await sleep(afterMs);
    this.kills[victim] += 1;
    if (victim === 'api') {
      await this.service.kill();
      await this.service.start();
      return;
    }
    await this.cluster.kill();
    await sleep(this.random.integer(1_000));
    await this.cluster.restart(this.options.settings);
    if (!this.service.isAlive) {
      this.ledger.faults.push(
        `The service died with PostgreSQL: ${this.service.log.slice(-2_000)}`,
      );
      await this.service.start();
    }
    const back = performance.now();
    const { writes } = this.ledger;
    // The writers ask all the time.
    while (this.ledger.writes === writes && performance.now() < back + NO_RETURN_MS)
      await sleep(10);
    this.returns.push(Math.round(performance.now() - back));
  }
}
