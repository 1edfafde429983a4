import { Env, migrate, openDatabase, type OpenDatabase } from '@app/platform';
import { withDataSource } from './migrations.js';
import type { Shell } from './shell.js';

export { BackupError, restoreBackup, writeBackup } from '@app/platform';

/** Gives `work` the URL of the configured database as it is: a back-up may be made ahead of an update. */
export const onDatabase = <T>(shell: Shell, work: (url: string) => Promise<T>): Promise<T> =>
  onOpenDatabase(shell, ({ env }) => work(env.DATABASE_URL));

/** The same, migrated unless that is off. */
export const onMigratedDatabase = <T>(
  shell: Shell,
  work: (url: string) => Promise<T>,
): Promise<T> =>
  onOpenDatabase(shell, async ({ env: { DATABASE_URL, MIGRATE_ON_START } }) => {
    if (MIGRATE_ON_START) {
      await withDataSource(DATABASE_URL, async (dataSource) => {
        if (await dataSource.showMigrations()) await migrate(dataSource);
      });
    }
    return work(DATABASE_URL);
  });

async function onOpenDatabase<T>(
  { output, environment }: Shell,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(Env.read(environment), output.say);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
