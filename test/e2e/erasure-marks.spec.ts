import { setTimeout as sleep } from 'node:timers/promises';
import { BoundedStore } from '../../libs/platform/src/cache/bounded-store.js';
import { errorCode, resultsIn } from '../support/answers.js';
import { times } from '../support/builders.js';
import { dumpOf } from '../support/dump.js';
import { expectHealthy } from '../support/expect-healthy.js';
import { RunningService, build, freePort } from '../support/run-service.js';
import { Client, TestApp } from '../support/start-app.js';

const CUSTOMERS = 200;
const MARK = /mk\d+x[a-z]+/gi;
const WITHIN_MS = 60_000;
const QUESTIONS = [
  '/customers/cohorts?group_by=month',
  '/customers/cohorts?group_by=campaign',
  '/customers/ltv-cohorts?months=24&asOf=2026-11-01',
];

/** A person whose every field that says who it is has a mark that is nowhere else. */
function personOf(i: number): Person {
  const mark = (field: string): string => `mk${String(i)}x${field}`;
  const identity = {
    externalId: mark('external'),
    email: `${mark('mail')}@example.com`,
    name: `Ada ${mark('name')}`,
    avatar: `https://${mark('avatar')}.test/`,
    country: 'IS',
  };
  const metadata = { [mark('key')]: mark('value') };
  const clickId = `click-${String(i)}`;
  const occurredAt = `2026-0${String(1 + (i % 9))}-03T10:00:00Z`;
  const campaignId = `campaign-${String(i % 4)}`;
  const about = { ...identity, metadata, occurredAt };
  const orderId = `order-${String(i)}`;
  const events = [
    {
      type: 'click',
      clickId,
      campaignId,
      linkId: 'link',
      visitorId: mark('visitor'),
      referrer: `https://${mark('referrer')}.test/`,
      country: 'IS',
      occurredAt,
    },
    { type: 'lead', ...about, orderId, clickId },
    { type: 'sale', ...about, orderId, amount: 1_000 + i * 7, currency: 'USD' },
    { type: 'custom', ...about, orderId, eventName: 'Demo booked' },
  ];
  return { mark, identity, metadata, clickId, events };
}

interface Person {
  mark: (field: string) => string;
  identity: Record<string, string>;
  metadata: object;
  clickId: string;
  events: Record<string, unknown>[];
}

/** Tells the service all there is of a person, in order and not, and asks what is kept in memory. */
async function leaveMarks(client: Client, person: Person, other: string): Promise<void> {
  const { mark, identity, metadata, clickId, events } = person;
  const underKey = (name: string): object => ({ headers: { 'idempotency-key': mark(name) } });
  for (const { type, ...event } of events) {
    const path = `/track/${String(type)}`;
    expect((await client.post(path, event, underKey(`${String(type)}key`))).status).toBe(201);
  }
  const ref = `/customers/ext_${String(identity['externalId'])}`;
  const upsert = { ...identity, clickId, metadata };
  await client.post('/customers', upsert, underKey('upsertkey'));
  const patch = { clickId: `to come ${clickId}`, name: `Ada ${mark('later')}` };
  await client.call('PATCH', ref, { body: patch, ...underKey('patchkey') });
  await client.post('/track/batch', { events }, underKey('batchkey'));
  await client.post(`${ref}/recalculate-ltv`, undefined, underKey('recalculatekey'));
  // What goes wrong, with the same values in it.
  await client.post('/customers', { ...upsert, [mark('field')]: 1 }, underKey('wrongkey'));
  await client.post('/track/sale', { ...identity, amount: mark('amount') });
  await client.post('/track/batch', { events: [{ type: mark('type'), ...identity }] });
  const half = [
    { type: 'refund', orderId: mark('order') },
    { ...events[2], currency: 'XAU' },
  ];
  await client.post('/track/batch', { events: half }, underKey('halfkey'));
  await client.call('POST', '/customers', { raw: `{"name": "${mark('json')}` });
  await client.get(`${ref}?${mark('query')}=${mark('value')}`);
  await client.get(`/customers?search=${mark('name')}`);
  await client.get(`/${mark('path')}/${mark('path')}`);
  await client.get('/customers', { key: mark('secret') });
  const taken = { externalId: identity['externalId'] };
  await client.call('PATCH', `/customers/ext_${other}`, { body: taken, ...underKey('taken') });
  for (const question of ['journey', 'journey?summary=true', 'attribution']) {
    expect((await client.get(`${ref}/${question}`)).status).toBe(200);
  }
}

