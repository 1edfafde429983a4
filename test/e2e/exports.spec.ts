import { parse } from 'csv-parse/sync';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { RowStreams } from '@app/platform';
import { exported } from '../support/exporting.js';
import { TestApp, type Client } from '../support/start-app.js';

/** Wide enough that what is in between, sockets and all, holds only a part of it. */
const MANY = 12_000;
const FILL_CLICKS = `
  insert into clicks (workspace_id, click_id, link_id, referrer, occurred_at, created_at)
  select $1, 'c-' || lpad(n::text, 6, '0'), 'l', repeat('https://example.org/', 80),
    timestamptz '2026-01-01' + n * interval '1 minute', now()
  from generate_series(1, ${String(MANY)}) n`;

const BACKENDS = `select state, query from pg_stat_activity
  where application_name = 'customers-api-exports' and datname = current_database()
    and state <> 'idle'`;

/** The end of an answer, whole or not. */
const closed = (response: IncomingMessage): Promise<unknown> =>
  new Promise((resolve) => response.once('close', resolve));

describe('exports', () => {
  let app: TestApp;
  let client: Client;
  let large: Client;
  const log: string[] = [];

  beforeAll(async () => {
    app = await TestApp.start(
      { EXPORT_CONNECTIONS: '3', EXPORT_STALL_MS: '1500', LOG_LEVEL: 'info' },
      (line) => log.push(line),
    );
    client = await app.workspace({ slug: 'acme', timezone: 'Europe/Berlin' });
    large = await app.workspace({ slug: 'large' });
    await app.dataSource.query(FILL_CLICKS, [large.workspace.id]);
    await client.post('/track/batch', {
      events: [
        {
          type: 'click',
          clickId: 'c1',
          linkId: 'l',
          source: 'web',
          occurredAt: '2026-03-01T09:00:00Z',
        },
        { type: 'click', clickId: 'c2', linkId: 'm', occurredAt: '2026-03-02T09:00:00Z' },
        {
          type: 'customer',
          externalId: 'ada',
          name: '=HYPERLINK("http://evil.example","x")',
          email: 'ada@example.com',
          metadata: { plan: 'pro' },
          clickId: 'c1',
          createdAt: '2026-03-01T10:00:00Z',
        },
        { type: 'customer', externalId: 'ada', clickId: 'c2' },
        {
          type: 'customer',
          externalId: "'-bob",
          name: 'a "b"\nc, d',
          createdAt: '2026-03-05T00:00:00Z',
        },
        {
          type: 'sale',
          externalId: 'ada',
          orderId: 'o-1',
          amount: 4200,
          occurredAt: '2026-03-04T12:00:00Z',
        },
        { type: 'sale', externalId: 'ada', amount: 100, occurredAt: '2026-03-06T12:00:00Z' },
      ],
    });
  });

  afterAll(() => app.stop());

  const running = async (): Promise<unknown[]> => app.dataSource.query(BACKENDS);

  const untilNoneRuns = async (milliseconds: number): Promise<void> => {
    const end = performance.now() + milliseconds;
    while ((await running()).length > 0 || app.nest.get(RowStreams).running > 0) {
      if (performance.now() > end) throw new Error(JSON.stringify(await running()));
      await sleep(20);
    }
  };

  /** Begins to read an export; what is behind the first bytes waits. */
  const begin = async (from: Client, path: string): Promise<IncomingMessage> => {
    const request = get(from.url + path, { headers: { 'x-api-key': from.key } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.on('error', () => undefined);
    return response;
  };

  it('have the flat fields of the wire format as CSV', async () => {
    const answer = await client.get('/customers/export');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="acme-customers-\d{8}T\d{6}Z\.csv"$/,
    );
    const rows = parse(answer.text, { columns: true }) as unknown as Record<string, string>[];
    const listed = (await client.get('/customers?sortOrder=asc')).body as {
      data: Record<string, unknown>[];
    };
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      id: listed.data[0]?.['id'],
      externalId: 'ada',
      metadata: '{"plan":"pro"}',
      firstTouchClickId: 'c1',
      firstTouchSource: 'web',
      firstTouchMedium: '',
      sales: '2',
      ltv: '4300',
      currency: 'USD',
    });
    const conversions = parse((await client.get('/conversions/export')).text, {
      columns: true,
    }) as unknown as Record<string, string>[];
    expect(conversions.map(({ orderId, reportingNet }) => [orderId, reportingNet])).toEqual([
      ['o-1', '4200'],
      ['', '100'],
    ]);
    const clicks = (await client.get('/clicks/export')).text.split('\n');
    expect(clicks[0]).toBe(
      'clickId,linkId,campaignId,source,medium,referrer,country,visitorId,occurredAt,createdAt,cursor',
    );
    expect(clicks[1]).toMatch(/^c1,l,,web,,,,,2026-03-01T09:00:00\.000Z,/);
  });

  it('keep a spreadsheet from taking a text for a formula', async () => {
    const { text } = await client.get('/customers/export');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    expect(text).toContain(`,''-bob,`);
    expect(text).toContain(`"a ""b""\nc, d"`);
  });

  it('have items of a batch as NDJSON, one more for each further claim', async () => {
    const lines = (await exported(client, 'customers')).map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
    expect(lines).toEqual([
      {
        type: 'customer',
        externalId: 'ada',
        email: 'ada@example.com',
        name: '=HYPERLINK("http://evil.example","x")',
        clickId: 'c1',
        metadata: { plan: 'pro' },
        createdAt: '2026-03-01T10:00:00.000Z',
      },
      {
        type: 'customer',
        externalId: 'ada',
        clickId: 'c2',
        createdAt: '2026-03-01T10:00:00.000Z',
        cursor: expect.any(String) as string,
      },
      {
        type: 'customer',
        externalId: "'-bob",
        name: 'a "b"\nc, d',
        createdAt: '2026-03-05T00:00:00.000Z',
        cursor: expect.any(String) as string,
      },
    ]);
  });

  it.each([
    ['customers', 'search=ADA', 2],
    ['customers', 'firstSeenStart=2026-03-02', 1],
    ['customers', 'source=web&firstSeenEnd=2026-03-01', 2],
    ['customers', 'hasSource=false', 1],
    ['conversions', 'orderId=o-1', 1],
    ['conversions', 'customerId=ext_ada', 2],
    ['conversions', 'type=lead', 0],
    ['conversions', 'start=2026-03-05&stitched=true', 1],
    ['clicks', 'linkId=m', 1],
    ['clicks', 'end=2026-03-01', 1],
    ['clicks', 'source=web&campaignId=none', 0],
  ] as const)('of %s take the filter %s', async (what, query, count) => {
    expect(await exported(client, what, `format=ndjson&${query}`)).toHaveLength(count);
  });

  it('are compressed for who asks for it, and for nobody else', async () => {
    const sizes: number[] = [];
    for (const accepted of ['gzip', 'gzip;q=0, identity']) {
      const request = get(`${large.url}/clicks/export`, {
        headers: { 'x-api-key': large.key, 'accept-encoding': accepted },
      });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      sizes.push(bytes.length);
      const isGzip = response.headers['content-encoding'] === 'gzip';
      expect(isGzip).toBe(accepted === 'gzip');
      expect(response.headers.vary).toBe('Accept-Encoding');
      const text = (isGzip ? gunzipSync(bytes) : bytes).toString();
      expect(text.split('\n')).toHaveLength(MANY + 2);
    }
    expect(sizes[0]).toBeLessThan((sizes[1] ?? 0) / 5);
    await untilNoneRuns(1_000);
  });

  it('go on behind the last whole line that was received', async () => {
    for (const format of ['csv', 'ndjson']) {
      const whole = (await large.get(`/clicks/export?format=${format}`)).text;
      const response = await begin(large, `/clicks/export?format=${format}`);
      let text = '';
      for await (const chunk of response) {
        text += String(chunk);
        if (text.length > 3_000_000) break;
      }
      response.destroy();
      text = text.slice(0, text.lastIndexOf('\n') + 1);
      const last = text.trimEnd().split('\n').at(-1) ?? '';
      const cursor =
        format === 'csv' ? last.split(',').at(-1) : (JSON.parse(last) as { cursor: string }).cursor;
      const rest = await large.get(`/clicks/export?format=${format}&cursor=${String(cursor)}`);
      expect(text.length).toBeLessThan(whole.length);
      expect(text + rest.text === whole).toBe(true);
    }
  });

  it('refuse a cursor of another export', async () => {
    const [line = ''] = await exported(client, 'clicks');
    const { cursor } = JSON.parse(line) as { cursor: string };
    for (const path of ['/customers/export?', '/clicks/export?linkId=l&']) {
      expect((await client.get(`${path}cursor=${cursor}`)).status).toBe(400);
    }
    expect((await large.get(`/clicks/export?cursor=${cursor}`)).status).toBe(400);
    expect((await client.get(`/clicks/export?cursor=${cursor}`)).status).toBe(200);
  });

  it('are of one moment, whatever is written meanwhile', async () => {
    const response = await begin(large, '/clicks/export');
    await large.post('/track/click', { clickId: 'zzz', linkId: 'late' });
    await app.dataSource.query(
      `update clicks set link_id = 'changed' where workspace_id = $1 and click_id between 'c-011000' and 'd'`,
      [large.workspace.id],
    );
    let text = '';
    for await (const chunk of response) text += String(chunk);
    expect(text.split('\n')).toHaveLength(MANY + 2);
    expect(text).not.toMatch(/late|changed/);
    expect((await large.get('/clicks/export?linkId=late')).text.split('\n')).toHaveLength(3);
  });

  it('free their connection at once when the client leaves', async () => {
    const response = await begin(large, '/clicks/export');
    expect(await running()).toHaveLength(1);
    response.destroy();
    await untilNoneRuns(500);
  });

  it('free it at once in the middle of a statement that finds nothing', async () => {
    const locked = app.dataSource.createQueryRunner();
    await locked.connect();
    await locked.query('begin; lock table clicks in access exclusive mode');
    const request = get(`${large.url}/clicks/export`, { headers: { 'x-api-key': large.key } });
    request.on('error', () => undefined);
    while ((await running()).length === 0) await sleep(10);
    request.destroy();
    await locked.query('rollback');
    await locked.release();
    await untilNoneRuns(2_000);
  });

  it('cut a client off that stops reading', async () => {
    const response = await begin(large, '/clicks/export');
    response.pause();
    await untilNoneRuns(4_000);
    const ended = closed(response);
    response.resume();
    await ended;
    expect(response.complete).toBe(false);
    expect(log.some((line) => line.includes('stopped reading'))).toBe(true);
  });

  it('break off, in chunks and in gzip, when the database fails on the way', async () => {
    for (const encoding of ['identity', 'gzip']) {
      const request = get(`${large.url}/clicks/export`, {
        headers: { 'x-api-key': large.key, 'accept-encoding': encoding },
      });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      response.on('error', () => undefined);
      await app.dataSource.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'customers-api-exports' and state <> 'idle'`,
      );
      const ended = closed(response);
      response.resume();
      await ended;
      expect(response.statusCode).toBe(200);
      expect(response.complete).toBe(false);
    }
    await untilNoneRuns(1_000);
    expect((await large.get('/clicks/export?linkId=none')).status).toBe(200);
  });

  it('leave half of their places to other workspaces, and the pool to requests', async () => {
    const held = [await begin(large, '/clicks/export'), await begin(large, '/clicks/export')];
    const refused = await large.get('/clicks/export');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect((await client.get('/clicks/export')).status).toBe(200);
    expect((await large.get('/customers')).status).toBe(200);
    for (const response of held) response.destroy();
    await untilNoneRuns(1_000);
    expect((await large.get('/clicks/export?linkId=none')).status).toBe(200);
  });

  it('have cohorts as rows, of the same snapshot', async () => {
    const path = '/customers/cohorts?group_by=month&periods=2';
    const json = await client.get(path);
    const csv = await client.get(`${path}&format=csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toMatch(/"acme-cohorts-\d{8}T\d{6}Z\.csv"/);
    expect(csv.headers.get('x-cache')).toBe('HIT');
    expect(csv.text).toBe(
      'cohort,customers,customersWithLeads,convertedCustomers,conversionRate,sales,revenue,' +
        'averageLtv,averageOrderValue,currency,retention0,retention1\n' +
        '2026-03,2,0,1,0.5,2,4300,2150,2150,USD,1,0\n',
    );
    const etag = csv.headers.get('etag') ?? '';
    expect(etag).not.toBe(json.headers.get('etag'));
    const known = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    expect((await client.get(`${path}&format=csv`, { headers: known })).status).toBe(304);
    expect((await client.get(path, { headers: known })).status).toBe(200);
    const lines = (await client.get(`${path}&format=ndjson`)).text.split('\n');
    const { cohorts } = (json.body as { data: { cohorts: object[] } }).data;
    expect(lines).toEqual([...cohorts.map((cohort) => JSON.stringify(cohort)), '']);
    expect((await client.get(path)).text).toBe(json.text);
    expect((await client.get(`${path}&format=csv`)).text).toBe(csv.text);
  });

  it('have the points of curves as rows', async () => {
    const path = '/customers/ltv-cohorts?months=1&asOf=2026-04-30T00:00:00Z&group_by=source';
    const { text } = await client.get(`${path.replace('months=1', 'months=2')}&format=csv`);
    expect(text).toBe(
      'cohort,customers,payingCustomers,month,revenue,cumulativeRevenue,ltv,complete,currency\n' +
        'web,1,1,0,4300,4300,4300,true,USD\nweb,1,1,1,0,4300,4300,false,USD\n' +
        ',1,0,0,0,0,0,true,USD\n,1,0,1,0,0,0,false,USD\n',
    );
  });

  it('answer HEAD without reading anything', async () => {
    const answer = await large.call('HEAD', '/clicks/export');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('large-clicks-');
    await untilNoneRuns(500);
  });

  it.each(['/customers/export', '/conversions/export', '/clicks/export'])(
    'need analytics:read and the plan for %s',
    async (path) => {
      const reader = await app.client(client.workspace, ['links:read']);
      expect((await reader.get(path)).status).toBe(403);
      const analyst = await app.client(client.workspace, ['analytics:read']);
      expect((await analyst.get(path)).status).toBe(200);
      const starter = await app.workspace({ plan: 'starter' });
      expect((await starter.get(path)).body).toMatchObject({
        error: { code: 'FEATURE_NOT_AVAILABLE' },
      });
      expect((await client.get(`${path}?format=xml`)).status).toBe(400);
      expect((await client.get(`${path}?page=2`)).status).toBe(400);
    },
  );
});
