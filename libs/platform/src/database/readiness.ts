import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ServiceUnavailable } from '../errors/app-error.js';
import { codeOf } from './database-errors.js';
import { Database } from './database.js';
import { Statement } from './statement.js';

/** Who asks whether a process is ready waits no longer, often not even as long. */
const ANSWER_MS = 1_000;

const UNDEFINED_TABLE = '42P01';

const APPLIED = new Statement<{ name: string }>(
  'readiness.applied-migrations',
  'select name from schema_migrations',
);

/** Whether the database can be worked with. */
@Injectable()
export class Readiness {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
  ) {}

  /** Throws `ServiceUnavailable` when it does not answer soon, or lacks a migration. */
  async check(): Promise<void> {
    const applied = await this.applied();
    if (!applied) throw new ServiceUnavailable('The database is not available.');
    const areMissing = this.dataSource.migrations.some(
      ({ name, constructor }) => !applied.has(name ?? constructor.name),
    );
    if (areMissing) throw new ServiceUnavailable('Migrations have not been applied.');
  }

  /** Undefined when the database does not say. */
  private async applied(): Promise<ReadonlySet<string> | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const timeIsUp = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        resolve(undefined);
      }, ANSWER_MS);
    });
    const names = this.database.rows(APPLIED).then(
      (rows) => new Set(rows.map(({ name }) => name)),
      (error: unknown) => (codeOf(error) === UNDEFINED_TABLE ? new Set<string>() : undefined),
    );
    try {
      return await Promise.race([names, timeIsUp]);
    } finally {
      clearTimeout(timer);
    }
  }
}
