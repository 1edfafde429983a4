import { migrate, startEmbeddedPostgres, type RunningPostgres } from '@app/platform';
import { DataSource } from 'typeorm';
import { ormOptions } from '../../ormconfig.js';

export const TEMPLATE = 'template_customers';

declare global {
  // Jest's set-up and tear-down are two modules of one process: this is what they share.
  var testPostgres: RunningPostgres | undefined;
}

/** A throw-away PostgreSQL (or the server at `TEST_DATABASE_URL`) with a migrated template. */
export default async function startPostgres(): Promise<void> {
  const external = process.env['TEST_DATABASE_URL'];
  if (!external) {
    globalThis.testPostgres = await startEmbeddedPostgres({
      dataDir: '.data',
      database: 'postgres',
      ephemeral: true,
    });
  }
  const server = external ?? globalThis.testPostgres?.url ?? '';
  process.env['TEST_POSTGRES_SERVER'] = server;
  await recreateTemplate(server);
}

async function recreateTemplate(server: string): Promise<void> {
  const admin = await new DataSource({ type: 'postgres', url: server }).initialize();
  await admin.query(`drop database if exists ${TEMPLATE} with (force)`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.destroy();
  const url = new URL(server);
  url.pathname = TEMPLATE;
  const options = ormOptions({ url: url.href, poolSize: 2, statementTimeoutMs: 30_000 });
  const template = await new DataSource(options).initialize();
  await migrate(template);
  await template.destroy();
}
