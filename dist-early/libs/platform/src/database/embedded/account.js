import { lchownSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
export function isRoot() {
    return process.getuid?.() === 0;
}
/** PostgreSQL refuses to run as root, and initdb wants a user that /etc/passwd knows. */
export function unprivilegedAccount() {
    if (!isRoot())
        return undefined;
    const rows = passwd();
    for (const name of ['postgres', '_postgres', 'nobody']) {
        const row = rows.find((columns) => columns[0] === name);
        const [uid, gid] = [Number(row?.[2]), Number(row?.[3])];
        if (uid > 0 && gid > 0)
            return { uid, gid };
    }
    throw new EmbeddedPostgresError('PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody" to run it as: start as another user, or set DATABASE_URL.');
}
export function userName(uid) {
    const row = passwd().find((columns) => Number(columns[2]) === uid);
    return row?.[0] ? `"${row[0]}"` : `number ${uid}`;
}
/** Whether the account may enter `folder`; asked of the mode bits, because Node itself may be out of its reach. */
export function canEnter(folder, account) {
    for (let path = folder;; path = dirname(path)) {
        const { mode, uid, gid } = statSync(path);
        const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
        if ((mode & bit) === 0)
            return false;
        if (path === dirname(path))
            return true;
    }
}
/** Gives the folder and everything in it to the account; not what links in it point to. */
export function giveTree(path, account) {
    lchownSync(path, account.uid, account.gid);
    if (!lstatSync(path).isDirectory())
        return;
    for (const name of readdirSync(path))
        giveTree(join(path, name), account);
}
function passwd() {
    try {
        return readFileSync('/etc/passwd', 'utf8')
            .split('\n')
            .map((line) => line.split(':'));
    }
    catch {
        return [];
    }
}
//# sourceMappingURL=account.js.map