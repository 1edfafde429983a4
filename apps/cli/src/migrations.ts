import 'reflect-metadata';
import { Env, migrate, openDatabase, revertMigration } from '@app/platform';
import { DataSource } from 'typeorm';
import { ormOptions } from '../../../ormconfig.js';
import type { Shell } from './shell.js';

export const applyMigrations = (shell: Shell): Promise<string[]> => onDatabase(shell, migrate);

export const takeBackMigration = (shell: Shell): Promise<string | undefined> =>
  onDatabase(shell, revertMigration);

async function onDatabase<T>(
  { output, environment }: Shell,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(Env.read(environment), output.say);
  try {
    return await withDataSource(database.env.DATABASE_URL, work);
  } finally {
    await database.close();
  }
}

/** A connection with every entity and without time-outs. */
export async function withDataSource<T>(
  url: string,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = new DataSource(ormOptions({ url, poolSize: 2, statementTimeoutMs: 0 }));
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
