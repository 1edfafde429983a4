import { Client } from 'pg';
import { fillClaims, fillClicks, fillTouches } from './clicks.js';
import { fillConversions } from './conversions.js';
import { fillCustomers } from './customers.js';
import type { Fill } from './extent.js';
import { withoutIndexes } from './indexes.js';
import { fillPeople } from './people.js';
import { createFunctions, dropFunctions } from './sql-functions.js';
import { fillWorkspaces } from './workspaces.js';

const EVENT_TABLES = ['clicks', 'conversions', 'claims', 'customer_visitors'];

/**
 * Fills an empty database of the oldest schema with what the service would have written. Migrations
 * and the service derive the rest: the directory of names, counts, and the rollups.
 */
export async function fillDatabase(
  url: string,
  fill: Fill,
  say: (sentence: string) => void,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `set synchronous_commit = off; set work_mem = '512MB'; set maintenance_work_mem = '1GB';
       set max_parallel_maintenance_workers = 2`,
    );
    await createFunctions(client);
    await fillWorkspaces(client, fill);
    say('drawing the customers');
    await fillPeople(client, fill);
    const fillEvents = async (): Promise<void> => {
      say('filling clicks');
      await fillClicks(client, fill);
      await fillClaims(client);
      say('filling conversions');
      await fillConversions(client, fill);
    };
    await withoutIndexes(client, EVENT_TABLES, fillEvents, say);
    await client.query('analyze clicks');
    say('filling touches and customers');
    const fillRows = async (): Promise<void> => {
      await fillTouches(client);
      await fillCustomers(client);
    };
    await withoutIndexes(client, ['touches', 'customers'], fillRows, say);
    await dropFunctions(client);
  } finally {
    await client.end();
  }
}
