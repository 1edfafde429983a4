import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';

interface Step {
  keyword: string;
  text?: string;
  command?: string[];
  flags?: string[];
  from?: string;
  sources?: string[];
  taken?: { source: string; files: string[] }[];
  values?: Record<string, string>;
}

interface Stage {
  name: string;
  base: string;
  steps: Step[];
}

const stages = planned();
const final = stages.at(-1)?.steps ?? [];
const steps = stages.flatMap((stage) => stage.steps);
const taken = steps.flatMap((step) => step.taken ?? []);
const last = (keyword: string): Step | undefined =>
  final.findLast((step) => step.keyword === keyword);

describe('the Dockerfile', () => {
  it('has no fault that a linter knows', () => {
    expect(validate(readFileSync('Dockerfile', 'utf8'))).toEqual([]);
  });

  it('begins each stage from one Node.js, pinned to a minor version that the service supports', () => {
    const bases = new Set(stages.map((stage) => stage.base));
    expect([...bases]).toEqual([expect.stringMatching(/^node:\d+\.\d+-[a-z]+-slim$/)]);
    const major = Number(/\d+/.exec([...bases].join())?.[0]);
    expect(major).toBeGreaterThanOrEqual(20);
  });

  it('runs as a numbered user who is not root, and who owns no file', () => {
    expect(last('USER')?.text).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(readFileSync('Dockerfile', 'utf8')).not.toMatch(/--chown|--chmod/);
  });

  it('starts and checks the service without a shell', () => {
    expect(last('CMD')?.command?.[0]).toBe('node');
    expect(last('ENTRYPOINT')).toBeUndefined();
    expect(last('STOPSIGNAL')?.text).toBe('SIGTERM');
    const check = last('HEALTHCHECK');
    expect(check?.command?.slice(0, 2)).toEqual(['node', '-e']);
    expect(check?.command?.[2]).toContain('/livez');
    expect(check?.flags).toEqual(
      expect.arrayContaining(['interval', 'timeout', 'start-period', 'retries']),
    );
  });

  it('installs what the lock file says, and runs no script of a package', () => {
    const installs = steps.filter((step) => step.text?.startsWith('npm '));
    expect(installs.length).toBe(2);
    for (const { text } of installs) expect(text).toMatch(/^npm ci .*--ignore-scripts/);
  });

  it('asks nobody but npm and the base image', () => {
    const commands = steps.filter((step) => step.keyword === 'RUN').map((step) => step.text);
    expect(commands.join('\n')).not.toMatch(/curl|wget|apt|apk|https?:/);
    expect(steps.map((step) => step.keyword)).not.toContain('ADD');
    expect(readFileSync('Dockerfile', 'utf8')).not.toMatch(/^#\s*syntax\s*=/m);
  });

  it('finds what it copies in the context', () => {
    expect(taken.length).toBeGreaterThan(5);
    for (const { source, files } of taken)
      expect([source, files.length > 0]).toEqual([source, true]);
  });

  it('copies from stages that it has', () => {
    const names = stages.map((stage) => stage.name);
    const froms = final.flatMap((step) => step.from ?? []);
    expect(froms.length).toBeGreaterThan(0);
    expect(names).toEqual(expect.arrayContaining(froms));
  });

  it('takes no secrets and no tests along', () => {
    const files = taken.flatMap((source) => source.files);
    expect(
      files.filter((file) => /(^|\/)\.env|\.spec\.ts$|\.data|\.key$|^test\//.test(file)),
    ).toEqual([]);
    const declared = steps.flatMap((step) => Object.keys(step.values ?? {}));
    expect(declared.filter((name) => /PASSWORD|SECRET|TOKEN|KEY|DATABASE_URL/i.test(name))).toEqual(
      [],
    );
  });

  it('says in labels what it is, in the version of package.json', () => {
    const { version, license } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      version: string;
      license: string;
    };
    const labels = last('LABEL')?.values ?? {};
    expect(labels).toMatchObject({
      'org.opencontainers.image.title': 'Customers API',
      'org.opencontainers.image.licenses': license,
      'org.opencontainers.image.version': '${VERSION}',
    });
    expect(final.find((step) => step.values?.['VERSION'])?.values).toEqual({ VERSION: version });
  });
});

function planned(): Stage[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['tools/try-image.mjs', '--plan'], {
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Stage[];
}
