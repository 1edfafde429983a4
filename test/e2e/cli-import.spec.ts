import { countIn, customerIn } from '../support/answers.js';
import { cdnowLines } from '../support/cdnow.js';
import { runCli, type CliResult } from '../support/run-cli.js';
import { TestApp, type Client } from '../support/start-app.js';

interface Summary {
  lines: number;
  created: number;
  updated: number;
  duplicates: number;
  errors: number;
  badLines: { line: number; message: string }[];
}

const TABLES = ['customers', 'clicks', 'conversions', 'claims', 'touches'];

describe('import', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  beforeEach(async () => {
    client = await app.workspace();
  });

  afterAll(async () => {
    await app.stop();
  });

  const importing = (input: string | Buffer, ...options: string[]): Promise<CliResult> =>
    runCli(app, ['import', '--workspace', client.workspace.slug, ...options, '-'], {
      input: [input],
    });

  const summaryOf = async (input: string | Buffer): Promise<Summary> =>
    JSON.parse((await importing(input, '--json')).stdout) as Summary;

  /** Everything that the workspace has stored, but for when it was written. */
  const stored = async (): Promise<string> => {
    const rows: unknown[] = [];
    for (const table of TABLES) {
      rows.push(
        await app.dataSource.query(
          `select to_jsonb(r) - 'updated_at' as row from ${table} r where workspace_id = $1 order by 1`,
          [client.workspace.id],
        ),
      );
    }
    return JSON.stringify(rows);
  };

  const story = [
    {
      type: 'customer',
      externalId: 'u1',
      email: 'u1@example.com',
      createdAt: '2026-01-01T00:00:00Z',
    },
    { type: 'click', clickId: 'c1', linkId: 'l1', occurredAt: '2026-01-01T09:00:00Z' },
    { type: 'lead', externalId: 'u1', clickId: 'c1', occurredAt: '2026-01-02T09:00:00Z' },
    { type: 'sale', externalId: 'u1', amount: 4_200, occurredAt: '2026-01-03T09:00:00Z' },
    { type: 'sale', externalId: 'u1', amount: 1_000 },
    { type: 'sale', email: 'nobody@example.com', amount: 5, orderId: 'o-1' },
    { type: 'refund', orderId: 'o-1' },
    { type: 'custom', externalId: 'u1', eventName: 'Demo booked', metadata: { b: 1, a: 2 } },
  ];
  const ndjson = (items: object[], end = '\n'): string =>
    items.map((item) => JSON.stringify(item) + end).join('');

  it('stores every kind of item, in the order of the file', async () => {
    const { exitCode, stdout, stderr } = await importing(ndjson(story));
    expect(stdout).toMatch(
      /^Imported 8 lines in \d+\.\d s: 7 created, 1 updated, 0 duplicates, 0 errors\.$/,
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const customer = customerIn(await client.get('/customers/ext_u1'));
    expect(customer).toMatchObject({ leads: 1, sales: 2, ltv: 5_200 });
    expect(customer.firstTouch?.clickId).toBe('c1');
  });

  it('changes nothing when it runs again, also where no orderId or time is given', async () => {
    await importing(ndjson(story));
    const before = await stored();
    expect(await summaryOf(ndjson(story))).toMatchObject({
      created: 0,
      updated: 2,
      duplicates: 6,
      errors: 0,
    });
    expect(await stored()).toBe(before);
  });

  it('knows a conversion by its content, whatever the order of its fields', async () => {
    const line = '{"type":"sale","externalId":"u1","amount":1,"metadata":{"a":1,"b":2}}\n';
    const same =
      '{"metadata":{"b":2,"a":1},"orderId":null,"amount":1,"externalId":"u1","type":"sale"}\n';
    const other = '{"type":"sale","externalId":"u1","amount":2,"metadata":{"a":1,"b":2}}\n';
    expect(await summaryOf(line + same + other)).toMatchObject({ created: 2, duplicates: 1 });
  });

  it('takes CRLF, a byte order mark, blank lines and a last line without an end', async () => {
    const input = `\uFEFF${ndjson(story.slice(0, 1), '\r\n')}\r\n  \n\n${ndjson(story.slice(1, 2), '')}`;
    expect(await summaryOf(input)).toMatchObject({ lines: 2, created: 2, errors: 0 });
  });

  it('reports each bad line with its number and its fault, and stores the others', async () => {
    const deep = `{"type":"sale","externalId":"u1","amount":1,"metadata":${'['.repeat(40)}${']'.repeat(40)}}`;
    const lines = [
      '{"type":"sale","externalId":"u1","amount":100}',
      'not json',
      '',
      '[1]',
      '{"type":"sale","externalId":"u1","amount":-1}',
      '{"type":"order"}',
      '{"type":"lead","externalId":"a\\u0000b"}',
      '{"type":"lead","externalId":"u1","__proto__":{}}',
      deep,
      `{"type":"lead","externalId":"${'x'.repeat(1024 * 1024)}"}`,
      '{"type":"refund","orderId":"o-none"}',
      '{"type":"sale","externalId":"u1","amount":1,"\\u001b[31mred":1}',
      '{"type":"sale","externalId":"u2","amount":200}',
    ];
    const invalid = Buffer.concat([
      Buffer.from(`${lines.join('\n')}\n`),
      Buffer.from([0xff, 0x0a]),
    ]);
    const { exitCode, stdout, stderr } = await importing(invalid, '--json');

    const summary = JSON.parse(stdout) as Summary;
    expect(summary).toMatchObject({ lines: 13, created: 2, errors: 11 });
    expect(summary.badLines.map(({ line, message }) => `${String(line)}: ${message}`)).toEqual([
      '2: is not valid JSON',
      '4: must be a JSON object',
      '5: amount: must be an integer of minor units from 0 to 999999999999',
      '6: type: must be one of click, lead, sale, refund, custom, customer',
      '7: externalId: must not contain NUL characters',
      '8: must not have a field named __proto__',
      '9: must not be nested deeper than 32',
      '10: is longer than 1,048,576 bytes',
      expect.stringMatching(/^11: /),
      '12: \u001b[31mred: is not a known field',
      '14: is not valid UTF-8',
    ]);
    const said = stderr.split('\n');
    expect(said).toContain('line 12: \\u001b[31mred: is not a known field');
    expect(said.at(-1)).toBe('error: 11 lines could not be imported; see above.');
    expect(exitCode).toBe(1);
    expect(countIn(await client.get('/customers/count'))).toBe(2);
  });

  it('reads lines that are cut anywhere by the pipe', async () => {
    const bytes = Buffer.from(ndjson([{ type: 'customer', externalId: 'ä€😀', name: 'Zoë' }]));
    const { stdout } = await runCli(
      app,
      ['import', '--workspace', client.workspace.slug, '--json', '-'],
      { input: Array.from(bytes, (byte) => Buffer.from([byte])) },
    );
    expect(JSON.parse(stdout)).toMatchObject({ lines: 1, created: 1, errors: 0 });
    expect(customerIn(await client.get(`/customers/ext_${encodeURIComponent('ä€😀')}`)).name).toBe(
      'Zoë',
    );
  });

  it('says which workspace or file is not there', async () => {
    const noWorkspace = await runCli(app, ['import', '--workspace', 'none', '-']);
    expect(noWorkspace).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'error: There is no workspace none.',
    });
    const noFile = await runCli(app, ['import', '--workspace', 'none', 'none.ndjson']);
    expect(noFile.stderr).toBe('error: There is no file none.ndjson.');
    const folder = await runCli(app, ['import', '--workspace', 'none', '.']);
    expect(folder.stderr).toBe('error: . is a folder, not a file.');
  });

  const cdnow = cdnowLines(1_200);
  it(`imports ${cdnow.origin} in batches, with the same totals as its lines`, async () => {
    const { items, customers, revenue, sales } = cdnow;
    expect(await summaryOf(ndjson(items))).toMatchObject({ created: items.length, errors: 0 });
    expect(countIn(await client.get('/customers/count'))).toBe(customers);
    const answer = await client.get('/customers/cohorts?group_by=month');
    const { totals } = (answer.body as { data: { totals: object } }).data;
    expect(totals).toMatchObject({ customers, sales, revenue });
    expect(await summaryOf(ndjson(items))).toMatchObject({ created: 0, duplicates: sales });
  });
});
