import type { DataSource, QueryRunner } from 'typeorm';

const MIGRATION_LOCK = 7_204_611;

/** Two instances that start at once must not both migrate: the second waits and finds nothing to do. */
async function underMigrationLock<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  const runner: QueryRunner = dataSource.createQueryRunner();
  try {
    await runner.query('set statement_timeout = 0');
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work();
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.query('reset statement_timeout').catch(() => undefined);
    await runner.release();
  }
}

/** Applies what is not applied yet; answers the names of what it applied. */
export const migrate = (dataSource: DataSource): Promise<string[]> =>
  underMigrationLock(dataSource, async () => {
    const applied = await dataSource.runMigrations();
    return applied.map((migration) => migration.name);
  });

/** Takes back the newest migration. */
export const revertMigration = (dataSource: DataSource): Promise<void> =>
  underMigrationLock(dataSource, () => dataSource.undoLastMigration());
