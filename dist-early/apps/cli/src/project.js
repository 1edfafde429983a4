import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../api/src/openapi/package-root.js';
export { packageRoot };
export function projectVersion() {
    const manifest = readFileSync(path.join(packageRoot(), 'package.json'), 'utf8');
    return JSON.parse(manifest).version;
}
//# sourceMappingURL=project.js.map