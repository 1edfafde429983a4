import { chmodSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { giveTree } from './account.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { reasonIn, run } from './run.js';
export function findNativePackage() {
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    const name = `@embedded-postgres/${platform}-${process.arch}`;
    const root = packageRoot(name);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { root, version, major: version.split('.')[0] ?? version };
}
/** Finds it without loading it: it declares a __dirname, which Jest cannot have twice. */
function packageRoot(name) {
    try {
        return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
    }
    catch {
        throw new EmbeddedPostgresError(`npm has no PostgreSQL for this machine (the package ${name} is not installed): set DATABASE_URL to a PostgreSQL of your own.`);
    }
}
/**
 * Binaries that the account can run: those in node_modules, or else a copy of them in the data
 * folder, which the account can reach by construction. Call it with the folder's lock held.
 */
export async function prepareBinaries(found, folder) {
    linkLibraries(found.root);
    if ((await faultOf(found.root, folder)) === undefined)
        return binariesIn(found.root);
    const copy = join(folder.path, `native-${found.version}`);
    if (existsSync(copy) && (await faultOf(copy, folder)) === undefined)
        return binariesIn(copy);
    await copyPackage(found.root, copy, folder);
    const fault = await faultOf(copy, folder);
    if (fault === undefined)
        return binariesIn(copy);
    rmSync(copy, { recursive: true, force: true });
    throw new EmbeddedPostgresError(`The PostgreSQL that npm brings does not run on this machine (${fault}): set DATABASE_URL to a PostgreSQL of your own.`);
}
function binariesIn(root) {
    return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
}
/** Only a try tells: the path may be closed to the account, a library missing, the system another one. */
async function faultOf(root, folder) {
    const { initdb, postgres } = binariesIn(root);
    for (const program of [postgres, initdb]) {
        const { code, output } = await run(program, ['--version'], folder);
        if (code !== 0)
            return reasonIn(output);
    }
    return undefined;
}
async function copyPackage(root, copy, folder) {
    for (const name of readdirSync(folder.path)) {
        if (name.startsWith('native-'))
            rmSync(join(folder.path, name), { recursive: true });
    }
    // Under its own name only when it is complete.
    const partial = `${copy}.partial`;
    await cp(root, partial, { recursive: true, verbatimSymlinks: true });
    linkLibraries(partial);
    for (const name of readdirSync(join(partial, 'native/bin'))) {
        chmodSync(join(partial, 'native/bin', name), 0o755);
    }
    if (folder.account)
        giveTree(partial, folder.account);
    renameSync(partial, copy);
}
/** npm packages cannot hold links, and npm may skip the script that makes them after the installation. */
function linkLibraries(root) {
    const list = join(root, 'native/pg-symlinks.json');
    if (!existsSync(list))
        return;
    const links = JSON.parse(readFileSync(list, 'utf8'));
    for (const link of links) {
        const [source, target] = [join(root, link.source), join(root, link.target)];
        if (existsSync(target))
            continue;
        try {
            symlinkSync(relative(dirname(target), source), target);
        }
        catch {
            // Made by another process this instant, or node_modules is read-only: then a copy is tried.
        }
    }
}
//# sourceMappingURL=native-binaries.js.map