import { customerIn, resultsIn } from '../support/answers.js';
import { TestApp, type Client } from '../support/start-app.js';

const MORE_THAN_A_TRANSACTION = 100;

describe('a batch that the database fails in the middle of', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start({ DATABASE_TIMEOUT_MS: '700' });
    client = await app.workspace();
  });

  afterAll(async () => {
    await app.stop();
  });

  /** Runs while somebody else holds the row of a customer. */
  async function whileLocked<T>(externalId: string, work: () => Promise<T>): Promise<T> {
    const runner = app.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select 1 from customers where external_id = $1 for update', [externalId]);
    try {
      return await work();
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  const lead = (externalId: string): object => ({ type: 'lead', externalId });

  it('says of each item whether it was stored', async () => {
    await client.post('/customers', { externalId: 'locked' });
    const free = Array.from({ length: MORE_THAN_A_TRANSACTION }, () => lead('free'));
    const answer = await whileLocked('locked', () =>
      client.post('/track/batch', { events: [...free, lead('locked'), { type: 'nonsense' }] }),
    );
    expect(answer.status).toBe(200);
    const results = resultsIn(answer);
    const created = results.filter(({ status }) => status === 'created').length;
    expect(customerIn(await client.get('/customers/ext_free')).leads).toBe(created);
    expect(results.at(MORE_THAN_A_TRANSACTION)).toMatchObject({
      status: 'error',
      error: { code: 'SERVICE_UNAVAILABLE' },
    });
    expect(results.at(-1)).toMatchObject({ error: { code: 'VALIDATION_ERROR' } });
  });

  it('is not tried again on its own when the connection breaks: it may have been stored', async () => {
    // A sequence counts also what is rolled back.
    await app.dataSource.query(`
      create sequence tries;
      create function break_connection() returns trigger language plpgsql as $$
      begin
        perform nextval('tries');
        perform pg_terminate_backend(pg_backend_pid());
        return new;
      end $$;
      create trigger break_connection before insert on conversions
        for each row when (new.event_name = 'Breaks') execute function break_connection()`);
    const events = [{ ...lead('free'), eventName: 'Breaks' }];
    expect((await client.post('/track/batch', { events })).status).toBe(503);
    const tries: { last_value: number }[] = await app.dataSource.query(
      'select last_value from tries',
    );
    expect(Number(tries[0]?.last_value)).toBe(1);
  });

  it('fails as a whole while nothing of it is stored', async () => {
    const answer = await whileLocked('locked', () =>
      client.post('/track/batch', { events: [lead('other'), lead('locked')] }),
    );
    expect(answer.status).toBe(503);
    expect((await client.get('/customers/ext_other')).status).toBe(404);
  });
});
