import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
let own;
export function ownIdentity() {
    own ??= { pid: process.pid, startedAt: startOf(process.pid) };
    return own;
}
export function isRunning(identity) {
    if (!isAlive(identity.pid))
        return false;
    const startedAt = startOf(identity.pid);
    return identity.startedAt === '' || startedAt === '' || startedAt === identity.startedAt;
}
/** Whether the system knows the id at all: true for a zombie and for another user's process too. */
export function isTaken(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
/** A zombie, which stays for ever in a container whose first process does not reap, is not alive. */
export function isAlive(pid) {
    return isTaken(pid) && linuxStat(pid)?.state !== 'Z';
}
/** Whether `pid` is a PostgreSQL server that works in `cluster`. */
export function isPostmasterOf(pid, cluster) {
    try {
        // A postmaster's working folder is its data folder; the inode also holds after the checkout
        // was moved, and differs in a copy of it.
        const theirs = statSync(`/proc/${pid}/cwd`);
        const ours = statSync(cluster);
        if (theirs.dev !== ours.dev || theirs.ino !== ours.ino)
            return false;
        return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
    }
    catch {
        // Root in a container may lack the right to look at another user's process that closely.
        const command = commandOf(pid);
        return command === undefined || (command.includes('postgres') && command.includes(cluster));
    }
}
export function signal(pid, name) {
    try {
        process.kill(pid, name);
    }
    catch (error) {
        if (error.code !== 'ESRCH')
            throw error;
    }
}
function startOf(pid) {
    const stat = linuxStat(pid);
    return stat ? `${bootId()} ${stat.startTicks}` : (ask('lstart=', pid) ?? '');
}
function linuxStat(pid) {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        // The second field is the program's name in brackets, which may itself hold blanks and brackets.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return { state: fields[0] ?? '', startTicks: fields[19] ?? '' };
    }
    catch {
        return undefined;
    }
}
function bootId() {
    try {
        return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    }
    catch {
        return '';
    }
}
function commandOf(pid) {
    try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    }
    catch {
        return ask('command=', pid);
    }
}
/** What `ps` says, for systems without /proc (macOS). */
function ask(column, pid) {
    const answer = spawnSync('ps', ['-ww', '-o', column, '-p', String(pid)], {
        encoding: 'utf8',
        // Two processes must read the same date in the same words.
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
    return answer.status === 0 ? answer.stdout.trim() : undefined;
}
//# sourceMappingURL=processes.js.map