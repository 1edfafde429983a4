import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestApp } from '../support/start-app.js';

const MAIN = path.resolve('dist/apps/cli/src/main.js');

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

describe('the command line as a process', () => {
  let folder: string;

  beforeAll(() => {
    const built = spawnSync(process.execPath, ['tools/build.mjs', '--quiet'], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    folder = mkdtempSync(path.join(tmpdir(), 'cli-'));
    // PostgreSQL does not run as root: its own user must be able to come in.
    chmodSync(folder, 0o755);
  }, 180_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs it as a shell in `folder` would; `during` gets the running process. */
  const start = (
    args: string[],
    environment: Record<string, string> = {},
    during: (child: ReturnType<typeof spawn>) => void = (child) => child.stdin?.end(),
  ): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const { DATABASE_URL: _url, npm_lifecycle_event: _event, ...inherited } = process.env;
      const child = spawn(process.execPath, ['--enable-source-maps', MAIN, ...args], {
        cwd: folder,
        env: { ...inherited, ...environment },
      });
      const ended: Ended = { code: null, stdout: '', stderr: '' };
      child.stdout.on('data', (chunk) => (ended.stdout += String(chunk)));
      child.stderr.on('data', (chunk) => (ended.stderr += String(chunk)));
      child.on('error', reject);
      child.on('close', (code) => {
        resolve({ ...ended, code });
      });
      during(child);
    });

  it('shows help and version without a database', async () => {
    const environment = { DATABASE_URL: 'not a URL' };
    const version = await start(['--version'], environment);
    expect(version).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
      stderr: '',
    });
    const help = await start(['import', '--help'], environment);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('Examples:');
    expect(existsSync(path.join(folder, '.data'))).toBe(false);
  });

  it('starts the embedded database, prints the answer alone, and leaves the database stopped', async () => {
    const created = await start(['workspace', 'create', '--slug', 'acme']);
    expect(created).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Creating') as string,
    });
    expect(created.stdout).toMatch(/^ws_\w+\n$/);
    writeFileSync(
      path.join(folder, 'events.ndjson'),
      '{"type":"click","clickId":"c","linkId":"l"}',
    );
    const imported = await start(['import', '--workspace', 'acme', 'events.ndjson', '--json']);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(imported.stdout)).toMatchObject({ created: 1, errors: 0 });
    const again = await start(['workspace', 'create', '--slug', 'acme']);
    expect(again).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error: There is a workspace acme already.\n',
    });
    expect(existsSync(path.join(folder, '.data/cluster/PG_VERSION'))).toBe(true);
    expect(existsSync(path.join(folder, '.data/cluster/postmaster.pid'))).toBe(false);
  });

  it('stops an import after the running batch at Ctrl-C, and says where', async () => {
    const app = await TestApp.start();
    try {
      const { workspace } = await app.workspace();
      const lines = Array.from({ length: 1_500 }, (_, index) =>
        JSON.stringify({ type: 'click', clickId: `c${String(index)}`, linkId: 'l' }),
      );
      const stopped = await start(
        ['import', '--workspace', workspace.slug, '-'],
        { DATABASE_URL: app.databaseUrl },
        (child) => {
          child.stdin?.write(`${lines.join('\n')}\n`);
          void untilStored(app, 1_000).then(() => child.kill('SIGINT'));
        },
      );
      expect(stopped.code).toBe(130);
      expect(stopped.stdout).toContain('Imported 1,000 lines');
      expect(stopped.stderr).toContain('error: Stopped after line 1,000, as asked.');
    } finally {
      await app.stop();
    }
  });
});

async function untilStored(app: TestApp, clicks: number): Promise<void> {
  for (;;) {
    const [row] = await app.dataSource.query<{ count: number }[]>('select count(*) from clicks');
    if (row && row.count >= clicks) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
