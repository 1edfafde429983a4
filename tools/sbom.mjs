// Writes what the service is made of, as CycloneDX: `npm run sbom`, or `npm run sbom -- FILE`.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { productionPackages } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [file = 'sbom.cdx.json'] = process.argv.slice(2);
const options = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
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
// With `--omit dev`, npm leaves out whatever a development package needs as well: rxjs and pg's parts.
const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8'));
const served = new Set(productionPackages(lock).map(({ name, version }) => `${name}@${version}`));
sbom.components = sbom.components.filter((component) => served.has(component['bom-ref']));
const licences = new Map(
  productionPackages(lock).map(({ name, version, licence }) => [`${name}@${version}`, licence]),
);
for (const component of sbom.components) {
  // npm leaves out what is no SPDX name, such as MIT/X11.
  component.licenses ??= [{ license: { name: licences.get(component['bom-ref']) } }];
}
const refs = new Set(sbom.components.map((component) => component['bom-ref']));
const project = sbom.metadata.component['bom-ref'];
sbom.dependencies = sbom.dependencies
  .filter(({ ref }) => refs.has(ref) || ref === project)
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
// npm takes the folder's name for the project's.
sbom.metadata.component.name = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).name;
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`Wrote ${file}: ${sbom.components.length} components.`);
