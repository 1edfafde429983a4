// Tries what the image would be without a container engine: carries out the Dockerfile in a temporary folder,
// takes the right to write away, and runs its commands as its user against a PostgreSQL.
//
//   node tools/try-image.mjs          asks npm for the packages, as the build of the image does
//   node tools/try-image.mjs --plan   prints what the Dockerfile does, as JSON, and does nothing
//
// TEST_DATABASE_URL names an empty database to use; without it a throw-away PostgreSQL is started.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildStages } from './image/build-stages.mjs';
import { readStages } from './image/plan.mjs';
import { tryImage } from './image/try.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

if (process.argv.includes('--plan')) {
  console.log(JSON.stringify(readStages(), null, 2));
} else {
  const folder = mkdtempSync(path.join(tmpdir(), 'customers-api-image-'));
  // The image's user has to reach it.
  chmodSync(folder, 0o755);
  try {
    const image = buildStages(readStages(), folder);
    await withDatabase((url) => tryImage(image, url));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withDatabase(work) {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return work(given);
  const built = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs'), '--quiet'], {
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Error('The build failed.');
  const { startEmbeddedPostgres } = await import('../dist/libs/platform/src/index.js');
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(root, '.data'),
    database: 'customers',
    ephemeral: true,
  });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
