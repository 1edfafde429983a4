import { PLANS, SCOPES, type Workspace } from '@app/workspaces';
import { readFileSync } from 'node:fs';
import { customerIn, errorCode } from '../support/answers.js';
import { aSale } from '../support/builders.js';
import { runCli, type CliResult } from '../support/run-cli.js';
import { Client, TestApp } from '../support/start-app.js';

describe('the command line', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(async () => {
    await app.stop();
  });

  const cli = (...args: string[]): Promise<CliResult> => runCli(app, args);

  /** What a command answers; it may not fail. */
  const answer = async (...args: string[]): Promise<string> => {
    const { exitCode, stdout, stderr } = await cli(...args);
    if (exitCode !== 0) throw new Error(stderr);
    return stdout;
  };

  const json = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await answer(...args, '--json')) as T;

  const fault = async (...args: string[]): Promise<string> => {
    const { exitCode, stdout, stderr } = await cli(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr.split('\n')).toHaveLength(1);
    return stderr;
  };

  const statusOf = async (key: string, path = '/customers'): Promise<string> =>
    errorCode(await new Client(app.url, key, {} as Workspace).get(path));

  describe('workspace', () => {
    it('makes one on the plan pro, and prints its id', async () => {
      expect(await answer('workspace', 'create', '--slug', 'plain')).toMatch(/^ws_\w+$/);
      const key = await answer('key', 'create', '--workspace', 'plain');
      expect(await statusOf(key)).toBe('200');
    });

    it('takes every setting, and shows no secret', async () => {
      const settings = ['--name', 'A B', '--plan', 'starter', '--timezone', 'Asia/Tokyo'];
      const money = ['--currency', 'jpy', '--attribution-window-days', '7'];
      const made = await json('workspace', 'create', '--slug', 'full', ...settings, ...money);
      const expected = {
        id: expect.stringMatching(/^ws_/) as string,
        slug: 'full',
        name: 'A B',
        plan: 'starter',
        timezone: 'Asia/Tokyo',
        currency: 'JPY',
        attributionWindowDays: 7,
        createdAt: expect.stringMatching(/Z$/) as string,
      };
      expect(made).toEqual(expected);
      expect(await json('workspace', 'list')).toContainEqual(expected);
      expect(await answer('workspace', 'list')).toMatch(/^full +ws_\w+ +A B +starter /m);
    });

    it('changes plan, time zone and attribution window', async () => {
      await answer('workspace', 'create', '--slug', 'changing', '--plan', 'starter');
      const args = ['--plan', 'pro', '--timezone', 'UTC', '--attribution-window-days', '365'];
      expect(await json('workspace', 'update', 'changing', ...args)).toMatchObject({
        plan: 'pro',
        timezone: 'UTC',
        attributionWindowDays: 365,
      });
    });

    it.each([
      [['create', '--slug', 'A b'], '--slug must be'],
      [['create', '--slug', 'x', '--plan', 'gold'], '--plan must be one of starter, pro'],
      [['create', '--slug', 'x', '--timezone', 'Mars'], '--timezone must be an IANA time zone'],
      [['create', '--slug', 'x', '--currency', 'XX'], '--currency must be an ISO 4217 code'],
      [['create', '--slug', 'x', '--attribution-window-days', '1e2'], 'from 1 to 365'],
      [['create'], "required option '--slug <slug>' not specified"],
      [['update', 'nobody', '--plan', 'pro'], 'There is no workspace nobody.'],
      [['update', 'nobody'], 'Give at least one of --plan'],
      [['update', 'nobody', '--currency', 'EUR'], "unknown option '--currency'"],
    ])('refuses %j in one line', async (args, message) => {
      expect(await fault('workspace', ...args)).toContain(message);
    });

    it('refuses a slug that is taken', async () => {
      await answer('workspace', 'create', '--slug', 'taken');
      expect(await fault('workspace', 'create', '--slug', 'taken')).toBe(
        'error: There is a workspace taken already.',
      );
    });
  });

  describe('key', () => {
    beforeAll(async () => {
      await answer('workspace', 'create', '--slug', 'keys');
    });

    it('is printed alone, and has all scopes unless some are named', async () => {
      const key = await answer('key', 'create', '--workspace', 'keys');
      expect(key).toMatch(/^ck_[\w-]{43}$/);
      const narrow = await json<{ key: string; scopes: string[] }>(
        ...['key', 'create', '--workspace', 'keys', '--scopes', 'events:create, analytics:read'],
      );
      expect(narrow.scopes).toEqual(['events:create', 'analytics:read']);
      expect(await statusOf(narrow.key)).toBe('403 FORBIDDEN');
      expect(await statusOf(key)).toBe('200');
    });

    it('is listed without its secret and its hash', async () => {
      const key = await answer('key', 'create', '--workspace', 'keys', '--name', 'listed');
      const listed = await json<{ name: string; workspace: string }[]>('key', 'list');
      expect(listed.find(({ name }) => name === 'listed')).toMatchObject({ workspace: 'keys' });
      const shown = JSON.stringify(listed) + (await answer('key', 'list'));
      expect(shown).not.toContain(key);
      expect(shown).not.toContain('hash');
    });

    it('ends when it expires or is revoked', async () => {
      const timestamp = new Date(Date.now() + 2_000).toISOString();
      const args = ['key', 'create', '--workspace', 'keys', '--expires'];
      const { key } = await json<{ key: string }>(...args, timestamp);
      expect(await statusOf(key)).toBe('200');
      const { id, expiresAt } = await json<{ id: string; expiresAt: string }>(...args, '30d');
      expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(29 * 86_400_000);
      expect(await answer('key', 'revoke', id)).toBe(`Revoked ${id}.`);
      expect(await answer('key', 'list')).toMatch(new RegExp(`^${id} .* revoked `, 'm'));
      await new Promise((resolve) => setTimeout(resolve, Date.parse(timestamp) - Date.now() + 50));
      expect(await statusOf(key)).toBe('401 INVALID_API_KEY');
    });

    it('is rotated into a new one, with an overlap', async () => {
      const old = await json<{ id: string; key: string }>('key', 'create', '--workspace', 'keys');
      const next = await answer('key', 'rotate', old.id, '--overlap', '7d');
      expect([await statusOf(old.key), await statusOf(next)]).toEqual(['200', '200']);
      const listed = await json<{ id: string; expiresAt: string }[]>('key', 'list');
      const ends = Date.parse(listed.find(({ id }) => id === old.id)?.expiresAt ?? '');
      expect(Math.round((ends - Date.now()) / 86_400_000)).toBe(7);
    });

    it.each([
      [['create', '--workspace', 'keys', '--scopes', 'links:read,all'], '--scopes must be among'],
      [['create', '--workspace', 'keys', '--expires', '2020-01-01T00:00:00Z'], 'in the future'],
      [['create', '--workspace', 'keys', '--expires', '2030-01-01'], '--expires must be a'],
      [['create', '--workspace', 'nobody'], 'There is no workspace nobody.'],
      [['rotate', 'key_x', '--overlap', '5'], '--overlap must be a duration'],
      [['rotate', 'key_x'], 'There is no key key_x.'],
      [['revoke', 'key_x'], 'There is no key key_x.'],
    ])('refuses %j in one line', async (args, message) => {
      expect(await fault('key', ...args)).toContain(message);
    });
  });

  describe('rates import', () => {
    const rates = (csv: string, ...options: string[]): Promise<CliResult> =>
      runCli(app, ['rates', 'import', '-', ...options], { input: [csv] });

    it('says how many rates it read and how many changed', async () => {
      const csv = 'Date,USD,JPY,\n2026-03-02,1.0871,163.4,\n2026-02-27,1.0840,N/A,\n';
      expect((await rates(csv)).stdout).toBe('Read 3 rates, 3 of them new or different.');
      const { stdout } = await rates(csv.replace('163.4', '163.5'), '--json');
      expect(JSON.parse(stdout)).toEqual({ rates: 3, changed: 1 });
    });

    it('stores nothing of a file with a fault, and names its line', async () => {
      const { exitCode, stderr } = await rates('Date,CHF\n2026-03-02,1.1\n2026-03-03,none\n');
      expect({ exitCode, stderr }).toEqual({
        exitCode: 1,
        stderr: 'error: Standard input cannot be imported: Line 3: none is not a rate of CHF',
      });
      const stored = await app.dataSource.query<unknown[]>(
        `select from exchange_rates where currency = 'CHF'`,
      );
      expect(stored).toEqual([]);
    });

    it('takes more rates than one statement does', async () => {
      const days = Array.from({ length: 21_000 }, (_, day) =>
        new Date(day * 86_400_000).toISOString().slice(0, 10),
      );
      const csv = `Date,SEK\n${days.map((day) => `${day},11.5\n`).join('')}`;
      expect((await rates(csv)).stdout).toBe('Read 21,000 rates, 21,000 of them new or different.');
    });
  });

  it('recalculate mends what differs from the events, of deleted customers too', async () => {
    const client = await app.workspace({ slug: 'mend' });
    for (const externalId of ['a', 'b', 'c']) {
      await client.post('/track/sale', aSale({ externalId, amount: 500 }));
    }
    await client.delete('/customers/ext_b');
    expect(await answer('recalculate', '--workspace', 'mend')).toBe(
      'Recalculated 3 customers, 0 of them changed.',
    );
    await app.dataSource.query(
      `update customers set ltv = 1 where workspace_id = $1 and external_id is distinct from 'c'`,
      [client.workspace.id],
    );
    expect(await json('recalculate', '--workspace', 'mend')).toEqual({ customers: 3, changed: 2 });
    expect(customerIn(await client.get('/customers/ext_a')).ltv).toBe(500);
    expect(await fault('recalculate', '--workspace', 'nobody')).toContain('no workspace nobody');
  });

  it('openapi prints the document without a database', async () => {
    const environment = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    const { stdout } = await runCli(app, ['openapi'], { environment });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
  });

  it('says in one line that the database is out of reach', async () => {
    const environment = { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/none' };
    const { exitCode, stderr } = await runCli(app, ['workspace', 'list'], { environment });
    expect(exitCode).toBe(1);
    expect(stderr).toBe('error: The database is not available: connect ECONNREFUSED 127.0.0.1:1');
  });

  it('says in one line what is wrong with the configuration', async () => {
    const environment = { PORT: 'x', LOG_LEVEL: 'loud' };
    const { exitCode, stderr } = await runCli(app, ['key', 'list'], { environment });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error: The configuration is not valid: PORT must .*; LOG_LEVEL must/);
  });

  it('refuses an unknown command, and says which was meant', async () => {
    expect(await fault('impotr')).toBe("error: unknown command 'impotr' (Did you mean import?)");
  });

  it('names every plan and scope in its help', async () => {
    const workspace = await answer('workspace', 'create', '--help');
    for (const plan of PLANS) expect(workspace).toContain(plan);
    const key = await answer('key', 'create', '--help');
    for (const scope of SCOPES) expect(key).toContain(scope);
  });
});
