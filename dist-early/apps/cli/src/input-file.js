import { createReadStream, fstatSync, openSync } from 'node:fs';
import path from 'node:path';
import { Failure, sentenceOf } from './failure.js';
/** Opens a file before anything else is started; `-` is standard input. Throws `Failure`. */
export function openInput(shell, file) {
    if (file === '-')
        return { stream: shell.input, bytes: undefined };
    const place = path.resolve(folderOf(shell), file);
    let fd;
    try {
        fd = openSync(place, 'r');
    }
    catch (error) {
        const isMissing = error.code === 'ENOENT';
        throw new Failure(isMissing ? `There is no file ${file}.` : `${file} cannot be read: ${sentenceOf(error)}`);
    }
    const stats = fstatSync(fd);
    if (stats.isDirectory())
        throw new Failure(`${file} is a folder, not a file.`);
    return {
        stream: createReadStream(place, { fd }),
        bytes: stats.isFile() ? stats.size : undefined,
    };
}
/** npm runs scripts in the project's folder: a relative path means the folder of its caller. */
function folderOf({ environment }) {
    const isRunByNpm = environment['npm_lifecycle_event'] === 'cli';
    return (isRunByNpm && environment['INIT_CWD']) || process.cwd();
}
//# sourceMappingURL=input-file.js.map