import { createLogger, migrate, type Env } from '@app/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';

/** Applies the migrations that are missing, if that is wanted; answers whether all are applied. */
export async function prepareSchema(app: NestFastifyApplication, env: Env): Promise<boolean> {
  const dataSource = app.get(DataSource);
  if (env.MIGRATE_ON_START) {
    await migrate(dataSource);
    return true;
  }
  const areMissing = await dataSource.showMigrations();
  if (areMissing) {
    createLogger(env.LOG_LEVEL).warn(
      'Migrations are missing: /readyz answers 503 until npm run migrate has applied them.',
    );
  }
  return !areMissing;
}
