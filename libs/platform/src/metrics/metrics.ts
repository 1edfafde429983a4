import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Registry, collectDefaultMetrics, type Metric } from 'prom-client';
import { Snapshots } from '../cache/snapshots.js';
import { Database } from '../database/database.js';
import { RequestDurations } from './request-durations.js';

/** What this process tells of itself to a Prometheus. */
@Injectable()
export class Metrics {
  readonly requests = new RequestDurations();
  private readonly registry = new Registry();
  private isWatchingProcess = false;

  constructor(snapshots: Snapshots, database: Database) {
    this.registry.registerMetric(this.requests as unknown as Metric);
    this.counter(
      'snapshot_hits_total',
      'Answers that were a stored snapshot.',
      () => snapshots.hits,
    );
    this.counter(
      'snapshot_misses_total',
      'Answers that had to be computed.',
      () => snapshots.misses,
    );
    this.gauge('snapshot_bytes', 'Memory that the stored snapshots take.', () => snapshots.bytes());
    this.gauge('database_connections_busy', 'Connections that are in use.', () => {
      return database.load().busy;
    });
    this.gauge(
      'database_connections_open',
      'Connections that are open.',
      () => database.load().open,
    );
    this.gauge('database_connections_waiting', 'Requests that wait for a connection.', () => {
      return database.load().waiting;
    });
  }

  /** Adds a number that goes up and down; it is read when somebody asks, and may take a query. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read());
      },
    });
  }

  /** Adds a number that only goes up while the process lives; it is read when somebody asks. */
  counter(name: string, help: string, read: () => number): void {
    new Counter({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }

  /** Everything as Prometheus reads it. Memory and event loop are watched from the first time on. */
  async text(): Promise<{ type: string; text: string }> {
    if (!this.isWatchingProcess) {
      this.isWatchingProcess = true;
      collectDefaultMetrics({ register: this.registry });
    }
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }
}
