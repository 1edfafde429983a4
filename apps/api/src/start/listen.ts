import type { Env } from '@app/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartUpFault } from './start-up-fault.js';

type Address = Pick<Env, 'HOST' | 'PORT'>;

/** Throws `StartUpFault` before anything is started that could not be reached in the end. */
export async function checkAddress({ HOST, PORT }: Address): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen(PORT, HOST, resolve);
    });
    await new Promise((resolve) => probe.close(resolve));
  } catch (error) {
    throw explained(error, { HOST, PORT });
  }
}

/** Takes requests from now on; answers the URL. Throws `StartUpFault`. */
export async function listen(app: NestFastifyApplication, address: Address): Promise<string> {
  const { log } = app.getHttpAdapter().getInstance();
  const { level } = log;
  // Fastify and Nest say the same in their words, ahead of the banner or of the explanation.
  log.level = 'silent';
  try {
    await app.listen(address.PORT, address.HOST);
  } catch (error) {
    throw explained(error, address);
  } finally {
    log.level = level;
  }
  // All addresses of this machine are no place to go to.
  return (await app.getUrl()).replace(/\/\/(0\.0\.0\.0|\[::1?\])(?=:)/, '//localhost');
}

function explained(error: unknown, { HOST, PORT }: Address): unknown {
  const port = String(PORT);
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartUpFault(`Port ${port} is in use; stop the other process or set PORT.`);
    case 'EACCES':
      return new StartUpFault(`This user may not listen on port ${port}; set PORT.`);
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'ENOTFOUND':
      return new StartUpFault(`HOST ${HOST} is not an address of this machine.`);
    default:
      return error;
  }
}

const IN_FLIGHT_MS = 10_000;
/** For what the requests that were cut off still do in the database. */
const AFTERWARDS_MS = 2_000;

/** Takes no more requests and messages, finishes those in flight, and closes the pool. */
export async function close(
  app: NestFastifyApplication,
  endMessages: () => Promise<void>,
): Promise<void> {
  const server = app.getHttpServer();
  // A connection that is kept alive after its last answer would hold up the end.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, IN_FLIGHT_MS);
  try {
    const closed = Promise.all([endMessages(), app.close()]);
    await Promise.race([closed, sleep(IN_FLIGHT_MS + AFTERWARDS_MS)]);
  } finally {
    clearInterval(idle);
    clearTimeout(cut);
  }
}
