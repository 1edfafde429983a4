import { errorCode } from '../support/answers.js';
import { aSale } from '../support/builders.js';
import { TestApp, type Client } from '../support/start-app.js';

const QUESTIONS = [
  '/customers/cohorts?periods=1',
  '/customers/ltv-cohorts',
  '/customers/ext_a/journey',
  '/customers/ext_a/journey?summary=true',
  '/customers/ext_a/attribution',
];

/** What every question reads, and no look-up of a customer. */
const LOCK = 'begin; lock table touches, conversions, cohort_cells in access exclusive mode';

describe.each([
  ['is not configured', { ANALYTICS_BACKEND: 'none' }, 'begin'],
  ['is too slow', { ANALYTICS_TIMEOUT_MS: '150' }, LOCK],
])('an analytics backend that %s', (_how, environment: Record<string, string>, lock) => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start(environment);
    client = await app.workspace();
    await client.post('/track/sale', aSale({ externalId: 'a', orderId: 'o' }));
  });

  afterAll(async () => {
    await app.stop();
  });

  it.each(QUESTIONS)('makes its routes answer 503: %s', async (path) => {
    const runner = app.dataSource.createQueryRunner();
    await runner.query(lock);
    try {
      const answer = await client.get(path);
      expect(errorCode(answer)).toBe('503 SERVICE_UNAVAILABLE');
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(answer.headers.get('x-cache')).toBeNull();
      const none = await client.get(path.replace('ext_a', 'ext_none'));
      expect(none.status).toBe(path.includes('ext_a') ? 404 : 503);
    } finally {
      await runner.query('rollback');
      await runner.release();
    }
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
