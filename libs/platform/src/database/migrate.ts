import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

const MIGRATION_LOCK = 7_204_611;

/** A migration of large tables takes what it takes: the pool's time-outs are for requests. */
async function onPatientConnection<T>(
  dataSource: DataSource,
  work: (patient: DataSource) => Promise<T>,
): Promise<T> {
  const patient = new DataSource({
    ...dataSource.options,
    entities: [],
    extra: { connectionTimeoutMillis: 5_000, keepAlive: true },
  });
  await patient.initialize();
  try {
    return await work(patient);
  } finally {
    await patient.destroy();
  }
}

/** Two instances that start at once must not both migrate: the second waits and finds nothing to do. */
async function underMigrationLock<T>(
  dataSource: DataSource,
  work: (patient: DataSource) => Promise<T>,
): Promise<T> {
  return onPatientConnection(dataSource, async (patient) => {
    const runner: QueryRunner = patient.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      return await work(patient);
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
      await runner.release();
    }
  });
}

/** Applies what is not applied yet; answers the names of what it applied. */
export const migrate = (dataSource: DataSource): Promise<string[]> =>
  underMigrationLock(dataSource, async (patient) => {
    const applied = await patient.runMigrations();
    return applied.map((migration) => migration.name);
  });

/** Takes back the newest migration; answers its name, or undefined when none is applied. */
export const revertMigration = (dataSource: DataSource): Promise<string | undefined> =>
  underMigrationLock(dataSource, async (patient) => {
    const applied = await new MigrationExecutor(patient).getExecutedMigrations();
    const [newest] = applied.sort((a, b) => b.timestamp - a.timestamp);
    if (newest) await patient.undoLastMigration();
    return newest?.name;
  });
