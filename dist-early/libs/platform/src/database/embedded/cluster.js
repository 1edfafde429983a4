import { randomBytes } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, } from 'node:fs';
import { join } from 'node:path';
import { giveTree } from './account.js';
import { isCluster } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { reasonIn, run } from './run.js';
/** The role that initdb makes and every connection uses. */
export const ROLE = 'app';
const STAGING_PREFIX = 'initializing-';
// Inside the cluster, so that the two come into being, and move, in one step.
const PASSWORD_FILE = 'app.password';
/** Refuses what another PostgreSQL, or something else, has left; touches nothing. */
export function assertUsable(folder, major) {
    const { cluster } = folder;
    if (!existsSync(cluster) || readdirSync(cluster).length === 0)
        return;
    if (!isCluster(cluster)) {
        throw new EmbeddedPostgresError(`${cluster} is damaged or is not a PostgreSQL database: move it away to start with an empty one.`);
    }
    const theirs = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (theirs !== major) {
        throw new EmbeddedPostgresError(`${cluster} was made by PostgreSQL ${theirs}, and this is PostgreSQL ${major}: dump it with version ${theirs} and load it again, or move it away to start with an empty one.`);
    }
}
export async function createCluster(folder, binaries) {
    removeUnfinished(folder);
    const staging = join(folder.path, `${STAGING_PREFIX}${process.pid}-${Date.now()}`);
    const cluster = join(staging, 'cluster');
    const passwordFile = join(staging, PASSWORD_FILE);
    mkdirSync(cluster, { recursive: true, mode: 0o700 });
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (folder.account)
        giveTree(staging, folder.account);
    const { code, output } = await run(binaries.initdb, initdbArguments(folder, staging), folder);
    if (code !== 0) {
        removeUnfinished(folder);
        throw new EmbeddedPostgresError(`PostgreSQL could not create its data folder${noteDown(folder, output)}: ${reasonIn(output)}`);
    }
    renameSync(passwordFile, join(cluster, PASSWORD_FILE));
    sync(cluster);
    renameSync(cluster, folder.cluster);
    // Else a power cut could undo the renaming after data have been committed under the new name.
    sync(folder.path);
    rmSync(staging, { recursive: true, force: true });
}
export function passwordOf(folder) {
    try {
        return readFileSync(join(folder.cluster, PASSWORD_FILE), 'utf8').trim();
    }
    catch (error) {
        throw new EmbeddedPostgresError(`The password of the database cannot be read: ${error.message}`);
    }
}
/** A copy made by root belongs to root, as whom PostgreSQL neither runs nor reads. */
export function repairOwner(folder) {
    if (folder.account && statSync(folder.cluster).uid === 0) {
        giveTree(folder.cluster, folder.account);
    }
}
function initdbArguments(folder, staging) {
    return [
        `--pgdata=${join(staging, 'cluster')}`,
        `--pwfile=${join(staging, PASSWORD_FILE)}`,
        `--username=${ROLE}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--no-instructions',
        ...(folder.ephemeral ? ['--no-sync'] : []),
    ];
}
/** Only what initdb has not finished lies under this prefix; a cluster in use was renamed. */
function removeUnfinished(folder) {
    for (const name of readdirSync(folder.path)) {
        if (!name.startsWith(STAGING_PREFIX))
            continue;
        rmSync(join(folder.path, name), { recursive: true, force: true, maxRetries: 5 });
    }
}
/** The answer is a reference to the log, or nothing if the disk has no room even for that. */
function noteDown(folder, output) {
    if (folder.ephemeral)
        return '';
    try {
        appendFileSync(folder.log, output);
        folder.give(folder.log);
        return ` (see ${folder.log})`;
    }
    catch {
        return '';
    }
}
function sync(folder) {
    const handle = openSync(folder, 'r');
    try {
        fsyncSync(handle);
    }
    finally {
        closeSync(handle);
    }
}
//# sourceMappingURL=cluster.js.map