import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Blow, OrdealOptions } from '../ordeal.js';

interface Patch {
  /** Below dist. */
  file: string;
  /** Is there once. */
  from: string;
  to: string;
}

/** A bug that the crash checker has to find, put into a service or its database by a test alone. */
export interface Plant {
  title: string;
  victim: Blow['victim'];
  /** Found within seconds: part of `npm test`. */
  isQuick?: boolean;
  /** What the checker has to say of it. */
  fault: RegExp;
  options: Omit<OrdealOptions, 'database'>;
}

/** Holds a door open for a kill that is else open for less than a millisecond. */
const PAUSE = 'await new Promise((resolve) => setTimeout(resolve, 25));';

const patched = (...patches: Patch[]): Record<string, string> => ({
  NODE_OPTIONS: `--import ${pathToFileURL(path.resolve('test/chaos/plants/plant.mjs')).href}`,
  CHAOS_PATCHES: JSON.stringify(patches),
});

const WRITE_GROUP = 'libs/customers/src/identity/write-group.js';
const IDENTITY_WRITES = 'libs/customers/src/identity/identity-writes.js';

const STORED =
  'for (const answer of await storeTogether(this.database, workspace, requests))\n                answer();';

export const PLANTS: readonly Plant[] = [
  {
    title: 'an answer before the commit',
    victim: 'api',
    fault: /is lost/,
    options: {
      environment: patched(
        { file: WRITE_GROUP, from: 'write.store(!keepsAny)', to: 'write.store(false)' },
        {
          file: WRITE_GROUP,
          from: 'if (!transaction.isCommitted)',
          to: `for (const answer of answers) answer(); ${PAUSE} if (!transaction.isCommitted)`,
        },
      ),
    },
  },
  {
    // The lane looks an order up before it stores it: without the index alone nothing could happen.
    title: 'no unique index on orders, and no look-up that would make up for it',
    victim: 'api',
    fault: /sale is there twice/,
    options: {
      sql: ['drop index conversions_order'],
      environment: patched(
        {
          file: 'libs/tracking/src/record-conversion.js',
          from: 'const stored = order && (await write.conversions.byOrder(order));',
          to: 'const stored = undefined;',
        },
        {
          file: IDENTITY_WRITES,
          from: STORED,
          to: `const answers = await storeTogether(this.database, workspace, requests);
            ${PAUSE} for (const answer of answers) answer();`,
        },
      ),
    },
  },
  {
    title: 'an ltv that is written outside the transaction',
    victim: 'api',
    isQuick: true,
    fault: /ltv is otherwise/,
    options: {
      sql: [
        `create function keep_ltv() returns trigger language plpgsql as $$
         begin
           new.ltv := case when tg_op = 'INSERT' then 0 else old.ltv end;
           return new;
         end $$`,
        `create trigger keep_ltv before insert or update on customers for each row
         when (current_setting('plant.outside', true) is distinct from 'on')
         execute function keep_ltv()`,
        `create function write_ltv(id text, worth bigint) returns void language plpgsql as $$
         begin
           perform set_config('plant.outside', 'on', true);
           update customers set ltv = worth where customers.id = write_ltv.id;
         end $$`,
      ],
      environment: patched(
        {
          file: 'libs/customers/src/identity/customer-rows.js',
          from: 'return store.CUSTOMER_RECORD.text(',
          to: `for (const { id, ltv } of customers) globalThis.outside.set(id, ltv);
            return store.CUSTOMER_RECORD.text(`,
        },
        {
          file: IDENTITY_WRITES,
          from: STORED,
          to: `globalThis.outside = new Map();
            const answers = await storeTogether(this.database, workspace, requests);
            ${PAUSE}
            for (const values of globalThis.outside) {
              await this.database.query({ text: 'select write_ltv($1, $2)', values });
            }
            for (const answer of answers) answer();`,
        },
      ),
    },
  },
  {
    // What was written stays with the operating system when a process is killed: only what PostgreSQL
    // still has in its memory is lost with it. Here it keeps it there for ten seconds.
    title: 'synchronous_commit=off',
    victim: 'postgres',
    isQuick: true,
    fault: /is lost/,
    options: {
      settings: ['synchronous_commit=off', 'wal_writer_delay=10s', 'wal_writer_flush_after=1GB'],
    },
  },
];
