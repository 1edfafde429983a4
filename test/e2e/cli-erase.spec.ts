import { conversionIn, customerIn } from '../support/answers.js';
import { aClick, aCustom, aLead, aSale } from '../support/builders.js';
import { dumpOf, found } from '../support/dump.js';
import { expectHealthy } from '../support/expect-healthy.js';
import { runCli, type CliResult } from '../support/run-cli.js';
import { TestApp, type Client } from '../support/start-app.js';

describe('erase', () => {
  const metadata = { note: 'markmeta' };
  const email = 'markmail@example.com';
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  beforeEach(async () => {
    client = await app.workspace();
  });

  afterAll(() => app.stop());

  const erase = (...args: string[]): Promise<CliResult> =>
    runCli(app, ['erase', '--workspace', client.workspace.slug, ...args]);

  interface Erasure {
    customers: string[];
    erased: Record<string, number>;
  }

  const json = async (...args: string[]): Promise<Erasure> =>
    JSON.parse((await erase(...args, '--json')).stdout) as Erasure;

  it('takes identity and metadata from conversions that have found nobody', async () => {
    const headers = { 'idempotency-key': 'markkey' };
    const lonely = 'markfirst@example.com';
    const lead = aLead({ email: lonely, name: 'markname', clickId: 'to-come', metadata });
    const kept = conversionIn(await client.post('/track/lead', lead, { headers }));
    await client.post('/track/custom', aCustom({ email: lonely.toUpperCase(), metadata }));
    const other = conversionIn(await client.post('/track/lead', aLead({ email: 'b@example.com' })));
    expect(await json('--email', ' MarkFirst@example.com ')).toEqual({
      customers: [],
      erased: { conversions: 2, idempotent_answers: 1 },
    });
    const dump = await dumpOf(app.dataSource);
    expect(found(dump, ['markfirst', 'markname', 'markmeta', 'markkey'])).toEqual([]);
    expect(found(dump, ['b@example.com'])).toEqual(['conversions: b@example.com']);
    const answer = await client.get(`/conversions/${kept.id}`);
    expect(conversionIn(answer)).toMatchObject({ orderId: lead['orderId'], customerId: null });
    await client.post('/customers', { externalId: 'late', email: lonely });
    const late = customerIn(await client.get('/customers/ext_late'));
    expect(late.leads).toBe(0);
    expect(other.customerId).toBeNull();
    await expectHealthy(app, client.workspace);
  });

  it('deletes every live customer with that email, and says what it erased where', async () => {
    const ids: string[] = [];
    for (const externalId of ['one', 'two']) {
      const click = aClick({ visitorId: `markvisitor${externalId}` });
      await client.post('/track/click', click);
      const upsert = { externalId, email, metadata, clickId: click['clickId'] };
      ids.push(customerIn(await client.post('/customers', upsert)).id);
    }
    await client.post('/track/sale', aSale({ externalId: 'one', amount: 700, metadata }));
    await client.post('/customers', { externalId: 'three', email: 'three@example.com' });
    const { stdout, exitCode } = await erase('--email', email);
    expect([exitCode, stdout]).toEqual([
      0,
      `Deleted 2 customers.\n  ${ids.join('\n  ')}\nRows that were changed or removed:
  customers: 2\n  clicks: 2\n  conversions: 1\n  idempotent_answers: 0\n  claims: 2
  customer_visitors: 2\n  pending_touches: 0`,
    ]);
    const dump = await dumpOf(app.dataSource);
    expect(found(dump, ['markmail', 'markmeta', 'markvisitor'])).toEqual([]);
    const cohorts = await client.get('/customers/cohorts');
    expect(cohorts.body).toMatchObject({ data: { totals: { customers: 3, revenue: 700 } } });
    expect(await json('--email', email)).toMatchObject({ customers: [] });
    await expectHealthy(app, client.workspace);
  });

  it('finds a customer by its externalId, and of its own workspace only', async () => {
    const stranger = await app.workspace();
    await stranger.post('/customers', { externalId: 'same' });
    const { id } = customerIn(await client.post('/customers', { externalId: 'same' }));
    expect((await json('--external-id', 'same')).customers).toEqual([id]);
    expect((await client.get('/customers/ext_same')).status).toBe(404);
    expect((await stranger.get('/customers/ext_same')).status).toBe(200);
  });

  it('says in one line what is missing', async () => {
    expect(await erase()).toMatchObject({
      exitCode: 1,
      stderr: 'error: Give --email or --external-id.',
    });
    const { exitCode } = await runCli(app, ['erase', '--workspace', 'none', '--email', email]);
    expect(exitCode).toBe(1);
  });
});
