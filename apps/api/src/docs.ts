import type { Env } from '@app/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export async function serveDocs(_app: NestFastifyApplication, _env: Env): Promise<void> {
  await Promise.resolve();
}
