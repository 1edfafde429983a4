// Builds into dist/ when a source is newer than the last build; `--quiet` says nothing when nothing is done.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = path.join(root, 'dist/.built');
const sources = ['apps', 'libs', 'ormconfig.ts', 'package-lock.json', 'tsconfig.json'];
const configuration = ['tsconfig.build.json', 'nest-cli.json'];

function newest(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(file).map((name) => newest(path.join(file, name)));
  return Math.max(stats.mtimeMs, ...inside);
}

const changedAt = Math.max(
  ...[...sources, ...configuration].map((s) => newest(path.join(root, s))),
);
const isCurrent = existsSync(stamp) && statSync(stamp).mtimeMs >= changedAt;

if (isCurrent) {
  if (!process.argv.includes('--quiet')) console.error('dist/ is up to date.');
} else {
  console.error('Building (first start, or the sources have changed) …');
  const startedAt = new Date();
  const nest = path.join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  const built = spawnSync(process.execPath, [nest, 'build', 'api'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
  writeFileSync(stamp, '');
  console.error(`Built in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s.`);
}
