import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, ownIdentity } from './processes.js';
/**
 * Who works with the server at present: one file for each user, who may be any process.
 *
 * There is no owner. Whoever leaves last stops the server, no matter who started it; so a command
 * that started the server does not pull it from under an API that has come since, a command that
 * came later does not stop the API's server, and a server whose starter was killed belongs to the
 * next one who comes.
 */
export class Users {
    constructor(folder, write) {
        this.folder = folder;
        this.write = write;
    }
    /** Enters this process; the answer is the function that takes it out again. */
    enter() {
        mkdirSync(this.folder, { recursive: true });
        const file = join(this.folder, `${process.pid}-${randomBytes(4).toString('hex')}`);
        const entry = { ...ownIdentity(), inode: this.inode() };
        this.write(file, JSON.stringify(entry));
        return () => {
            rmSync(file, { force: true });
        };
    }
    /** Whether anybody is there; forgets those who died without leaving. */
    any() {
        let found = false;
        for (const name of this.names()) {
            const file = join(this.folder, name);
            const user = read(file);
            if (user && user.inode === this.inode() && isRunning(user))
                found = true;
            else
                rmSync(file, { force: true });
        }
        return found;
    }
    inode() {
        return statSync(this.folder).ino;
    }
    names() {
        try {
            return readdirSync(this.folder);
        }
        catch {
            return [];
        }
    }
}
function read(file) {
    try {
        return JSON.parse(readFileSync(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=users.js.map