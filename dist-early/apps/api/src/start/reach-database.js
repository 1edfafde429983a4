import { isUnreachable, postgresOptions } from "../../../../libs/platform/src/index.js";
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { say } from './say.js';
import { StartUpFault } from './start-up-fault.js';
const PATIENCE_MS = 10_000;
const PAUSE_MS = 500;
const OLDEST = 15;
/** Waits a little for the database at `url`. Throws `StartUpFault`, which never says the password. */
export async function reachDatabase(url, signal) {
    const deadline = performance.now() + PATIENCE_MS;
    for (let attempt = 1;; attempt += 1) {
        try {
            await connectOnce(url);
            return;
        }
        catch (error) {
            if (error instanceof StartUpFault)
                throw error;
            const passes = isUnreachable(error) || codeOf(error).startsWith('EAI_');
            if (!passes) {
                throw new StartUpFault(`PostgreSQL at ${placeOf(url)} refuses: ${reasonOf(error)}.`);
            }
            if (performance.now() > deadline) {
                throw new StartUpFault(`PostgreSQL at ${placeOf(url)} cannot be reached: ${reasonOf(error)}.`);
            }
            if (attempt === 1)
                say(`Waiting for PostgreSQL at ${placeOf(url)} …`);
            await sleep(PAUSE_MS, undefined, { signal });
        }
    }
}
async function connectOnce(url) {
    const options = postgresOptions({ url, poolSize: 1, statementTimeoutMs: 5_000 });
    const dataSource = await new DataSource({ ...options, migrations: [] }).initialize();
    try {
        const rows = await dataSource.query('show server_version');
        const version = rows[0]?.server_version ?? '';
        if (Number.parseInt(version, 10) < OLDEST) {
            throw new StartUpFault(`PostgreSQL at ${placeOf(url)} is version ${version}: ${String(OLDEST)} or newer is needed.`);
        }
    }
    finally {
        await dataSource.destroy();
    }
}
function placeOf(text) {
    try {
        const url = new URL(text);
        return `${url.host || url.searchParams.get('host') || 'localhost'}${url.pathname}`;
    }
    catch {
        return 'DATABASE_URL';
    }
}
function codeOf(error) {
    const { code } = error;
    return code ?? '';
}
/** What is thrown when every address of a host refuses has a code and no message. */
const reasonOf = (error) => error instanceof Error && error.message ? error.message : codeOf(error) || 'no reason given';
//# sourceMappingURL=reach-database.js.map