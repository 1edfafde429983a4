import { spawn } from 'node:child_process';
import { onUntidyExit } from './exit-hooks.js';
/** Starts a program of PostgreSQL as the user, and in the folder, in which it has to run. */
export function launch(program, args, folder, options) {
    return spawn(program, args, {
        ...folder.account,
        ...options,
        // The folder that Node was started in may be out of that user's reach.
        cwd: folder.path,
        env: environment(),
    });
}
export async function run(program, args, folder) {
    return new Promise((resolve) => {
        const output = [];
        const fail = (error) => {
            resolve({ code: undefined, output: error instanceof Error ? error.message : String(error) });
        };
        try {
            const child = launch(program, args, folder, { stdio: ['ignore', 'pipe', 'pipe'] });
            child.stdout?.on('data', (text) => output.push(text.toString()));
            child.stderr?.on('data', (text) => output.push(text.toString()));
            child.once('error', fail);
            const forgetExit = onUntidyExit(() => child.kill());
            child.once('close', (code) => {
                forgetExit();
                resolve({ code, output: output.join('') });
            });
        }
        catch (error) {
            fail(error);
        }
    });
}
/** The line that says why: the first fault, as the ones after it are its consequences. */
export function reasonIn(output) {
    const lines = output.split('\n').filter((line) => line.trim() !== '');
    const fault = lines.find((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line)) ??
        lines.find((line) => line.includes('could not'));
    return (fault ?? lines.at(-1) ?? 'it said nothing')
        .replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s+/, '')
        .trim();
}
/** PGDATA, PGPORT and their like are meant for another server than this one. */
function environment() {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
    return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' };
}
//# sourceMappingURL=run.js.map