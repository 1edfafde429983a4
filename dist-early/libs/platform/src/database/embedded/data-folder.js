import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync, rmSync, statSync, writeFileSync, } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { canEnter, isRoot, unprivilegedAccount, userName } from './account.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { ExclusiveLock } from './exclusive-lock.js';
import { Users } from './users.js';
/** Where everything about one database server is kept. */
export class DataFolder {
    constructor(path, 
    /** Who runs PostgreSQL here; undefined for the user that runs Node. */
    account, ephemeral = false) {
        this.path = path;
        this.account = account;
        this.ephemeral = ephemeral;
        const write = (file, text) => {
            writeFileSync(file, text, { mode: 0o644 });
            this.give(file);
        };
        this.cluster = clusterOf(path);
        this.log = join(path, 'postgres.log');
        this.lock = new ExclusiveLock(join(path, 'lock'), write);
        this.users = new Users(join(path, 'users'), write);
    }
    /** Makes the folders in which every process leaves its notes. */
    prepare() {
        for (const name of ['lock', 'users']) {
            mkdirSync(join(this.path, name), { recursive: true });
            this.give(join(this.path, name));
        }
    }
    /** What root writes into the folder of somebody else is theirs, or they could not start any more. */
    give(path) {
        if (!isRoot())
            return;
        const { uid, gid } = statSync(this.path);
        if (uid !== 0)
            chownSync(path, uid, gid);
    }
    remove() {
        rmSync(this.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    }
}
/** Whether `cluster` holds what initdb leaves when it has finished. */
export function isCluster(cluster) {
    return existsSync(join(cluster, 'PG_VERSION')) && existsSync(join(cluster, 'global/pg_control'));
}
export function openDataFolder(dataDir, say) {
    const asked = resolve(dataDir);
    if (existsSync(join(asked, 'PG_VERSION'))) {
        throw new EmbeddedPostgresError(`${asked} is itself a data folder of PostgreSQL: name another folder, or set DATABASE_URL.`);
    }
    const wasThere = existsSync(asked);
    mkdirSync(asked, { recursive: true });
    if (isRoot() && !wasThere)
        chmodSync(asked, 0o755); // whatever the umask says
    const wanted = realpathSync(asked);
    const owner = ownerOf(clusterOf(wanted));
    if (owner && isForeign(owner))
        throw belongsTo(wanted, owner.uid);
    const account = accountFor(clusterOf(wanted));
    if (!account)
        return new DataFolder(wanted, undefined);
    if (canEnter(wanted, account)) {
        const elsewhere = owner ? undefined : durableFolders(wanted, account).find(inUse);
        if (!elsewhere)
            return new DataFolder(wanted, account);
        say(`The database is in ${elsewhere}, where it was made when ${wanted} could not be reached.`);
        return new DataFolder(elsewhere, accountFor(clusterOf(elsewhere)));
    }
    if (owner) {
        throw new EmbeddedPostgresError(`PostgreSQL runs as user ${userName(account.uid)} and can no longer reach the database in ${wanted}: let others enter the folders above it (chmod o+x).`);
    }
    return replacementFor(wanted, account, say);
}
/** A checkout below /root, where no other user can go, keeps its data in a folder named after it. */
function replacementFor(wanted, account, say) {
    const candidates = durableFolders(wanted, account);
    const path = candidates.find(inUse) ?? candidates.find(isMakeable);
    if (!path) {
        throw new EmbeddedPostgresError(`PostgreSQL runs as user ${userName(account.uid)}, who can reach neither ${wanted} nor a folder below /var: let others enter the folders above it (chmod o+x), or set DATABASE_URL.`);
    }
    say(`The database is kept in ${path}, because PostgreSQL runs as user ${userName(account.uid)}, who cannot reach ${wanted}.`);
    return new DataFolder(path, accountFor(clusterOf(path)));
}
function durableFolders(wanted, account) {
    const digest = createHash('sha256').update(wanted).digest('hex').slice(0, 10);
    const name = `embedded-postgres-${basename(dirname(wanted)) || 'root'}-${digest}`;
    return ['/var/lib', '/var/tmp']
        .filter((base) => existsSync(base) && canEnter(realpathSync(base), account))
        .map((base) => join(realpathSync(base), name));
}
/** /var/tmp is open to all: a folder that somebody else prepared there is not taken. */
function inUse(path) {
    return existsSync(path) && lstatSync(path).uid === 0 && isCluster(clusterOf(path));
}
function isMakeable(path) {
    try {
        mkdirSync(path, { recursive: true });
        const made = lstatSync(path);
        if (!made.isDirectory() || made.uid !== 0)
            return false;
        chmodSync(path, 0o755);
        return true;
    }
    catch {
        return false;
    }
}
function clusterOf(path) {
    return join(path, 'cluster');
}
/** As root, a cluster is run by the user it belongs to; one that belongs to nobody yet, or to root, by the usual one. */
function accountFor(cluster) {
    if (!isRoot())
        return undefined;
    const owner = ownerOf(cluster);
    return owner && owner.uid !== 0 ? owner : unprivilegedAccount();
}
function ownerOf(cluster) {
    if (!existsSync(cluster))
        return undefined;
    const { uid, gid } = statSync(cluster);
    return { uid, gid };
}
/** Whether this process can do nothing with what the owner has made; Windows has no such owners. */
function isForeign(owner) {
    const self = process.getuid?.();
    return self !== undefined && self !== 0 && self !== owner.uid;
}
function belongsTo(folder, uid) {
    const self = userName(process.getuid?.() ?? -1);
    return new EmbeddedPostgresError(`The database in ${folder} belongs to user ${userName(uid)}, and this process runs as user ${self}: start it as that user or as root, or name another data folder.`);
}
//# sourceMappingURL=data-folder.js.map