import { linkSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { isRunning, ownIdentity } from './processes.js';
const FREE = '';
const PATIENCE_MS = 10 * 60_000;
/**
 * Lets one process at a time decide about a data folder, and survives the death of that process.
 *
 * A lock file that is deleted when its holder looks dead can be deleted twice: the second time it is
 * the file of whoever came first. Here nothing that counts is ever deleted. The files are numbered,
 * the highest one is the lock, and who finds it free or its holder dead tries to create the next
 * number, which succeeds for exactly one process.
 */
export class ExclusiveLock {
    constructor(folder, write) {
        this.folder = folder;
        this.write = write;
    }
    /** Waits for the lock; resolves with the function that releases it. */
    async acquire(onWait) {
        const deadline = Date.now() + PATIENCE_MS;
        const tellAt = Date.now() + 2_000;
        let told = false;
        for (;;) {
            const release = this.tryAcquire();
            if (release)
                return release;
            const holder = this.holder();
            if (holder && !told && Date.now() > tellAt) {
                onWait(holder.pid);
                told = true;
            }
            if (Date.now() > deadline) {
                throw new EmbeddedPostgresError(`Process ${holder?.pid ?? 'unknown'} has held the database's lock ${this.folder} for ${PATIENCE_MS / 60_000} minutes: stop it and start again.`);
            }
            await sleep(50);
        }
    }
    tryAcquire() {
        mkdirSync(this.folder, { recursive: true });
        const current = this.highest();
        if (current > 0) {
            const content = this.read(current);
            if (content === undefined)
                return undefined; // replaced this instant
            if (content !== FREE && isRunning(parse(content)))
                return undefined;
        }
        const mine = current + 1;
        if (!this.create(mine))
            return undefined;
        // A process that was paused between looking and creating may have made a number long past.
        if (this.highest() > mine) {
            rmSync(this.file(mine), { force: true });
            return undefined;
        }
        for (const past of this.generations()) {
            if (past < mine)
                rmSync(this.file(past), { force: true });
        }
        return () => {
            truncateSync(this.file(mine)); // which a full disk allows, too
        };
    }
    holder() {
        const content = this.read(this.highest());
        return content === undefined || content === FREE ? undefined : parse(content);
    }
    /** A link appears with its content at once: nobody can ever read a holder that is half written. */
    create(generation) {
        const claim = join(this.folder, `claim-${process.pid}`);
        try {
            this.write(claim, JSON.stringify(ownIdentity()));
            linkSync(claim, this.file(generation));
            return true;
        }
        catch (error) {
            if (error.code === 'EEXIST')
                return false;
            throw error;
        }
        finally {
            rmSync(claim, { force: true });
        }
    }
    read(generation) {
        try {
            return readFileSync(this.file(generation), 'utf8');
        }
        catch (error) {
            if (error.code === 'ENOENT')
                return undefined;
            throw error;
        }
    }
    highest() {
        return Math.max(0, ...this.generations());
    }
    generations() {
        return readdirSync(this.folder)
            .filter((name) => /^\d+$/.test(name))
            .map(Number);
    }
    file(generation) {
        return join(this.folder, String(generation));
    }
}
/** A power cut may leave anything in the file, but nobody who is still running. */
function parse(content) {
    try {
        return JSON.parse(content);
    }
    catch {
        return { pid: 0x7fffffff, startedAt: 'never' };
    }
}
//# sourceMappingURL=exclusive-lock.js.map