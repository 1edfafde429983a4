import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { conversionIn, customerIn } from '../support/answers.js';
import { aClick, aLead, aSale } from '../support/builders.js';
import { dumpOf } from '../support/dump.js';
import { expectHealthy } from '../support/expect-healthy.js';
import { goldenFaults } from '../support/golden-faults.js';
import { GoldenSet } from '../support/load-golden.js';
import { Population } from '../support/population.js';
import { runCli } from '../support/run-cli.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

const QUIET = { ROLLUP_FOLD_MS: '0' };

describe('a back-up that is restored', () => {
  const set = new GoldenSet('medium');
  const sale = aSale({ externalId: 'repeated', email: 'repeated@example.com' });
  const underKey = { headers: { 'idempotency-key': randomUUID() } };
  let folder: string;
  let file: string;
  let original: TestApp;
  let restored: TestApp;
  let client: Client;
  let others: Client;
  let first: Answer;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
    file = path.join(folder, 'customers.backup');
    [original, restored] = await Promise.all([TestApp.start(QUIET), TestApp.start(QUIET)]);
    client = await original.workspace(set.settings);
    await set.load(original, client);

    others = await original.workspace({ slug: 'others', plan: 'pro', timezone: 'Asia/Tokyo' });
    const click = aClick({ visitorId: 'visitor', referrer: 'https://x.test/?a=\\b\tc' });
    await others.post('/track/click', click);
    const metadata = { text: 'a\nb\\.\t\\N"', number: 1.5, yes: true };
    const upsert = { externalId: 'erased', clickId: click['clickId'], metadata };
    const { id } = customerIn(await others.post('/customers', upsert));
    await others.post('/track/lead', aLead({ externalId: 'erased' }));
    await others.delete(`/customers/${id}`);
    await others.post('/customers', { externalId: 'kept', metadata, clickId: 'to come' });
    await others.post('/track/lead', aLead({ email: 'nobody@example.com', metadata }));
    first = await others.post('/track/sale', sale, underKey);
    // Sequences that stand beyond what is in their tables.
    await original.dataSource.query(
      `select nextval(pg_get_serial_sequence('conversion_deltas', 'id')) from generate_series(1, 9)`,
    );

    const backup = await runCli(original, ['backup', file]);
    expect(backup.stderr).toBe('');
    expect(backup.stdout).toMatch(/^Backed up [\d,]+ rows of \d+ tables in [\d.]+ s\.$/);
    const restore = await runCli(restored, ['restore', file, '--json']);
    expect(restore).toMatchObject({ exitCode: 0, stderr: '' });
  }, 120_000);

  afterAll(async () => {
    await Promise.all([original.stop(), restored.stop()]);
    rmSync(folder, { recursive: true });
  });

  it('has every row of every table', async () => {
    const rows = (dump: Map<string, string>): [string, string[]][] =>
      [...dump].map(([table, text]): [string, string[]] => [table, text.split('\n').sort()]).sort();
    const dump = await dumpOf(original.dataSource);
    expect(dump.get('idempotent_answers')).not.toBe('');
    expect(dump.get('claims')).toContain('to come');
    expect(rows(await dumpOf(restored.dataSource))).toEqual(rows(dump));
  });

  it('is healthy to the doctor', async () => {
    const doctor = await runCli(restored, ['doctor']);
    expect(doctor.exitCode).toBe(0);
    expect(doctor.stdout).toContain('others: nothing differs from the events');
  });

  it('gives the golden answers under the old keys', async () => {
    expect(await goldenFaults(set.expectations, restored.as(client))).toEqual([]);
  });

  it('answers every list as the original does', async () => {
    for (const who of [client, others]) {
      for (const question of [
        '/customers?limit=100',
        '/conversions?limit=100',
        '/customers/count',
      ]) {
        expect((await restored.as(who).get(question)).text).toBe((await who.get(question)).text);
      }
    }
  });

  it('repeats an answer under its Idempotency-Key, and does nothing', async () => {
    const again = await restored.as(others).post('/track/sale', sale, underKey);
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('goes on where the sequences were', async () => {
    const query = `select relname, last_value from pg_class
      join pg_sequences on sequencename = relname order by 1`;
    const states: { last_value: number }[] = await original.dataSource.query(query);
    expect(states.length).toBeGreaterThan(2);
    expect(await restored.dataSource.query(query)).toEqual(states);
    const email = { email: 'nobody@example.com' };
    const made = await restored.as(others).post('/customers', { externalId: 'late', ...email });
    expect(customerIn(made)).toMatchObject({ leads: 1 });
    const more = await restored.as(others).post('/track/sale', aSale({ externalId: 'kept' }));
    expect(conversionIn(more).duplicate).toBe(false);
    await expectHealthy(restored, others.workspace);
  });

  it('is only for its owner to read, and leaves nothing else in its folder', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // gzip, as every tool knows it.
    expect(readFileSync(file).subarray(0, 3)).toEqual(Buffer.from([0x1f, 0x8b, 8]));
  });

  it('is not restored over what is there', async () => {
    const { exitCode, stderr } = await runCli(restored, ['restore', file]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /can only be restored into an empty database, and there are rows in api_/,
    );
  });
});

describe('a back-up of a database that is written to', () => {
  let folder: string;
  let busy: TestApp;
  let restored: TestApp;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
    [busy, restored] = await Promise.all([TestApp.start(), TestApp.start(QUIET)]);
  });

  afterAll(async () => {
    await Promise.all([busy.stop(), restored.stop()]);
    rmSync(folder, { recursive: true });
  });

  it('is of one moment', async () => {
    const file = path.join(folder, 'busy.backup');
    const client = await busy.workspace();
    await new Population(client.workspace, 2_000, 7).store(busy);
    let isOver = false;
    let sent = 0;
    const writers = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        sent += 1;
        const externalId = `busy-${String(sent % 50)}`;
        await client.post('/track/sale', {
          externalId,
          amount: 1,
          orderId: `busy-${String(sent)}`,
        });
      }
    });
    const { exitCode } = await runCli(busy, ['backup', file]);
    const before = sent;
    isOver = true;
    await Promise.all(writers);
    expect([exitCode, before > 8]).toEqual([0, true]);
    expect((await runCli(restored, ['restore', file])).stderr).toBe('');
    await expectHealthy(restored, client.workspace);
  }, 120_000);
});
