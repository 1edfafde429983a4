import { setTimeout as sleep } from 'node:timers/promises';
import { assertUsable, createCluster, passwordOf, repairOwner, ROLE } from './cluster.js';
import { isCluster, openDataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { ensureDatabase, NobodyAnswers } from './ensure-database.js';
import { openEphemeralFolder } from './ephemeral.js';
import { onUntidyExit } from './exit-hooks.js';
import { findNativePackage, prepareBinaries } from './native-binaries.js';
import { ownIdentity, signal } from './processes.js';
import { findPostmaster, settledPostmaster, startPostmaster, stopPostmaster, } from './server-process.js';
export { EmbeddedPostgresError } from './embedded-postgres.error.js';
/** Starts a PostgreSQL of our own, or finds the one that another process has started in the same folder. */
export async function startEmbeddedPostgres(options) {
    const say = options.onProgress ?? (() => undefined);
    try {
        const native = findNativePackage();
        if (options.ephemeral)
            return await startEphemeral(native, options.database, say);
        const folder = openDataFolder(options.dataDir, say);
        assertUsable(folder, native.major);
        return await join(folder, native, options.database, say);
    }
    catch (error) {
        throw inOneSentence(error, options.dataDir);
    }
}
async function startEphemeral(native, database, say) {
    const folder = openEphemeralFolder();
    try {
        return await join(folder, native, database, say);
    }
    catch (error) {
        folder.remove();
        throw error;
    }
}
async function join(folder, native, database, say) {
    folder.prepare();
    const release = await folder.lock.acquire((holder) => {
        say(`Waiting for process ${holder}, which is starting or stopping the database.`);
    });
    try {
        return await joinLocked(folder, native, database, say);
    }
    finally {
        release();
    }
}
async function joinLocked(folder, native, database, say) {
    const leave = folder.users.enter();
    let spawned;
    const forgetExit = onUntidyExit(() => {
        leaveAtExit(folder, leave, spawned);
    });
    const depart = async () => {
        leave();
        if (!folder.users.any())
            await stopPostmaster(folder.cluster);
        forgetExit();
    };
    try {
        const { url, started } = await serve(folder, native, database, say, (pid) => (spawned = pid));
        spawned = undefined; // from now on postmaster.pid tells
        let stopping;
        return { url, started, stop: () => (stopping ??= stop(folder, depart)) };
    }
    catch (error) {
        await depart();
        throw error;
    }
}
/** Finds or starts the server, and again if the one that was found turns out to be dying. */
async function serve(folder, native, database, say, onSpawn) {
    const deadline = Date.now() + 15_000;
    let started = false;
    for (;;) {
        let postmaster = await settledPostmaster(folder.cluster, recovering(say));
        if (!postmaster) {
            postmaster = await start(folder, native, say, onSpawn);
            started = true;
        }
        const server = `postgres://${ROLE}:${passwordOf(folder)}@127.0.0.1:${postmaster.port}`;
        try {
            await ensureDatabase(`${server}/postgres`, database);
            return { url: `${server}/${encodeURIComponent(database)}`, started };
        }
        catch (error) {
            if (!(error instanceof NobodyAnswers) || Date.now() > deadline)
                throw error;
            await sleep(100);
        }
    }
}
async function start(folder, native, say, onSpawn) {
    const binaries = await prepareBinaries(native, folder);
    if (!isCluster(folder.cluster)) {
        if (!folder.ephemeral)
            say(`Creating a PostgreSQL ${native.major} database in ${folder.path}.`);
        await createCluster(folder, binaries);
    }
    repairOwner(folder);
    return startPostmaster(folder, binaries, onSpawn, recovering(say));
}
async function stop(folder, depart) {
    // Under the lock, so that nobody comes in between the look at who is left and the shutdown.
    const release = await folder.lock.acquire(() => undefined);
    try {
        await depart();
    }
    finally {
        release();
        if (folder.ephemeral)
            folder.remove();
    }
}
/** The same without waiting, for a process that is already on its way out. */
function leaveAtExit(folder, leave, spawned) {
    const release = acquireBriefly(folder);
    leave();
    // Without the lock somebody is starting or stopping right now, and will see to the server.
    if (!release)
        return;
    const pid = findPostmaster(folder.cluster)?.pid ?? spawned;
    if (!folder.users.any() && pid !== undefined) {
        signal(pid, folder.ephemeral ? 'SIGQUIT' : 'SIGINT');
    }
    release();
    if (folder.ephemeral) {
        for (let i = 0; i < 100 && findPostmaster(folder.cluster); i++)
            pause(20);
        folder.remove();
    }
}
function acquireBriefly(folder) {
    for (let i = 0; i < 25; i++) {
        const release = folder.lock.tryAcquire();
        if (release)
            return release;
        // This very process is starting or stopping, and will not go on with it.
        if (folder.lock.holder()?.pid === ownIdentity().pid)
            return () => undefined;
        pause(20);
    }
    return undefined;
}
function pause(ms) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
function recovering(say) {
    return () => {
        say('PostgreSQL is not ready yet: it may be recovering from a crash.');
    };
}
/** A full disk or a folder that is closed to us is no fault of the code: it needs no stack. */
function inOneSentence(error, dataDir) {
    const { code, path, message } = error;
    if (error instanceof EmbeddedPostgresError || !/^E[A-Z]+$/.test(code ?? ''))
        return error;
    return new EmbeddedPostgresError(`The embedded PostgreSQL cannot use ${path ?? dataDir}: ${message}`);
}
//# sourceMappingURL=embedded-postgres.js.map