import { DataSource, type QueryRunner } from 'typeorm';

/**
 * Runs `work` while no other process runs work under the same lock of the same database. `patient`
 * is free of the pool's time-outs, which are for requests.
 */
export async function underLock<T>(
  dataSource: DataSource,
  lock: number,
  work: (patient: DataSource) => Promise<T>,
): Promise<T> {
  return onPatientConnection(dataSource, async (patient) => {
    const runner: QueryRunner = patient.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock($1)', [lock]);
      return await work(patient);
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
      await runner.release();
    }
  });
}

/** Gives `work` connections without the pool's time-outs, which are for requests. */
export async function onPatientConnection<T>(
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
