import { Metrics, type Env } from '@app/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, type ServerResponse } from 'node:http';
import { StartUpFault } from './start-up-fault.js';

type Address = Pick<Env, 'METRICS_HOST' | 'METRICS_PORT'>;

/**
 * Serves `/metrics` on its own address: what a process tells of itself is not for the API's callers.
 * Answers how to end it; undefined when it is off. Throws `StartUpFault`.
 */
export async function serveMetrics(
  app: NestFastifyApplication,
  { METRICS_PORT: port, METRICS_HOST: host }: Address,
): Promise<(() => Promise<void>) | undefined> {
  if (port === undefined) return undefined;
  const metrics = app.get(Metrics);
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/metrics') void answer(metrics, response);
    else response.writeHead(404).end();
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, resolve);
    });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartUpFault(
      `The metrics cannot be served on ${host}:${String(port)} (${code}); set METRICS_PORT and METRICS_HOST.`,
    );
  }
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function answer(metrics: Metrics, response: ServerResponse): Promise<void> {
  try {
    const { type, text } = await metrics.text();
    response.writeHead(200, { 'content-type': type }).end(text);
  } catch {
    // A number that needs the database cannot be had while that is away.
    response.writeHead(503).end();
  }
}
