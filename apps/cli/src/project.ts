import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../api/src/openapi/package-root.js';

export { packageRoot };

export function projectVersion(): string {
  const manifest = readFileSync(path.join(packageRoot(), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
