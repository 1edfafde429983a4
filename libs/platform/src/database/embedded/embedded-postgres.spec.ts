import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { Client } from 'pg';
import { startEmbeddedPostgres, type RunningPostgres } from './embedded-postgres.js';

/** What another process does: starts, says so, and stops when it is told to. */
const OTHER_PROCESS = `
import { startEmbeddedPostgres } from './embedded-postgres.js';
const [dataDir] = process.argv.slice(2);
const running = await startEmbeddedPostgres({ dataDir, database: 'shop' });
console.log(JSON.stringify({ url: running.url, started: running.started }));
process.stdin.once('data', (order) => {
  if (String(order) === 'exit') process.exit();
  void running.stop().then(() => process.exit());
});
`;

describe('startEmbeddedPostgres', () => {
  let root: string;
  let dataDir: string;
  const cluster = (): string => join(dataDir, 'cluster');
  const start = (): Promise<RunningPostgres> =>
    startEmbeddedPostgres({ dataDir, database: 'shop' });

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'embedded-spec-')));
    chmodSync(root, 0o755); // as root, PostgreSQL runs as a user who has to get in
    compileForOtherProcesses(root);
    dataDir = join(root, 'data');
    await (await start()).stop();
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('keeps what was written, for the next start', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(livePid(cluster())).toBeUndefined();

    const second = await start();
    expect(second.started).toBe(true);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('speaks UTF-8 and UTC, and asks for the password', async () => {
    const running = await start();
    const settings = await query(
      running.url,
      `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone`,
    );
    expect(settings).toEqual([{ encoding: 'UTF8', zone: 'UTC' }]);
    const stranger = running.url.replace(/:[0-9a-f]{48}@/, ':guessed@');
    await expect(query(stranger, 'select 1')).rejects.toThrow('password authentication failed');
    await running.stop();
  });

  it('attaches to the server of another process, and leaves it running', async () => {
    const other = await OtherProcess.start(root, dataDir);
    const running = await start();
    expect([other.started, running.started]).toEqual([true, false]);
    expect(running.url).toBe(other.url);
    await running.stop();
    expect(await query(other.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    await other.say('stop');
    expect(livePid(cluster())).toBeUndefined();
  });

  it('leaves the server to those who still use it, and the last one stops it', async () => {
    const other = await OtherProcess.start(root, dataDir);
    const running = await start();
    await other.say('stop');
    expect(await query(running.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    await running.stop();
    expect(livePid(cluster())).toBeUndefined();
  });

  it('takes over the server of a process that was killed', async () => {
    const other = await OtherProcess.start(root, dataDir);
    await other.kill();
    expect(livePid(cluster())).toBeDefined();
    const running = await start();
    expect(running.url).toBe(other.url);
    await running.stop();
    expect(livePid(cluster())).toBeUndefined();
  });

  it('stops the server of a process that ends without a word', async () => {
    for (const end of ['exit', 'SIGTERM'] as const) {
      const other = await OtherProcess.start(root, dataDir);
      await (end === 'exit' ? other.say('exit') : other.kill('SIGTERM'));
      await eventually(() => livePid(cluster()) === undefined);
    }
  });

  it('recovers what was committed when the server was killed', async () => {
    const other = await OtherProcess.start(root, dataDir);
    await query(other.url, 'create table survived as select 7 as answer');
    process.kill(livePid(cluster()) ?? 0, 'SIGKILL');
    await other.kill();
    const running = await start();
    expect(running.started).toBe(true);
    expect(await query(running.url, 'select answer from survived')).toEqual([{ answer: 7 }]);
    await running.stop();
  });

  it('is not misled by a pid file of a dead process, or of a process that is something else', async () => {
    const { uid, gid } = statSync(cluster());
    const bystander = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
    for (const pid of [bystander.pid ?? 0, 0x7ffffffe]) {
      const lines = [pid, cluster(), 1_700_000_000, 5432, '', '127.0.0.1', ' 1 2', 'ready   '];
      writeFileSync(join(cluster(), 'postmaster.pid'), lines.join('\n'));
      const running = await start();
      expect(running.started).toBe(true);
      await running.stop();
    }
    expect(bystander.kill()).toBe(true);
  });

  it('does not take the server of a folder it was copied from for its own', async () => {
    const running = await start();
    const copy = join(root, 'copy');
    cpSync(dataDir, copy, { recursive: true });
    const other = await startEmbeddedPostgres({ dataDir: copy, database: 'shop' });
    expect(other.started).toBe(true);
    expect(other.url).not.toBe(running.url);
    await other.stop();
    expect(livePid(join(copy, 'cluster'))).toBeUndefined();
    await running.stop();
  });

  it('creates one database when several processes start at once, after one was killed at it', async () => {
    const fresh = join(root, 'fresh');
    const unlucky = OtherProcess.spawn(root, fresh);
    await eventually(() => existsSync(fresh) && unfinishedIn(fresh).length > 0);
    unlucky.kill('SIGKILL');
    await once(unlucky, 'exit');

    const others = await Promise.all([1, 2, 3].map(() => OtherProcess.start(root, fresh)));
    expect(others.filter((other) => other.started)).toHaveLength(1);
    expect(new Set(others.map((other) => other.url)).size).toBe(1);
    await Promise.all(others.map((other) => other.say('stop')));
    expect(livePid(join(fresh, 'cluster'))).toBeUndefined();
    expect(unfinishedIn(fresh)).toEqual([]);
  });

  it('refuses a database of another major version in one sentence, and touches nothing', async () => {
    const old = join(root, 'old');
    mkdirSync(join(old, 'cluster/global'), { recursive: true });
    writeFileSync(join(old, 'cluster/PG_VERSION'), '17\n');
    writeFileSync(join(old, 'cluster/global/pg_control'), '');
    const attempt = startEmbeddedPostgres({ dataDir: old, database: 'shop' });
    await expect(attempt).rejects.toMatchObject({
      name: 'EmbeddedPostgresError',
      message: expect.stringMatching(
        /was made by PostgreSQL 17, and this is PostgreSQL 18.*\.$/,
      ) as string,
    });
    expect(readdirSync(old)).toEqual(['cluster']);
  });

  it('leaves nothing of a throw-away server', async () => {
    const running = await startEmbeddedPostgres({ dataDir, database: 'shop', ephemeral: true });
    const [row] = await query(running.url, `select current_setting('data_directory') as path`);
    const folder = dirname(String(row?.path));
    expect(folder.startsWith(dataDir)).toBe(false);
    await running.stop();
    expect(existsSync(folder)).toBe(false);
  });
});

class OtherProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    readonly started: boolean,
  ) {}

  static spawn(root: string, dataDir: string): ChildProcess {
    return spawn(process.execPath, [join(root, 'code/other-process.js'), dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
  }

  static async start(root: string, dataDir: string): Promise<OtherProcess> {
    const child = OtherProcess.spawn(root, dataDir);
    if (!child.stdout) throw new Error('no output to read');
    for await (const line of createInterface(child.stdout)) {
      const { url, started } = JSON.parse(line) as { url: string; started: boolean };
      return new OtherProcess(child, url, started);
    }
    throw new Error('the other process has not started');
  }

  async say(order: 'stop' | 'exit'): Promise<void> {
    const end = once(this.child, 'exit');
    this.child.stdin?.write(order);
    await end;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const end = once(this.child, 'exit');
    this.child.kill(signal);
    await end;
  }
}

/** The code as another process can run it: JavaScript, with the packages in sight. */
function compileForOtherProcesses(root: string): void {
  const code = join(root, 'code');
  mkdirSync(code);
  for (const name of readdirSync(import.meta.dirname)) {
    if (name.endsWith('.spec.ts')) continue;
    const compiled = transformFileSync(join(import.meta.dirname, name), {
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    });
    writeFileSync(join(code, name.replace(/\.ts$/, '.js')), compiled.code);
  }
  writeFileSync(join(code, 'other-process.js'), OTHER_PROCESS);
  writeFileSync(join(code, 'package.json'), '{ "type": "module" }');
  symlinkSync(
    resolve(dirname(require.resolve('pg/package.json')), '..'),
    join(code, 'node_modules'),
  );
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, ssl: false });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function livePid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

function unfinishedIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('initializing-'));
}

async function eventually(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('it has not come to pass');
    await sleep(5);
  }
}
