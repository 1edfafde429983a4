import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Population } from '../support/population.js';
import { runCli, type CliResult } from '../support/run-cli.js';
import { build } from '../support/run-service.js';
import { TestApp } from '../support/start-app.js';

const QUIET = { ROLLUP_FOLD_MS: '0' };

let folder: string;
let file: string;
let source: TestApp;
let target: TestApp;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
  // PostgreSQL does not run as root: its own user must be able to come in.
  chmodSync(folder, 0o755);
  file = path.join(folder, 'whole.backup');
  [source, target] = await Promise.all([TestApp.start(QUIET), TestApp.start(QUIET)]);
  const { workspace } = await source.workspace();
  await new Population(workspace, 200, 3).store(source);
  await runCli(source, ['backup', file]);
});

afterAll(async () => {
  await Promise.all([source.stop(), target.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const restore = (input: Buffer): Promise<CliResult> =>
  runCli(target, ['restore', '-'], { input: [input] });

const rowsOfTarget = async (): Promise<number> => {
  const tables: { name: string }[] = await target.dataSource.query(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = current_schema() and table_name <> 'schema_migrations'`,
  );
  const counts = tables.map(({ name }) => `select count(*)::int as rows from ${name}`);
  const [sum] = await target.dataSource.query<{ sum: number }[]>(
    `select sum(rows)::int as sum from (${counts.join(' union all ')}) counts`,
  );
  return sum?.sum ?? NaN;
};

describe('a file that is not what was written', () => {
  it.each([0, 1, 9, 10, 200, 0.3, 0.9, 0.999, -9, -1])(
    'is refused when it ends at %d, and changes nothing',
    async (end) => {
      const whole = readFileSync(file);
      const at = Number.isInteger(end) ? end : Math.floor(whole.length * end);
      const { exitCode, stderr } = await restore(whole.subarray(0, at));
      expect([exitCode, stderr]).toEqual([
        1,
        'error: Standard input is cut off: nothing of it has been restored.',
      ]);
      expect(await rowsOfTarget()).toBe(0);
    },
  );

  it('is refused with any byte changed, and changes nothing', async () => {
    const whole = readFileSync(file);
    for (let i = 1; i < 40; i += 1) {
      const damaged = Buffer.from(whole);
      // Behind gzip's own head, which says nothing of the data.
      const at = 10 + Math.floor(((whole.length - 11) * i) / 39);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      const { exitCode, stderr } = await restore(damaged);
      expect([at, exitCode]).toEqual([at, 1]);
      expect(stderr).toMatch(/^error: Standard input [^\n]*nothing of it has been restored\.$/);
    }
    expect(await rowsOfTarget()).toBe(0);
  }, 120_000);

  it('is refused with a value changed, though the compression is in order', async () => {
    const content = gunzipSync(readFileSync(file));
    for (const [at, bit] of [
      [content.length - 200, 1],
      [content.indexOf('cus_000007'), 4],
      [content.lastIndexOf('cus_000007') + 9, 1],
    ] as const) {
      const changed = Buffer.from(content);
      changed[at] = (changed[at] ?? 0) ^ bit;
      const { stderr } = await restore(gzipSync(changed));
      expect(stderr).toBe('error: Standard input is damaged: nothing of it has been restored.');
    }
    // A part that is left out.
    const parts = content.subarray(0, content.length - 1_000);
    expect((await restore(gzipSync(parts))).stderr).toMatch(/cut off|damaged/);
    expect(await rowsOfTarget()).toBe(0);
  });

  it.each([
    ['text', Buffer.from('create table x (y int);'), 'is not a back-up of this service'],
    ['another archive', gzipSync('something else'), 'is damaged'],
    [
      'a later format',
      gzipSync(laterFormat()),
      'has format 2 and this version reads 1: restore it with the version that made it',
    ],
  ])('is refused as %s', async (_kind, input, reason) => {
    const { exitCode, stderr } = await restore(input);
    expect([exitCode, stderr.split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain(`error: Standard input ${reason}`);
  });
});

function laterFormat(): Buffer {
  const json = '{"format":"customers-api back-up","version":2}';
  const seal = createHash('sha256').update(json).digest('hex');
  const head = Buffer.from(['H'.charCodeAt(0), 0, 0, 0, seal.length + 1 + json.length]);
  return Buffer.concat([head, Buffer.from(`${seal} ${json}`)]);
}

describe('a database of another version', () => {
  const MIGRATION = `insert into schema_migrations (timestamp, name) values (9999999999999, 'Later')`;

  afterEach(async () => {
    await target.dataSource.query(`delete from schema_migrations where name = 'Later'`);
    await runCli(target, ['migrate']);
  });

  it('refuses an older file, and says what to do', async () => {
    await target.dataSource.query(MIGRATION);
    const { exitCode, stderr } = await runCli(target, ['restore', file]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /was made by an older version, whose newest migration is \w+\d: restore/,
    );
  });

  it('refuses a newer file, and says what to do', async () => {
    await runCli(target, ['migrate', '--revert']);
    const { stderr } = await runCli(target, ['restore', file], {
      environment: { MIGRATE_ON_START: 'off' },
    });
    expect(stderr).toMatch(
      /was made by a newer version, with the migration \w+\d: restore it with/,
    );
  });
});

describe('backup and restore', () => {
  let from: TestApp;
  let to: TestApp;

  beforeAll(async () => {
    [from, to] = await Promise.all([TestApp.start(QUIET), TestApp.start(QUIET)]);
  });

  afterAll(async () => {
    await Promise.all([from.stop(), to.stop()]);
  });

  it('take in a table that nobody has told them of, and its sequence', async () => {
    const table = 'create table later (id bigint generated always as identity, "Wort" text)';
    await Promise.all([from, to].map((app) => app.dataSource.query(table)));
    await from.dataSource.query(`insert into later ("Wort") values ('eins'), (null), ('\\N')`);
    const other = path.join(folder, 'later.backup');
    await runCli(from, ['backup', other]);
    expect((await runCli(to, ['restore', other])).stderr).toBe('');
    const added: object[] = await to.dataSource.query(
      `insert into later ("Wort") values ('vier') returning id`,
    );
    expect(added).toEqual([{ id: 4 }]);
    expect(await to.dataSource.query('select "Wort" from later order by id')).toEqual(
      ['eins', null, '\\N', 'vier'].map((Wort) => ({ Wort })),
    );
    await to.dataSource.query('drop table later');
    const { stderr } = await runCli(to, ['restore', other]);
    expect(stderr).toContain('has tables that are not in this database, or have other columns');
  });

  it.each([
    [['backup', 'no/such/folder/file'], /^error: no\/such\/folder\/file cannot be written: /],
    [['restore', 'no-such-file'], /^error: There is no file no-such-file\.$/],
  ])('say in one line why %j fails', async (args, sentence) => {
    const { exitCode, stderr } = await runCli(target, args);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(sentence);
  });

  it('go through a pipe, from one embedded database into another', async () => {
    build();
    const cli = (name: string, ...args: string[]): ReturnType<typeof spawn> => {
      const { DATABASE_URL: _url, npm_lifecycle_event: _event, ...inherited } = process.env;
      const DATA_DIR = path.join(folder, name);
      return spawn(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
        env: { ...inherited, DATA_DIR },
      });
    };
    const outputOf = async (child: ReturnType<typeof spawn>): Promise<string> => {
      let out = '';
      child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => (out += chunk.toString()));
      const code = await new Promise((resolve) => child.on('close', resolve));
      return `${out}${String(code)}`;
    };
    expect(await outputOf(cli('one', 'workspace', 'create', '--slug', 'acme'))).toContain('ws_');
    const backup = cli('one', 'backup', '-');
    const restored = cli('two', 'restore', '-');
    if (restored.stdin) backup.stdout?.pipe(restored.stdin);
    expect(await outputOf(restored)).toMatch(/Restored \d+ rows? of \d+ tables, as of [^\n]+\n0$/);
    expect(await outputOf(cli('two', 'workspace', 'list'))).toContain('acme');
  }, 120_000);
});
