import type { Env } from '@app/platform';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readOpenApi } from './openapi.js';
import { ASSETS, PAGE, POLICY, SCRIPT, STYLE } from './openapi/docs-page.js';

const require = createRequire(import.meta.url);
const SWAGGER_UI = path.dirname(require.resolve('swagger-ui-dist/package.json'));

/**
 * Serves the OpenAPI document and Swagger UI, at the root whatever the API's prefix. The document is
 * the committed one: it is what the tests compare the answers with, and it costs no time at start.
 */
export async function serveDocs(app: NestFastifyApplication, env: Env): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const texts = {
    '/openapi.json': ['application/json', JSON.stringify(readOpenApi(env.API_PREFIX))],
    '/docs': ['text/html', PAGE],
    '/docs/page.css': ['text/css', STYLE],
    '/docs/page.js': ['text/javascript', SCRIPT],
  } as const;
  for (const [url, [type, text]] of Object.entries(texts)) {
    fastify.get(url, (_request, reply) =>
      reply
        .headers({
          'cache-control': 'no-cache',
          'content-security-policy': POLICY,
        })
        .type(`${type}; charset=utf-8`)
        .send(text),
    );
  }
  fastify.get('/docs/', (_request, reply) => reply.redirect('../docs', 308));
  await app.register(fastifyStatic, { root: SWAGGER_UI, serve: false });
  for (const file of ASSETS) {
    fastify.get(`/docs/${file}`, (_request, reply) => reply.sendFile(file));
  }
}
