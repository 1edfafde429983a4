import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoStory } from '../../apps/api/src/demo/demo-story.js';
import { RunningService, build, freePort } from '../support/run-service.js';

const READY = 'Ctrl-C stops it.';

describe('npm start', () => {
  let folder: string;
  let port: string;
  let service: RunningService | undefined;
  let firstKey: string;

  const start = (environment: Record<string, string> = {}): RunningService =>
    new RunningService({ DATA_DIR: folder, PORT: port, ...environment });
  const keyFile = (): string => path.join(folder, 'demo.key');
  const keyIn = (banner: string): string => /X-API-Key: (\S+)'/.exec(banner)?.[1] ?? '';
  const databaseRuns = (): boolean => existsSync(path.join(folder, 'cluster/postmaster.pid'));

  /** What the URL of the banner's command answers with the banner's key. */
  async function answerOfBanner(banner: string): Promise<unknown> {
    const url = /curl -H 'X-API-Key: \S+' '([^']+)'/.exec(banner)?.[1] ?? '';
    const response = await fetch(url, { headers: { 'x-api-key': keyIn(banner) } });
    expect(response.status).toBe(200);
    return response.json();
  }

  async function totalOf(route: string): Promise<number> {
    const response = await fetch(`http://127.0.0.1:${port}${route}?limit=1`, {
      headers: { 'x-api-key': firstKey },
    });
    return ((await response.json()) as { pagination: { total: number } }).pagination.total;
  }

  beforeAll(async () => {
    build();
    folder = mkdtempSync(path.join(tmpdir(), 'start-up-'));
    chmodSync(folder, 0o755); // as root, PostgreSQL runs as a user who has to get in
    port = String(await freePort());
  }, 240_000);

  afterAll(async () => {
    await service?.interrupt();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loads the demo data, also after it was killed while it did', async () => {
    const killed = start();
    await killed.says('Loading demo data … 25 %');
    killed.kill('SIGKILL');
    await killed.exitCode();

    const anchoredBefore = Date.now();
    service = start();
    await service.says(READY);
    firstKey = keyIn(service.out);
    expect(firstKey).toMatch(/^ck_/);
    expect(readFileSync(keyFile(), 'utf8').trim()).toBe(firstKey);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);

    // The story of any end of that hour is about as long; a doubled one would be much longer.
    const { events } = demoStory(new Date(anchoredBefore));
    const told = events.filter(({ type }) => ['lead', 'sale', 'custom'].includes(type)).length;
    const stored = await totalOf('/conversions');
    expect(Math.abs(stored - told)).toBeLessThan(told / 10);
  }, 240_000);

  it('prints a command that answers with cohorts', async () => {
    const { data } = (await answerOfBanner(service?.out ?? '')) as { data: { cohorts: unknown[] } };
    expect(data.cohorts.length).toBe(19);
  });

  it('says in one line that its port is in use, and disturbs nobody', async () => {
    const second = start();
    expect(await second.exitCode()).toBe(1);
    expect(second.err).toBe(`Port ${port} is in use; stop the other process or set PORT.\n`);
    expect(second.out).toBe('');
    expect(await totalOf('/customers')).toBeGreaterThan(2_000);
  });

  it('stops on Ctrl-C with exit code 0, and its database with it', async () => {
    expect(databaseRuns()).toBe(true);
    expect(await service?.interrupt()).toBe(0);
    expect(databaseRuns()).toBe(false);
  });

  it('starts again with the same key and the same data', async () => {
    service = start();
    await service.says(READY);
    expect(keyIn(service.out)).toBe(firstKey);
    expect(service.err).toBe('');
    await answerOfBanner(service.out);
  });

  it('counts the Ctrl-C that npm passes on as the same one', async () => {
    service?.kill('SIGINT');
    expect(await service?.interrupt()).toBe(0);
    expect(databaseRuns()).toBe(false);
  });

  it('makes a new key when the old one was deleted', async () => {
    rmSync(keyFile());
    service = start();
    await service.says(READY);
    expect(keyIn(service.out)).not.toBe(firstKey);
    await answerOfBanner(service.out);
    expect(await service.interrupt()).toBe(0);
  });

  it('starts without a demo when that is off', async () => {
    const data = mkdtempSync(path.join(folder, 'without-demo-'));
    chmodSync(data, 0o755);
    service = start({ DEMO: 'off', DATA_DIR: data });
    await service.says(READY);
    expect(service.out).toContain('workspace create');
    expect(existsSync(path.join(data, 'demo.key'))).toBe(false);
    expect(await service.interrupt()).toBe(0);
  });

  it('tells all faults of the configuration at once', async () => {
    const faulty = start({ PORT: 'web', DEMO: 'maybe' });
    expect(await faulty.exitCode()).toBe(1);
    expect(faulty.err).toBe(
      'The configuration is not valid:\n' +
        '  PORT must be an integer from 0 to 65535\n' +
        '  DEMO must be one of on, off\n',
    );
  });

  it('says what is wrong with an address of another machine', async () => {
    const lost = start({ HOST: '192.0.2.1' });
    expect(await lost.exitCode()).toBe(1);
    expect(lost.err).toBe('HOST 192.0.2.1 is not an address of this machine.\n');
  });

  it('does not tell the password of a database that cannot be reached', async () => {
    const nobody = String(await freePort());
    const lonely = start({ DATABASE_URL: `postgres://me:secret@127.0.0.1:${nobody}/customers` });
    expect(await lonely.exitCode()).toBe(1);
    expect(lonely.err).toContain(`PostgreSQL at 127.0.0.1:${nobody}/customers cannot be reached`);
    expect(lonely.out + lonely.err).not.toContain('secret');
  });
});
