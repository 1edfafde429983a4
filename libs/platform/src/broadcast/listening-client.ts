import pg from 'pg';
import type { Socket } from 'node:net';
import type { DataSource } from 'typeorm';

const CONNECT_MS = 5_000;
/** An answer that takes longer will not come: the network swallows packets. */
const ANSWER_MS = 2_000;
const GOODBYE_MS = 500;

/** A connection of its own to the pool's database: what listens never goes back to a pool. */
export function listeningClient({ driver }: DataSource): pg.Client {
  // TypeORM types its pool as any; with the postgres driver it is pg's.
  const { options } = (driver as unknown as { master: { options: pg.ClientConfig } }).master;
  return new pg.Client({
    ...options,
    // The pool hides it from being listed.
    ...(options.password !== undefined && { password: options.password }),
    ...{ pipeline: false },
    application_name: 'customers-api-broadcast',
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: ANSWER_MS,
  });
}

/** Says goodbye, and waits for no answer: there may be nobody any more who gives one. */
export function leave(client: pg.Client): void {
  // pg does not declare its connection.
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  client.end().catch(() => undefined);
  setTimeout(() => stream.destroy(), GOODBYE_MS).unref();
}
