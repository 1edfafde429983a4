import { existsSync } from 'node:fs';
import path from 'node:path';
/** The folder that has package.json and docs/: the same from the sources and from dist/. */
export function packageRoot() {
    let folder = import.meta.dirname;
    while (!existsSync(path.join(folder, 'package.json'))) {
        const parent = path.dirname(folder);
        if (parent === folder)
            throw new Error('There is no package.json above this module');
        folder = parent;
    }
    return folder;
}
//# sourceMappingURL=package-root.js.map