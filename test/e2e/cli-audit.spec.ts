import type { AuditEntry } from '@app/workspaces';
import { userInfo } from 'node:os';
import { customerIn } from '../support/answers.js';
import { dumpOf, found } from '../support/dump.js';
import { runCli } from '../support/run-cli.js';
import { Client, TestApp } from '../support/start-app.js';

type Entry = Omit<AuditEntry, 'at'> & { at: string };

const ME = `cli:${userInfo().username}`;

describe('the audit log', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(() => app.stop());

  const answer = async (...args: string[]): Promise<string> => {
    const { exitCode, stdout, stderr } = await runCli(app, args);
    if (exitCode !== 0) throw new Error(stderr);
    return stdout;
  };

  const entries = async (slug: string, ...args: string[]): Promise<Entry[]> =>
    JSON.parse(await answer('audit', '--workspace', slug, ...args, '--json')) as Entry[];

  const workspaceOf = async (slug: string): Promise<{ id: string; client: Client }> => {
    const id = await answer('workspace', 'create', '--slug', slug, '--plan', 'pro');
    const secret = await answer('key', 'create', '--workspace', slug);
    return { id, client: new Client(app.url, secret, { id } as never) };
  };

  const keyOf = (log: Entry[], action: string): string =>
    log.find((entry) => entry.action === action)?.subject ?? '';

  it('has every export, over HTTP and by the command line', async () => {
    const { client } = await workspaceOf('exported');
    await client.post('/customers', { externalId: 'somebody' });
    for (const what of ['customers', 'conversions', 'clicks']) {
      expect((await client.get(`/${what}/export?format=ndjson`)).status).toBe(200);
    }
    expect((await client.get('/customers/export?format=nonsense')).status).toBe(400);
    await answer('export', '--workspace', 'exported', 'customers', '-');
    const log = await entries('exported', '--action', 'export.made');
    const key = keyOf(await entries('exported'), 'key.created');
    expect(log.map(({ actor, details }) => [actor, details])).toEqual([
      [key, { what: 'customers', format: 'ndjson' }],
      [key, { what: 'conversions', format: 'ndjson' }],
      [key, { what: 'clicks', format: 'ndjson' }],
      [ME, { what: 'customers', format: 'csv' }],
    ]);
  });

  it('has all that changes keys, settings and customers, with who did it', async () => {
    const { id, client } = await workspaceOf('all');
    await answer('workspace', 'update', 'all', '--plan', 'enterprise', '--timezone', 'Asia/Tokyo');
    const first = keyOf(await entries('all'), 'key.created');
    const made = await client.post('/customers', { externalId: 'somebody', name: 'markname' });
    const customer = customerIn(made).id;
    const deletion = await client.delete('/customers/ext_somebody', {
      headers: { 'x-request-id': 'req-of-mine' },
    });
    expect(deletion.status).toBe(200);
    await answer('key', 'rotate', first, '--overlap', '1h');
    await answer('key', 'revoke', first);
    await answer('key', 'revoke', first);
    await answer('recalculate', '--workspace', 'all');
    await app.dataSource.query('update customers set leads = 9 where workspace_id = $1', [id]);
    await answer('doctor', '--workspace', 'all', '--repair');
    await answer('erase', '--workspace', 'all', '--email', 'markmail@example.com');

    const log = await entries('all');
    expect(log.map(({ action, subject, actor }) => [action, subject, actor])).toEqual([
      ['workspace.created', id, ME],
      ['key.created', first, ME],
      ['workspace.updated', id, ME],
      ['workspace.updated', id, ME],
      ['customer.deleted', customer, first],
      ['key.rotated', first, ME],
      ['key.revoked', first, ME],
      ['recalculation.started', null, ME],
      ['recalculation.finished', null, ME],
      ['repair.started', null, ME],
      ['repair.finished', null, ME],
      ['identity.erased', null, ME],
    ]);
    const [, , plan, zone, , rotated] = log.map(({ details }) => details);
    expect([plan, zone]).toEqual([{ plan: 'enterprise' }, { timezone: 'Asia/Tokyo' }]);
    expect(rotated).toMatchObject({ newKey: expect.stringMatching(/^key_/) as string });
    expect(log.map(({ requestId }) => requestId).filter(Boolean)).toEqual(['req-of-mine']);
    const dump = await dumpOf(app.dataSource);
    expect(found(dump, ['markname', 'markmail', client.key])).toEqual([]);
  });

  it('has nothing of what was refused', async () => {
    await workspaceOf('refused');
    const before = await entries('refused');
    for (const args of [
      ['workspace', 'create', '--slug', 'refused'],
      ['workspace', 'update', 'refused', '--plan', 'golden'],
      ['key', 'create', '--workspace', 'refused', '--scopes', 'everything'],
      ['key', 'rotate', 'key_none'],
    ]) {
      expect((await runCli(app, args)).exitCode).toBe(1);
    }
    expect(await entries('refused')).toEqual(before);
  });

  it('is written by the transaction of the effect, or neither is there', async () => {
    const { id, client } = await workspaceOf('together');
    await client.post('/customers', { externalId: 'stays' });
    const refuse = `alter table audit_entries add constraint none check (workspace_id <> '${id}') not valid`;
    await app.dataSource.query(refuse);
    try {
      expect((await client.delete('/customers/ext_stays')).status).toBe(500);
      const key = keyOf(await entries('together'), 'key.created');
      for (const args of [
        ['workspace', 'update', 'together', '--plan', 'starter'],
        ['workspace', 'update', 'together', '--timezone', 'Asia/Tokyo'],
        ['key', 'create', '--workspace', 'together'],
        ['key', 'rotate', key, '--overlap', '0'],
        ['key', 'revoke', key],
      ]) {
        expect((await runCli(app, args)).exitCode).toBe(1);
      }
    } finally {
      await app.dataSource.query('alter table audit_entries drop constraint none');
    }
    expect((await client.get('/customers/ext_stays')).status).toBe(200);
    const [workspace] = await app.dataSource.query<{ plan: string; timezone: string }[]>(
      'select plan, timezone from workspaces where id = $1',
      [id],
    );
    expect(workspace).toEqual({ plan: 'pro', timezone: 'UTC' });
    const keys = JSON.parse(await answer('key', 'list', '--json')) as {
      workspaceId: string;
      revokedAt: string | null;
      expiresAt: string | null;
    }[];
    const own = keys.filter(({ workspaceId }) => workspaceId === id);
    expect(own.map(({ revokedAt, expiresAt }) => [revokedAt, expiresAt])).toEqual([[null, null]]);
  });

  it('is narrowed by time and action, and pruned only when it is asked for', async () => {
    const { id } = await workspaceOf('pruned');
    const { id: another } = await workspaceOf('another');
    expect(await entries('pruned', '--action', 'key.created')).toHaveLength(1);
    await app.dataSource.query(
      `update audit_entries set at = at - interval '2 days'
       where workspace_id in ($1, $2) and action = 'key.created'`,
      [id, another],
    );
    expect(await entries('pruned', '--since', '1d')).toMatchObject([{ subject: id }]);
    expect(await entries('pruned', '--until', '1d')).toMatchObject([{ action: 'key.created' }]);
    expect(await answer('audit', '--workspace', 'pruned', '--prune', '--until', '1d')).toMatch(
      /^Deleted 1 entry from before \d{4}-/,
    );
    const log = await entries('pruned');
    expect(log.map(({ action }) => action)).toEqual(['workspace.created', 'audit.pruned']);
    expect(log.at(-1)?.details).toMatchObject({ entries: 1 });
    expect(await entries('another')).toHaveLength(2);
    const text = await answer('audit', '--workspace', 'pruned');
    expect(text).toMatch(/^AT +WHO +ACTION +SUBJECT +REQUEST +DETAILS\n/);
  });

  it.each([
    [['--prune'], '--prune needs --until.'],
    [['--prune', '--until', '1d', '--action', 'key.created'], '--prune deletes all that is older'],
    [['--since', 'yesterday'], '--since must be a duration such as 30d'],
  ])('refuses %j in one line', async (args, sentence) => {
    const { exitCode, stderr } = await runCli(app, ['audit', '--workspace', 'all', ...args]);
    expect([exitCode, stderr.split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain(sentence);
  });
});
