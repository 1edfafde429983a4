import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { BIG_WORKSPACE } from '../fill/workspaces.js';
import { Load } from '../measure/load.js';
import { Cluster } from './cluster.js';
import { Service } from './service.js';
/** What figures measure on: databases, the service, load. Everything is started when it is needed. */
export class Bench {
    constructor(cluster, options) {
        this.cluster = cluster;
        this.options = options;
        this.load = new Load();
        this.folder = mkdtempSync(join(tmpdir(), 'customers-bench-'));
        this.stages = new Map();
        this.number = 0;
    }
    static async start(options) {
        return new Bench(await Cluster.start(options.keep, options.say), options);
    }
    get customers() {
        return this.options.customers;
    }
    get minutes() {
        return this.options.minutes;
    }
    postgresVersion() {
        return this.cluster.version();
    }
    /** A number that never comes again in this run: for ids of what is written. */
    next() {
        this.number += 1;
        return this.number;
    }
    /** For figures that only read. */
    reading(customers = this.customers) {
        let stage = this.stages.get(customers);
        if (!stage) {
            stage = this.cluster.filled(customers).then((url) => this.open(customers, url));
            this.stages.set(customers, stage);
        }
        return stage;
    }
    /** A copy of the filled database, for figures that write: the next run finds it as it was. */
    writing() {
        this.copy ??= this.openCopy();
        return this.copy;
    }
    /** The service a second time, on the same database and otherwise configured. */
    another(stage, environment) {
        return Service.start(stage.databaseUrl, this.folder, environment);
    }
    async stop() {
        await this.closeStages();
        if (this.copy) {
            await close(await this.copy);
            await this.cluster.dropCopy(this.customers);
        }
        await this.load.stop();
        await this.cluster.stop();
        rmSync(this.folder, { recursive: true, force: true });
    }
    async openCopy() {
        // So that the copy has the rollups of its original, which the service builds at its start.
        await this.reading();
        await this.closeStages();
        return this.open(this.customers, await this.cluster.copyOf(this.customers));
    }
    async closeStages() {
        for (const stage of this.stages.values())
            await close(await stage);
        this.stages.clear();
    }
    async open(customers, databaseUrl) {
        const plain = new Client({ connectionString: databaseUrl });
        await plain.connect();
        // As the service asks its questions: planned for the values, not for any.
        await plain.query('set plan_cache_mode = force_custom_plan');
        const service = await Service.start(databaseUrl, this.folder);
        await waitForRollups(plain, this.options.say);
        return { customers, databaseUrl, service, http: await service.connect(), plain };
    }
}
async function close({ http, plain, service }) {
    http.close();
    await plain.end();
    await service.stop();
}
const PATIENCE_MS = 3_000;
/** The service builds the rollups of a filled database when it starts; then all tables are at rest. */
async function waitForRollups(client, say) {
    const left = async () => {
        const { rows } = await client.query('select count(*) as left from workspaces where rollups_built_at is null and id <> $1', [BIG_WORKSPACE]);
        return Number(rows[0]?.left);
    };
    let last = await left();
    if (last === 0)
        return;
    say('the service builds the rollups …');
    for (let changedAt = Date.now(); last > 0 && Date.now() - changedAt < PATIENCE_MS;) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        const now = await left();
        if (now < last)
            changedAt = Date.now();
        last = now;
    }
    await client.query('vacuum (analyze)');
}
//# sourceMappingURL=bench.js.map