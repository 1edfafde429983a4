import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countIn, customerIn } from '../support/answers.js';
import { exported } from '../support/exporting.js';
import { runCli, type CliResult } from '../support/run-cli.js';
import { TestApp, type Client } from '../support/start-app.js';

describe('export', () => {
  let app: TestApp;
  let client: Client;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'export-'));
    chmodSync(folder, 0o755);
    app = await TestApp.start();
    client = await app.workspace();
    const events = Array.from({ length: 900 }, (_, i) => [
      { type: 'customer', externalId: `u-${String(i)}`, createdAt: '2026-03-01T00:00:00Z' },
    ]).flat();
    await client.post('/track/batch', { events });
    await client.post('/track/batch', {
      events: [
        { type: 'click', clickId: 'c1', linkId: 'l', occurredAt: '2026-03-01T00:00:00Z' },
        { type: 'sale', externalId: 'u-1', amount: 5, occurredAt: '2026-03-02T00:00:00Z' },
        { type: 'sale', externalId: 'u-1', amount: 5, occurredAt: '2026-03-02T00:00:00Z' },
      ],
    });
  });

  afterAll(async () => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const exporting = (what: string, file: string, ...options: string[]): Promise<CliResult> =>
    runCli(app, ['export', '--workspace', client.workspace.slug, ...options, what, file]);

  it('writes the file that the route answers', async () => {
    const file = path.join(folder, 'customers.ndjson');
    const { exitCode, stdout } = await exporting('customers', file, '--format', 'ndjson');
    expect(stdout).toMatch(/^Exported 900 customers in \d+\.\d s\.$/);
    expect(exitCode).toBe(0);
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    expect(lines).toEqual(await exported(client, 'customers'));
  });

  it('writes rows to standard output, and what it says beside them', async () => {
    const { stdout, stderr } = await exporting('customers', '-', '--search', 'u-89');
    expect(stdout.split('\n')).toHaveLength(11 + 2);
    expect(stdout).toBe((await client.get('/customers/export?search=u-89')).text);
    expect(stderr).toMatch(/^Exported 11 customers in/);
  });

  it('goes on behind a line, and adds to the file', async () => {
    const file = path.join(folder, 'rest.csv');
    await exporting('customers', file);
    const whole = readFileSync(file, 'utf8');
    const cursor = whole.split('\n')[500]?.split(',').at(-1) ?? '';
    const rest = await exporting('customers', '-', '--cursor', cursor);
    expect(rest.stderr).toMatch(/^Exported 400 customers in/);
    await exporting('customers', file, '--cursor', cursor);
    expect(readFileSync(file, 'utf8')).toBe(whole + rest.stdout);
  });

  it('is imported again, and equal events without an orderId stay two', async () => {
    const other = await app.workspace();
    for (const what of ['customers', 'clicks', 'conversions']) {
      const { stdout } = await exporting(what, '-', '--format', 'ndjson', '--json');
      for (const run of ['first', 'second']) {
        const answer = await runCli(app, ['import', '--workspace', other.workspace.slug, '-'], {
          input: [stdout],
        });
        expect({ run, what, exitCode: answer.exitCode }).toEqual({ run, what, exitCode: 0 });
      }
    }
    expect(countIn(await other.get('/customers/count'))).toBe(900);
    const customer = customerIn(await other.get('/customers/ext_u-1'));
    expect(customer).toMatchObject({ sales: 2, ltv: 10 });
  });

  it.each([
    [['orders', '-'], 'There is no export of orders: customers, conversions or clicks.'],
    [['clicks', '-', '--format', 'xml'], '--format must be one of csv, ndjson'],
    [['clicks', '-', '--search', 'x'], '--search is not a known field'],
    [['customers', '/nowhere/at/all'], 'cannot be written'],
  ])('refuses %j', async ([what = '', file = '', ...options], sentence) => {
    const { exitCode, stderr } = await exporting(what, file, ...options);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(sentence);
  });
});
