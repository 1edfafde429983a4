import { errorCode } from '../support/answers.js';
import { aSale } from '../support/builders.js';
import { TestApp, type Client } from '../support/start-app.js';

const QUESTIONS = [
  '/customers/cohorts',
  '/customers/ltv-cohorts',
  '/customers/ext_a/journey',
  '/customers/ext_a/journey?summary=true',
  '/customers/ext_a/attribution',
];

describe.each([
  ['is not configured', { ANALYTICS_BACKEND: 'none' }],
  ['is too slow', { ANALYTICS_TIMEOUT_MS: '1' }],
])('an analytics backend that %s', (_how, environment) => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start(environment);
    client = await app.workspace();
    await client.post('/track/sale', aSale({ externalId: 'a', orderId: 'o' }));
    if ('ANALYTICS_TIMEOUT_MS' in environment) {
      // Nobody answers in a millisecond while the table is locked.
      await app.dataSource.query('create table slow as select 1');
    }
  });

  afterAll(async () => {
    await app.stop();
  });

  const withLockedCustomers = async (work: () => Promise<void>): Promise<void> => {
    const runner = app.dataSource.createQueryRunner();
    await runner.query('begin; lock table touches, conversions, clicks in access exclusive mode');
    try {
      await work();
    } finally {
      await runner.query('rollback');
      await runner.release();
    }
  };

  it.each(QUESTIONS)('makes its routes answer 503: %s', async (path) => {
    await withLockedCustomers(async () => {
      const found = path.includes('ext_a') ? path.replace('ext_a', 'ext_none') : path;
      expect(found === path || (await client.get(found)).status === 404).toBe(true);
      const locked = path.includes('ltv') || path.includes('ext_a') || path.includes('cohorts');
      const answer = await client.get(path);
      expect([locked, errorCode(answer)]).toEqual([true, '503 SERVICE_UNAVAILABLE']);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(answer.headers.get('x-cache')).toBeNull();
    });
  });

  it('leaves the rest of the API alone', async () => {
    for (const path of ['/customers', '/customers/count', '/customers/ext_a', '/conversions']) {
      expect((await client.get(path)).status).toBe(200);
    }
    expect((await client.post('/track/sale', aSale({ externalId: 'a' }))).status).toBe(201);
    expect((await client.post('/track/refund', { orderId: 'o' })).status).toBe(200);
    expect((await client.get('/readyz')).status).toBe(200);
    expect((await client.delete('/customers/ext_a')).status).toBe(200);
  });
});
