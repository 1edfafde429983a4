import { Snapshots } from '@app/platform';
import type { BatchResultDto } from '@app/tracking';
import { randomUUID } from 'node:crypto';
import { times } from '../support/builders.js';
import {
  nestNatsClient,
  plainNatsClient,
  tcpClient,
  type Envelope,
  type MessageClient,
} from '../support/messages.js';
import { freePort } from '../support/run-service.js';
import { TestApp, type Client } from '../support/start-app.js';
import { describeWithServer } from '../support/with-server.js';

/** How the messages of a suite come by. */
interface Transport {
  environment: Record<string, string>;
  connect: () => MessageClient | Promise<MessageClient>;
}

describe('messages over TCP', () => {
  serveMessages(async () => {
    const url = `tcp://127.0.0.1:${String(await freePort())}`;
    return {
      environment: { MESSAGE_TRANSPORT: 'tcp', MESSAGE_URL: url },
      connect: () => tcpClient(url),
    };
  });
});

describeWithServer('nats-server', 'messages over NATS', (server) => {
  const environment = (): Record<string, string> => ({
    MESSAGE_TRANSPORT: 'nats',
    MESSAGE_URL: server.url,
  });

  describe('from a client of Nest', () => {
    serveMessages(() =>
      Promise.resolve({
        environment: environment(),
        connect: () => nestNatsClient(server.url),
      }),
    );
  });

  describe('from a plain client', () => {
    serveMessages(() =>
      Promise.resolve({
        environment: environment(),
        connect: () => plainNatsClient(server.url),
      }),
    );
  });
});

