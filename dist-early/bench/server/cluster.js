import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbeddedPostgres } from "../../libs/platform/src/index.js";
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ormOptions } from '../../ormconfig.js';
import { fillOf } from '../fill/extent.js';
import { fillDatabase } from '../fill/fill.js';
/** What every session of every side gets; the rest is as the service's own server has it. */
const SETTINGS = [
    "work_mem = '64MB'",
    'random_page_cost = 1.1',
    "effective_cache_size = '4GB'",
    'effective_io_concurrency = 32',
];
/** The PostgreSQL of the bench, durable like one in production, with filled databases in it. */
export class Cluster {
    constructor(postgres, folder, isKept, say) {
        this.postgres = postgres;
        this.folder = folder;
        this.isKept = isKept;
        this.say = say;
    }
    /** `keep` is a folder in which filled databases stay for the next run. */
    static async start(keep, say) {
        const folder = keep ?? mkdtempSync(join(tmpdir(), 'customers-bench-'));
        const postgres = await startEmbeddedPostgres({
            dataDir: folder,
            database: 'postgres',
            onProgress: say,
        });
        return new Cluster(postgres, folder, keep !== undefined, say);
    }
    urlOf(database) {
        const url = new URL(this.postgres.url);
        url.pathname = database;
        return url.href;
    }
    /** The URL of a database with that many customers in its big workspace; filled if need be. */
    async filled(customers) {
        const name = `filled_${customers}`;
        const url = this.urlOf(name);
        if (await this.has(name))
            return url;
        const draft = `filling_${customers}`;
        await this.recreate(draft);
        await migrateAt(this.urlOf(draft));
        const startedAt = performance.now();
        await fillDatabase(this.urlOf(draft), fillOf(customers, new Date()), (sentence) => {
            this.say(`${customers} customers: ${sentence} …`);
        });
        await this.run(`alter database ${draft} rename to ${name}`);
        const seconds = Math.round((performance.now() - startedAt) / 1_000);
        this.say(`${customers} customers: filled in ${seconds} s.`);
        return url;
    }
    /** The URL of a copy of a filled database that may be written to; nobody may be connected. */
    async copyOf(customers) {
        const name = `copy_${customers}`;
        this.say(`${customers} customers: copying the database …`);
        await this.recreate(name, ` template filled_${customers} strategy file_copy`);
        return this.urlOf(name);
    }
    async dropCopy(customers) {
        await this.run(`drop database if exists copy_${customers} with (force)`);
    }
    async stop() {
        await this.postgres.stop();
        if (!this.isKept)
            rmSync(this.folder, { recursive: true, force: true });
    }
    async version() {
        const rows = await this.run('show server_version');
        return rows[0]?.server_version ?? '';
    }
    async recreate(name, how = '') {
        await this.run(`drop database if exists ${name} with (force)`);
        await this.run(`create database ${name}${how}`);
        for (const setting of SETTINGS)
            await this.run(`alter database ${name} set ${setting}`);
    }
    async has(name) {
        const found = await this.run(`select 1 from pg_database where datname = '${name}'`);
        return found.length > 0;
    }
    async run(sql) {
        const client = new Client({ connectionString: this.urlOf('postgres') });
        await client.connect();
        try {
            return (await client.query(sql)).rows;
        }
        finally {
            await client.end();
        }
    }
}
async function migrateAt(url) {
    const dataSource = new DataSource(ormOptions({ url, poolSize: 2, statementTimeoutMs: 0 }));
    await dataSource.initialize();
    try {
        await migrate(dataSource);
    }
    finally {
        await dataSource.destroy();
    }
}
//# sourceMappingURL=cluster.js.map