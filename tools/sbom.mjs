// Writes what the service is made of, as CycloneDX: `npm run sbom`, or `npm run sbom -- FILE`.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [file = 'sbom.cdx.json'] = process.argv.slice(2);
const options = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev'];
// From the lock alone: what is installed here may be for another platform, or less.
const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--package-lock-only', ...options], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
const sbom = JSON.parse(stdout);
// npm takes the folder's name for the project's.
sbom.metadata.component.name = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).name;
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`Wrote ${file}: ${sbom.components.length} components.`);
