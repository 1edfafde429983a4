// Builds into dist/ when a source is newer than the last build; `--quiet` says nothing when nothing is done.
//
// Nothing in dist/ is ever deleted: a server that runs from it may still have to load a file.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
/** Lists what a finished build has made; it is as old as the sources of that build. */
const stamp = path.join(dist, '.built');
const lock = path.join(dist, '.building');
const dashboard = path.join(dist, 'apps/dashboard');
const nest = path.join(root, 'node_modules/@nestjs/cli/bin/nest.js');
const isQuiet = process.argv.includes('--quiet');

const inputs = [
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'tools/build-dashboard.mjs',
];
const DASHBOARD = path.join('apps', 'dashboard', 'src');

/** Every source of the build, relative to the root; of the dashboard also what is no TypeScript. */
function sourcesIn(folder) {
  const isSource = folder.startsWith(DASHBOARD) ? /\.(tsx?|css|html|svg)$/ : /\.ts$/;
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(name);
    return isSource.test(name) && !/\.(spec|d)\.ts$/.test(name) ? [name] : [];
  });
}

function allSources() {
  const parts = ['apps', 'libs'].flatMap((kind) =>
    existsSync(path.join(root, kind))
      ? readdirSync(path.join(root, kind)).map((name) => path.join(kind, name, 'src'))
      : [],
  );
  // The SDK is a package with a build of its own.
  const folders = parts.filter(
    (folder) => folder !== path.join('libs', 'sdk', 'src') && existsSync(path.join(root, folder)),
  );
  return [...folders.flatMap(sourcesIn), ...sourcesIn('bench'), 'ormconfig.ts'];
}

const modifiedAt = (file) =>
  statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether dist/ has everything, and nothing older than its source. */
function isCurrent() {
  if (!isComplete()) return false;
  const sources = allSources();
  const built = new Set(builtSources());
  if (sources.some((source) => !built.has(source))) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return [...sources, ...inputs].every((source) => modifiedAt(source) <= builtAt);
}

/** Whether the last build was finished, and all that it made is still there. */
function isComplete() {
  const outputs = builtSources().map((source) =>
    source.startsWith(DASHBOARD) ? 'apps/dashboard/index.html' : source.replace(/\.ts$/, '.js'),
  );
  return outputs.length > 0 && outputs.every((output) => existsSync(path.join(dist, output)));
}

const builtSources = () => readIfThere(stamp).split('\n').filter(Boolean);

/** Waits while another process builds; whoever dies while building holds up nobody. */
function takeLock() {
  mkdirSync(dist, { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      process.on('exit', () => {
        rmSync(lock, { force: true });
      });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(readIfThere(lock));
    if (!isRunning(holder)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!told && !isQuiet) console.error(`Waiting for process ${holder}, which is building …`);
    told = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isRunning(pid) {
  if (pid === process.pid) return false;
  // An empty file is being written this instant.
  if (!pid) return existsSync(lock) && Date.now() - statSync(lock).mtimeMs < 5_000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function build() {
  const startedAt = new Date();
  const sources = allSources();
  // The compiler leaves out what it remembers to have written, also where that is gone.
  if (!isComplete()) rmSync(path.join(dist, '.tsbuildinfo'), { force: true });
  rmSync(stamp, { force: true });
  console.error('Building (first start, or the sources have changed) …');
  const built = spawnSync(process.execPath, [nest, 'build', 'api'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
  const { buildDashboard } = await import('./build-dashboard.mjs');
  await buildDashboard(root, dashboard);
  writeFileSync(stamp, sources.join('\n'));
  // A source that was saved while the compiler ran may not be in the build.
  utimesSync(stamp, startedAt, startedAt);
  console.error(`Built in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s.`);
}

if (isCurrent()) {
  if (!isQuiet) console.error('dist/ is up to date.');
} else if (!existsSync(nest)) {
  // An installation without development dependencies runs what was built elsewhere.
  if (!existsSync(path.join(dist, 'apps/api/src/main.js'))) {
    console.error('There is nothing built in dist/, and no compiler to build it: run npm ci.');
    process.exit(1);
  }
} else {
  takeLock();
  if (!isCurrent()) await build();
}
