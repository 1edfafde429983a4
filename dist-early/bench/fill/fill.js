import { Client } from 'pg';
import { fillClaims, fillClicks, fillTouches } from './clicks.js';
import { fillConversions } from './conversions.js';
import { fillCustomers } from './customers.js';
import { withoutIndexes } from './indexes.js';
import { fillPeople } from './people.js';
import { createFunctions, dropFunctions } from './sql-functions.js';
import { fillWorkspaces } from './workspaces.js';
const EVENT_TABLES = ['clicks', 'conversions', 'claims', 'customer_visitors'];
/**
 * Fills a migrated, empty database with what the service would have written, and leaves the rollups
 * to the service: it builds those of every workspace that says it has none.
 */
export async function fillDatabase(url, fill, say) {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
        await client.query(`set synchronous_commit = off; set work_mem = '512MB'; set maintenance_work_mem = '1GB';
       set max_parallel_maintenance_workers = 2`);
        await createFunctions(client);
        await fillWorkspaces(client, fill);
        say('drawing the customers');
        await fillPeople(client, fill);
        const fillEvents = async () => {
            say('filling clicks');
            await fillClicks(client, fill);
            await fillClaims(client);
            say('filling conversions');
            await fillConversions(client, fill);
        };
        await withoutIndexes(client, EVENT_TABLES, fillEvents, say);
        await client.query('analyze clicks');
        say('filling touches and customers');
        const fillRows = async () => {
            await fillTouches(client);
            await fillCustomers(client);
        };
        await withoutIndexes(client, ['touches', 'customers'], fillRows, say);
        await dropFunctions(client);
        say('vacuuming');
        await client.query('vacuum (analyze, parallel 2)');
        await client.query('checkpoint');
    }
    finally {
        await client.end();
    }
}
//# sourceMappingURL=fill.js.map