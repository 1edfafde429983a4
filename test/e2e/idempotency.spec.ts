import { laneOf } from '@app/analytics';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { times } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

interface Repeat {
  method: 'POST' | 'PATCH';
  path: string;
  body?: object;
}

describe('Idempotency-Key', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    client = await app.workspace();
  });

  const send = (key: string, { method, path, body }: Repeat, by = client): Promise<Answer> =>
    by.call(method, path, { ...(body && { body }), headers: { 'idempotency-key': key } });

  const sale = (amount = 100): Repeat => ({
    method: 'POST',
    path: '/track/sale',
    body: { externalId: 'ada', amount },
  });

  const salesOf = async (externalId = 'ada'): Promise<number> =>
    ((await client.get(`/customers/ext_${externalId}`)).body as { data: { sales: number } }).data
      .sales;

  const rowsKept = async (): Promise<number> => {
    const [row] = await app.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from idempotent_answers where workspace_id = $1',
      [client.workspace.id],
    );
    return row?.count ?? 0;
  };

  /** Runs while somebody else holds the workspace's lane: no write of it can end. */
  async function whileLaneIsHeld<T>(work: () => Promise<T>): Promise<T> {
    const runner = app.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select pg_advisory_xact_lock($1, -1)', [laneOf(client.workspace.id)]);
    try {
      return await work();
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  it('repeats the first answer, byte for byte, and does nothing', async () => {
    const key = randomUUID();
    const first = await send(key, sale());
    const second = await send(key, sale());
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(await salesOf()).toBe(1);
  });

  it('holds on every POST and PATCH', async () => {
    const own: Repeat[] = [
      { method: 'POST', path: '/customers', body: { externalId: 'ada', name: 'Ada' } },
      { method: 'PATCH', path: '/customers/ext_ada', body: { name: 'Ada L.' } },
      { method: 'POST', path: '/customers/ext_ada/recalculate-ltv' },
      { method: 'POST', path: '/track/click', body: { clickId: 'k', linkId: 'l' } },
      { method: 'POST', path: '/track/lead', body: { externalId: 'ada' } },
      { method: 'POST', path: '/track/sale', body: { externalId: 'ada', amount: 5, orderId: 'o' } },
      { method: 'POST', path: '/track/custom', body: { externalId: 'ada', eventName: 'Up' } },
      { method: 'POST', path: '/track/refund', body: { orderId: 'o', refundedAmount: 1 } },
      {
        method: 'POST',
        path: '/track/batch',
        body: { events: [{ type: 'lead', externalId: 'ada' }, { type: 'nonsense' }] },
      },
    ];
    for (const request of own) {
      const key = randomUUID();
      const first = await send(key, request);
      const second = await send(key, request);
      expect(first.status).toBeLessThan(300);
      expect([request.path, second.status, second.text]).toEqual([
        request.path,
        first.status,
        first.text,
      ]);
      expect(second.headers.get('idempotent-replayed')).toBe('true');
    }
    const { data } = (await client.get('/conversions?type=sale')).body as {
      data: { id: string }[];
    };
    const move: Repeat = {
      method: 'PATCH',
      path: `/conversions/${data[0]?.id ?? ''}`,
      body: { status: 'fraud' },
    };
    const first = await send('move', move);
    expect(first.status).toBe(200);
    expect((await send('move', move)).text).toBe(first.text);
    const leads = (await client.get('/customers/ext_ada')).body as { data: { leads: number } };
    expect(leads.data.leads).toBe(2);
  });

  it('refuses the key for another request, also on another route', async () => {
    await send('key', sale());
    for (const other of [sale(101), { ...sale(), path: '/track/custom' }]) {
      const request = { ...other, body: { ...other.body, eventName: 'Other' } };
      if (other.path === '/track/custom') delete (request.body as { amount?: number }).amount;
      const answer = await send('key', request);
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({ error: { code: 'IDEMPOTENCY_CONFLICT' } });
      expect(answer.headers.get('retry-after')).toBeNull();
    }
    expect(await salesOf()).toBe(1);
  });

  it('belongs to one workspace', async () => {
    const other = await app.workspace();
    await send('key', sale());
    const answer = await send('key', sale(7), other);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('idempotent-replayed')).toBeNull();
  });

  it('keeps refusals that only the state explains, and repeats them after it has changed', async () => {
    const change: Repeat = { method: 'PATCH', path: '/customers/ext_late', body: { name: 'L' } };
    const first = await send('key', change);
    expect(first.status).toBe(404);
    await client.post('/customers', { externalId: 'late' });
    const second = await send('key', change);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('keeps no answer to what did not pass validation, scope or entitlement', async () => {
    expect((await send('key', sale(-1))).status).toBe(400);
    const reader = await app.client(client.workspace, ['links:read']);
    expect((await send('key', sale(), reader)).status).toBe(403);
    expect(await rowsKept()).toBe(0);
    expect((await send('key', sale())).status).toBe(201);
  });

  it.each(['', 'x'.repeat(256)])('refuses a key of a wrong length: %j', async (key) => {
    const answer = await send(key, sale());
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { details: [{ path: 'Idempotency-Key' }] } });
  });

  it('is not read where nothing is written', async () => {
    await client.post('/customers', { externalId: 'ada' });
    const get = await client.get('/customers/ext_ada', { headers: { 'idempotency-key': '' } });
    expect(get.status).toBe(200);
  });

  it('says so while the first is still running, here and in another process', async () => {
    const second = await app.another();
    try {
      const elsewhere = second.as(client);
      const answers = await whileLaneIsHeld(async () => {
        const first = send('key', sale());
        await sleep(200);
        const repeats = [await send('key', sale()), await send('key', sale(), elsewhere)];
        return { first, repeats };
      });
      expect((await answers.first).status).toBe(201);
      for (const repeat of answers.repeats) {
        expect(repeat.status).toBe(409);
        expect(repeat.body).toMatchObject({ error: { code: 'IDEMPOTENCY_CONFLICT' } });
        expect(Number(repeat.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      const later = await send('key', sale(), elsewhere);
      expect([later.status, later.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    } finally {
      await second.stop();
    }
    expect(await salesOf()).toBe(1);
  });

  it('stores once what many send at the same time, and answers all alike in the end', async () => {
    const second = await app.another();
    const clients = [client, second.as(client)];
    const insist = async (by: Client): Promise<Answer> => {
      for (;;) {
        const answer = await send('key', sale(), by);
        if (answer.status !== 409) return answer;
        await sleep(5);
      }
    };
    const answers = await Promise.all(
      times(40, (i) => insist(clients[i % clients.length] ?? client)),
    );
    await second.stop();
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await salesOf()).toBe(1);
  });

  it('repeats the answer to all who ask for it at the same time', async () => {
    const first = await send('key', sale());
    const second = await app.another();
    const clients = [client, second.as(client)];
    const repeats = await Promise.all(
      times(100, (i) => send('key', sale(), clients[i % clients.length])),
    );
    await second.stop();
    expect(new Set(repeats.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(repeats.map(({ text }) => text))).toEqual(new Set([first.text]));
  });

  it('leaves neither an effect nor an answer when the transaction fails', async () => {
    await app.dataSource.query(`
      create or replace function refuse_to_keep() returns trigger language plpgsql as $$
      begin raise exception 'no'; end $$;
      create trigger refuse_to_keep before insert on idempotent_answers
        for each row when (new.workspace_id = '${client.workspace.id}')
        execute function refuse_to_keep()`);
    expect((await send('key', sale())).status).toBe(500);
    expect((await client.get('/customers/ext_ada')).status).toBe(404);
    await app.dataSource.query('drop trigger refuse_to_keep on idempotent_answers');
    expect((await send('key', sale())).status).toBe(201);
    expect(await salesOf()).toBe(1);
  });

  it('keeps the answer to a batch of which the database refuses an item', async () => {
    await app.dataSource.query(`
      create or replace function refuse_lead() returns trigger language plpgsql as $$
      begin raise exception 'no'; end $$;
      create trigger refuse_lead before insert on conversions
        for each row when (new.event_name = 'Refused') execute function refuse_lead()`);
    const events = [
      { type: 'lead', externalId: 'ada' },
      { type: 'lead', externalId: 'ada', eventName: 'Refused' },
      { type: 'sale', externalId: 'ada', amount: 1 },
    ];
    const batch: Repeat = { method: 'POST', path: '/track/batch', body: { events } };
    const first = await send('key', batch);
    const second = await send('key', batch);
    await app.dataSource.query('drop trigger refuse_lead on conversions');
    const { data } = first.body as { data: { results: { status: string }[] } };
    expect(data.results.map(({ status }) => status)).toEqual(['created', 'error', 'created']);
    expect(second.text).toBe(first.text);
    expect(await salesOf()).toBe(1);
  });

  it('answers 404 once the customer has been deleted, and keeps nothing that says who it was', async () => {
    const mark = `mark-${randomUUID()}`;
    const requests: Repeat[] = [
      { method: 'POST', path: '/customers', body: { externalId: mark, email: `${mark}@x.org` } },
      { method: 'PATCH', path: `/customers/ext_${mark}`, body: { name: mark, clickId: 'k' } },
      {
        method: 'POST',
        path: '/track/click',
        body: { clickId: 'k', linkId: 'l', visitorId: mark, referrer: mark },
      },
      { method: 'POST', path: '/track/lead', body: { externalId: mark, metadata: { mark } } },
    ];
    // Stitched by the claim that the change brings.
    const unstitched: Repeat = {
      method: 'POST',
      path: '/track/custom',
      body: { clickId: 'k', eventName: 'Early', metadata: { mark } },
    };
    const all = [unstitched, ...requests];
    for (const request of all) {
      expect((await send(mark + request.path, request)).status).toBeLessThan(300);
    }
    await client.delete(`/customers/ext_${mark}`);
    const dump = await app.dataSource.query<{ row: string }[]>(
      'select row_to_json(a)::text as row from idempotent_answers a where workspace_id = $1',
      [client.workspace.id],
    );
    expect(dump.length).toBeGreaterThan(4);
    for (const { row } of dump) expect(row).not.toContain(mark);
    for (const request of all) {
      const answer = await send(mark + request.path, request);
      expect([request.path, answer.status]).toEqual([request.path, 404]);
    }
    expect((await client.get(`/customers/ext_${mark}`)).status).toBe(404);
    expect((await client.get('/customers/count')).body).toMatchObject({ data: { count: 0 } });
  });

  it('forgets the answer to a batch with any customer that it was about', async () => {
    const events = [
      { type: 'lead', externalId: 'ada' },
      { type: 'lead', externalId: 'bob' },
      { type: 'customer', externalId: 'ada', 'ada@example.com': 1 },
    ];
    const batch: Repeat = { method: 'POST', path: '/track/batch', body: { events } };
    const first = await send('key', batch);
    expect(first.text).toContain('ada@example.com');
    expect((await send('key', batch)).text).toBe(first.text);
    await client.delete('/customers/ext_ada');
    expect((await send('key', batch)).status).toBe(404);
    const kept = await app.dataSource.query<{ body: string | null }[]>(
      'select body from idempotent_answers where workspace_id = $1',
      [client.workspace.id],
    );
    expect(kept).toEqual([{ body: null }]);
  });

  it('answers 404 for a refusal whose customer has been deleted since', async () => {
    await client.post('/customers', { externalId: 'ada' });
    const sold: Repeat = { ...sale(), body: { externalId: 'ada', amount: 1, currency: 'EUR' } };
    expect((await send('key', sold)).status).toBe(422);
    expect((await send('key', sold)).status).toBe(422);
    await client.delete('/customers/ext_ada');
    expect((await send('key', sold)).status).toBe(404);
  });

  it('forgets after a day', async () => {
    await send('key', sale());
    await app.dataSource.query(
      `update idempotent_answers set created_at = created_at - interval '24 hours'`,
    );
    const again = await send('key', sale());
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect(await salesOf()).toBe(2);
  });
});