describe('two hundred customers who are erased, with a crash on the way', () => {
  const people = times(CUSTOMERS, personOf);
  const log: string[] = [];
  const services: RunningService[] = [];
  let app: TestApp;
  let client: Client;
  let port: string;
  let metricsPort: string;
  let totals: unknown[];

  const start = async (): Promise<Client> => {
    const service = new RunningService({
      PORT: port,
      METRICS_PORT: metricsPort,
      DATABASE_URL: app.databaseUrl,
      LOG_LEVEL: 'trace',
    });
    services.push(service);
    await service.says('is ready');
    return new Client(`http://127.0.0.1:${port}`, client.key, client.workspace);
  };

  const totalsNow = async (): Promise<unknown[]> => {
    const fresh = { headers: { 'cache-control': 'no-cache' } };
    const answers: unknown[] = [];
    for (const question of QUESTIONS) answers.push((await client.get(question, fresh)).body);
    const list = await client.get('/conversions?limit=1');
    return [...answers, (list.body as { pagination: { total: number } }).pagination.total];
  };

  /** Where marks are: in tables, in the metrics, in memory and in all log lines, also of the dead. */
  const leaks = async (): Promise<string[]> => {
    const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    const store: unknown = app.nest.get(BoundedStore);
    const { entries } = store as { entries: Map<string, { value: { bytes: Buffer } }> };
    const inMemory = [...entries.entries()].map(([key, { value }]) => key + String(value.bytes));
    const places = new Map([
      ...(await dumpOf(app.dataSource)),
      ['metrics', await metrics.text()],
      ['memory', inMemory.join('\n')],
      ['log', log.join('\n')],
      ...services.map(({ out, err }, i) => [`output ${String(i)}`, out + err] as const),
    ]);
    return [...places].flatMap(([place, text]) => {
      const found = new Set((text.match(MARK) ?? []).map((mark) => mark.replace(/\d+/, '')));
      return [...found].map((mark) => `${place}: ${mark}`);
    });
  };

  const noLeaks = async (): Promise<void> => {
    const deadline = Date.now() + WITHIN_MS;
    while ((await leaks()).length > 0 && Date.now() < deadline) await sleep(1_000);
    expect(await leaks()).toEqual([]);
  };

  beforeAll(async () => {
    build();
    app = await TestApp.start({ LOG_LEVEL: 'trace' }, (line) => log.push(line));
    client = await app.workspace();
    [port, metricsPort] = [String(await freePort()), String(await freePort())];
    const remote = await start();
    const other = 'nobody in particular';
    await client.post('/customers', { externalId: other });
    const inTurn = people.values();
    await Promise.all(
      times(8, async (worker) => {
        for (const person of inTurn) {
          await leaveMarks(worker % 2 === 0 ? client : remote, person, other);
        }
      }),
    );
    totals = await totalsNow();
    // They are there to be found.
    const before = (await leaks()).map((leak) => leak.split(':')[0]);
    expect(before).toEqual(
      expect.arrayContaining([
        'customers',
        'conversions',
        'clicks',
        'idempotent_answers',
        'memory',
      ]),
    );
  }, 180_000);

  afterAll(async () => {
    for (const service of services) service.kill('SIGKILL');
    await app.stop();
  });

  it('leave no mark anywhere, and every total as it was', async () => {
    const refOf = ({ identity }: Person): string =>
      `/customers/ext_${String(identity['externalId'])}`;
    const [first] = services;
    let remote = new Client(`http://127.0.0.1:${port}`, client.key, client.workspace);
    let deleted = 0;
    const inTurn = people.slice(0, 150).values();
    await Promise.all(
      times(8, async () => {
        for (const person of inTurn) {
          const answer = await remote.delete(refOf(person)).catch(() => undefined);
          if (answer?.status === 200) deleted += 1;
          if (deleted === 60) first?.kill('SIGKILL');
        }
      }),
    );
    await first?.exitCode();
    expect(deleted).toBeLessThan(150);
    expect(await totalsNow()).toEqual(totals);
    await expectHealthy(app, client.workspace);

    remote = await start();
    const statuses = new Set<string>();
    for (const [i, person] of people.entries()) {
      statuses.add(errorCode(await (i % 2 ? client : remote).delete(refOf(person))));
    }
    expect([...statuses].sort()).toEqual(['200', '404 NOT_FOUND']);
    await noLeaks();
    expect(await totalsNow()).toEqual(totals);
    await expectHealthy(app, client.workspace);
  }, 180_000);

  it('are not brought back by their events, sent once more', async () => {
    for (const { events, mark } of people) {
      const answer = await client.post('/track/batch', { events });
      expect(resultsIn(answer).map(({ status }) => status)).toEqual(times(4, () => 'duplicate'));
      const { type, ...sale } = events[2] ?? {};
      const headers = { 'idempotency-key': mark('again') };
      const again = await client.post(`/track/${String(type)}`, sale, { headers });
      expect(again.body).toMatchObject({ data: { duplicate: true } });
      const repeated = { headers: { 'idempotency-key': mark('salekey') } };
      expect(errorCode(await client.post('/track/sale', sale, repeated))).toBe('404 NOT_FOUND');
    }
    await noLeaks();
    expect(await totalsNow()).toEqual(totals);
    await expectHealthy(app, client.workspace);
  }, 120_000);

  it('are each a line of the log and of the audit log, with counts and no names', async () => {
    const lines = [...log, ...services.flatMap(({ out }) => out.split('\n'))]
      .filter((line) => line.includes('A customer is erased.'))
      .map((line) => JSON.parse(line) as { customer: string; erased: object });
    const entries: { subject: string; actor: string; request_id: string; details: object }[] =
      await app.dataSource.query(
        `select * from audit_entries where workspace_id = $1 and action = 'customer.deleted'`,
        [client.workspace.id],
      );
    expect(new Set(entries.map(({ subject }) => subject)).size).toBe(CUSTOMERS);
    expect(entries.every(({ actor }) => actor.startsWith('key_'))).toBe(true);
    expect(entries.every(({ request_id: id }) => id.startsWith('req_'))).toBe(true);
    const counts = { customers: 1, conversions: 3, clicks: 1, claims: 2, customer_visitors: 1 };
    for (const { details } of entries) expect(details).toMatchObject(counts);
    const byCustomer = new Map(entries.map(({ subject, details }) => [subject, details]));
    // kill -9 costs the lines of its last moment, and no entry.
    expect(lines.length).toBeGreaterThan(CUSTOMERS - 60);
    for (const { customer, erased } of lines) expect(erased).toEqual(byCustomer.get(customer));
  });
});
