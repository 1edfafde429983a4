import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, unprivilegedAccount } from './account.js';
import { DataFolder } from './data-folder.js';
import { signal } from './processes.js';
import { findPostmaster } from './server-process.js';
const PREFIX = 'embedded-postgres-';
// Its maker may not have entered itself yet.
const YOUNG_MS = 60_000;
/** A throw-away folder; nothing in it is ever shared. */
export function openEphemeralFolder() {
    const account = unprivilegedAccount();
    const base = reachableBase(account);
    sweep(base, account);
    const path = mkdtempSync(join(base, PREFIX));
    if (account)
        chmodSync(path, 0o711); // mkdtemp makes it 0700
    return new DataFolder(path, account, true);
}
function reachableBase(account) {
    const bases = [tmpdir(), '/tmp', '/var/tmp'].filter(existsSync).map((base) => realpathSync(base));
    return bases.find((base) => !account || canEnter(base, account)) ?? tmpdir();
}
/** A test run that was killed leaves its server running: nobody else would ever find it. */
function sweep(base, account) {
    for (const name of readdirSync(base)) {
        if (!name.startsWith(PREFIX))
            continue;
        try {
            const path = join(base, name);
            const { uid, mtimeMs } = statSync(path);
            if (uid !== process.getuid?.() || Date.now() - mtimeMs < YOUNG_MS)
                continue;
            const folder = new DataFolder(path, account, true);
            if (!existsSync(join(path, 'users')) || folder.users.any())
                continue;
            const postmaster = findPostmaster(folder.cluster);
            if (postmaster)
                signal(postmaster.pid, 'SIGKILL');
            folder.remove();
        }
        catch {
            // Being removed by somebody else; it is not what we came for.
        }
    }
}
//# sourceMappingURL=ephemeral.js.map