// Writes what is generated from the code: docs/openapi.json, the reference pages, .env.example and
// the SDK's types.
// `--check` writes nothing, and fails naming what is out of date.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');

// From the build: only there has the Swagger plugin read the comments.
const built = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs'), '--quiet'], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);

const { buildOpenApi } = await import('../dist/apps/api/src/openapi.js');
const { referencePages } = await import('../dist/apps/api/src/reference/pages.js');
const { sdkFiles } = await import('./sdk.mjs');

const document = await buildOpenApi();
const files = {
  'docs/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  ...referencePages(document),
  ...(await sdkFiles(document)),
};

function current(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const outdated = Object.entries(files).filter(
  ([name, content]) => current(path.join(root, name)) !== content,
);
if (outdated.length === 0) {
  console.log('The generated files are up to date.');
} else if (isCheck) {
  for (const [name] of outdated) console.error(`${name} is out of date: run npm run sync.`);
  process.exitCode = 1;
} else {
  for (const [name, content] of outdated) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
    console.log(`Wrote ${name}.`);
  }
}
