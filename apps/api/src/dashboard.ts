import type { Env } from '@app/platform';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from './openapi/package-root.js';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves the dashboard at the root, whatever the API's prefix: the page, which names its assets, and these for
 * ever. They have routes of their own, file by file, so that no other path is looked for among them.
 */
export async function serveDashboard(app: NestFastifyApplication, env: Env): Promise<void> {
  const folder = path.join(packageRoot(), 'dist/apps/dashboard');
  const file = path.join(folder, 'index.html');
  // Tests run the service from its sources.
  if (!existsSync(file)) return;
  const page = pageAt(file, env.API_PREFIX);
  const etag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/', (request, reply) => {
    void reply.headers({
      'cache-control': 'no-cache',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      etag,
    });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('text/html; charset=utf-8').send(page);
  });
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/dashboard/',
    wildcard: false,
    globIgnore: ['**/*.{br,gz}'],
    preCompressed: true,
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '1y',
    setHeaders: (reply) => {
      reply.header('x-content-type-options', 'nosniff');
    },
  });
}

/** The page with the path of the API's routes, relative to it: a proxy may put both under one more. */
function pageAt(file: string, prefix: string | undefined): string {
  const page = readFileSync(file, 'utf8');
  return page.replace(
    'name="api-prefix" content=""',
    `name="api-prefix" content="${prefix ?? ''}"`,
  );
}