function serveMessages(transportOf: () => Promise<Transport>): void {
  let app: TestApp;
  let client: Client;
  let messages: MessageClient;
  const lines: string[] = [];

  beforeAll(async () => {
    const { environment, connect } = await transportOf();
    const settings = { ...environment, LOG_LEVEL: 'info', RATE_LIMIT_PRO: '5' };
    app = await TestApp.start(settings, (line) => lines.push(line));
    messages = await connect();
    await served();
  });

  afterAll(async () => {
    await messages.close();
    await app.stop();
  });

  beforeEach(async () => {
    client = await app.workspace();
  });

  /** A subscription takes a moment to be known to all. */
  async function served(): Promise<void> {
    for (;;) {
      const answer = await messages.send('customers.count', {}).catch(() => undefined);
      if (answer) return;
    }
  }

  const send = (pattern: string, payload: object = {}, key = client.key): Promise<Envelope> =>
    messages.send(pattern, { apiKey: key, ...payload });

  const codeOf = async (answer: Promise<Envelope>): Promise<string> => {
    const { success, error } = await answer;
    expect(success).toBe(false);
    expect(error.requestId).toBeTruthy();
    return error.code;
  };

  it('are answered like the same requests', async () => {
    const created = await send('customers.upsert', { params: { externalId: 'ada', name: 'Ada' } });
    expect(created).toMatchObject({ success: true, data: { externalId: 'ada', sales: 0 } });
    const sale = await send('track.sale', { params: { externalId: 'ada', amount: 5 } });
    expect(sale).toMatchObject({ data: { type: 'sale', duplicate: false } });
    const id = 'ext_ada';
    for (const [pattern, path] of [
      ['customers.get', '/customers/ext_ada'],
      ['customers.journey', '/customers/ext_ada/journey'],
      ['customers.attribution', '/customers/ext_ada/attribution'],
    ] as const) {
      expect(await send(pattern, { id })).toEqual((await client.get(path)).body);
    }
    for (const [pattern, path] of [
      ['customers.list', '/customers'],
      ['customers.count', '/customers/count'],
      ['customers.cohorts', '/customers/cohorts'],
      ['conversions.list', '/conversions'],
    ] as const) {
      expect(await send(pattern)).toEqual((await client.get(path)).body);
    }
    expect(await send('customers.delete', { id })).toMatchObject({ data: { deleted: true } });
    expect(await codeOf(send('customers.get', { id }))).toBe('NOT_FOUND');
  });

  it('take the parameters of a query as text, numbers and booleans', async () => {
    for (const externalId of ['a', 'b', 'c']) {
      await send('customers.upsert', { params: { externalId } });
    }
    const params = { limit: 2, page: '2', sortOrder: 'asc', search: '' };
    expect(await send('customers.list', { params })).toMatchObject({
      data: [{ externalId: 'c' }],
      pagination: { total: 3, page: 2 },
    });
    const journey = await send('customers.journey', { id: 'ext_a', params: { summary: true } });
    expect(journey).toMatchObject({ data: { summary: { touches: 0 } } });
  });

  it('pass the checks of section 3 in their order', async () => {
    const wrong = { id: 'ext_nobody', params: { nonsense: 1 } };
    expect(await codeOf(messages.send('customers.get', wrong))).toBe('UNAUTHORIZED');
    expect(await codeOf(messages.send('customers.get', 'text'))).toBe('UNAUTHORIZED');
    expect(await codeOf(send('customers.get', wrong, 'ck_wrong'))).toBe('INVALID_API_KEY');
    const starter = await app.workspace({ plan: 'starter' }, ['events:create']);
    expect(await codeOf(send('customers.get', wrong, starter.key))).toBe('FEATURE_NOT_AVAILABLE');
    const writer = await app.client(client.workspace, ['events:create']);
    expect(await codeOf(send('customers.get', wrong, writer.key))).toBe('FORBIDDEN');
    expect(await codeOf(send('customers.get', wrong))).toBe('VALIDATION_ERROR');
    expect(await codeOf(send('customers.get', { id: 'ext_nobody' }))).toBe('NOT_FOUND');
  });

  it.each([
    ['customers.upsert', { params: { externalId: 'a', nonsense: 1 } }, 'nonsense'],
    ['customers.upsert', { params: [] }, 'params'],
    ['customers.upsert', { params: { externalId: 'a\0' } }, 'externalId'],
    ['customers.upsert', { nonsense: 1, params: { externalId: 'a' } }, 'nonsense'],
    ['customers.upsert', { id: 'cus_1', params: { externalId: 'a' } }, 'id'],
    ['customers.upsert', { idempotencyKey: 7, params: { externalId: 'a' } }, 'idempotencyKey'],
    ['customers.get', {}, 'id'],
    ['customers.get', { id: 7 }, 'id'],
    ['customers.list', { params: { limit: null } }, 'limit'],
    ['customers.list', { params: { page: '' } }, 'page'],
    ['customers.cohorts', { noCache: 'yes' }, 'noCache'],
    ['track.sale', { params: { externalId: 'a', amount: '5' } }, 'amount'],
  ])('refuse what is not valid: %s %j', async (pattern, payload, path) => {
    const { success, error } = await send(pattern, payload);
    expect([success, error.code, error.details?.[0]?.path]).toEqual([
      false,
      'VALIDATION_ERROR',
      path,
    ]);
  });

  it('refuse what is nested too deeply', async () => {
    const deep = JSON.parse('{"a":'.repeat(40) + '1' + '}'.repeat(40)) as object;
    const nested = { params: { externalId: 'a', metadata: deep } };
    expect(await codeOf(send('customers.upsert', nested))).toBe('VALIDATION_ERROR');
  });

  it('count towards the rate of the workspace', async () => {
    const limited = await app.workspace({ plan: 'pro' });
    const answers = await Promise.all(times(20, () => send('customers.count', {}, limited.key)));
    const refused = answers.filter(({ success }) => !success);
    expect(refused.length).toBeGreaterThan(5);
    expect(new Set(refused.map(({ error }) => error.code))).toEqual(new Set(['RATE_LIMITED']));
  });

  it('share their snapshots with the requests, and compute afresh when asked to', async () => {
    const snapshots = app.nest.get(Snapshots);
    await client.get('/customers/cohorts?group_by=month');
    const { hits, misses } = snapshots;
    await send('customers.cohorts', { params: { group_by: 'month' } });
    expect([snapshots.hits, snapshots.misses]).toEqual([hits + 1, misses]);
    await send('customers.upsert', { params: { externalId: 'new' } });
    const stale = await send('customers.cohorts', { params: { group_by: 'month' } });
    const params = { group_by: 'month' };
    const fresh = await send('customers.cohorts', { params, noCache: true });
    expect(stale).toMatchObject({ data: { totals: { customers: 0 } } });
    expect(fresh).toMatchObject({ data: { totals: { customers: 1 } } });
  });

  it('repeat the first answer to an idempotencyKey, also of a request', async () => {
    const idempotencyKey = randomUUID();
    const params = { externalId: 'ada', amount: 5 };
    const first = await send('track.sale', { params, idempotencyKey });
    const second = await send('track.sale', { params, idempotencyKey });
    const third = await client.post('/track/sale', params, {
      headers: { 'idempotency-key': idempotencyKey },
    });
    expect(second).toEqual(first);
    expect(third.body).toEqual(first);
    expect(third.headers.get('idempotent-replayed')).toBe('true');
    const other = { params: { ...params, amount: 6 }, idempotencyKey };
    expect(await codeOf(send('track.sale', other))).toBe('IDEMPOTENCY_CONFLICT');
    expect(await send('customers.get', { id: 'ext_ada' })).toMatchObject({ data: { sales: 1 } });
  });

  it('carry their requestId into errors and the log, or get one', async () => {
    const requestId = randomUUID();
    const { error } = await send('customers.get', { id: 'ext_nobody', requestId });
    expect(error.requestId).toBe(requestId);
    const line = lines.find((text) => text.includes(requestId));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      requestId,
      route: 'customers.get',
      status: 404,
      workspace: client.workspace.id,
    });
    const unusable = await send('customers.get', { id: 'ext_nobody', requestId: 'with space' });
    expect(unusable.error.requestId).toMatch(/^req_/);
  });

  it('never say more of a fault than a request does', async () => {
    await app.dataSource.query(`
      create or replace function fail_click() returns trigger language plpgsql as $$
      begin raise exception 'secret'; end $$;
      create trigger fail_click before insert on clicks
        for each row when (new.click_id = 'fails') execute function fail_click()`);
    const answer = await send('track.click', { params: { clickId: 'fails', linkId: 'l' } });
    await app.dataSource.query('drop trigger fail_click on clicks');
    expect(answer.error.code).toBe('INTERNAL_ERROR');
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('apply a batch', async () => {
    const events = times(300, (i) => ({ type: 'lead', externalId: `c-${String(i % 7)}` }));
    const { data } = await send('track.batch', { params: { events } });
    expect((data as BatchResultDto).results).toHaveLength(300);
    expect(await send('customers.count')).toMatchObject({ data: { count: 7 } });
  });
}
