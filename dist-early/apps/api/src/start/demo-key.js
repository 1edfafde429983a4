import { ApiKeys, CreateKey, KeyInvalid } from "../../../../libs/workspaces/src/index.js";
import { CommandBus } from '@nestjs/cqrs';
import { chownSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
export const DEMO_KEY_NAME = 'demo';
export const demoKeyFile = (dataDir) => path.join(dataDir, 'demo.key');
/** The key that is kept in the data folder, or a new one when that is lost, revoked or expired. */
export async function demoKey(app, workspace, dataDir) {
    const file = demoKeyFile(dataDir);
    const kept = read(file);
    if (kept && (await isValid(kept, workspace, app.get(ApiKeys))))
        return kept;
    const { secret } = await app
        .get(CommandBus)
        .execute(new CreateKey(workspace.slug, { name: DEMO_KEY_NAME }));
    keep(file, secret);
    return secret;
}
function read(file) {
    try {
        return readFileSync(file, 'utf8').trim();
    }
    catch {
        return undefined;
    }
}
async function isValid(secret, workspace, keys) {
    try {
        const caller = await keys.callerOf(secret);
        return caller.workspace.id === workspace.id;
    }
    catch (error) {
        if (error instanceof KeyInvalid)
            return false;
        throw error;
    }
}
function keep(file, secret) {
    const partial = `${file}.${String(process.pid)}`;
    writeFileSync(partial, `${secret}\n`, { mode: 0o600 });
    // What root writes into the folder of somebody else is theirs.
    const { uid, gid } = statSync(path.dirname(file));
    if (process.getuid?.() === 0 && uid !== 0)
        chownSync(partial, uid, gid);
    renameSync(partial, file);
}
//# sourceMappingURL=demo-key.js.map