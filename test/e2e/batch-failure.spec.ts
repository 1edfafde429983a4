import { laneOf } from '@app/analytics';
import { setTimeout as sleep } from 'node:timers/promises';
import { times } from '../support/builders.js';
import { customerIn } from '../support/answers.js';
import { TestApp, type Client } from '../support/start-app.js';

const OF_A_TRANSACTION = 1_000;

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
    // The server ends a transaction in which nothing happens.
    const awake = setInterval(() => void runner.query('select 1'), 300);
    try {
      return await work();
    } finally {
      clearInterval(awake);
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  const lead = (externalId: string): object => ({ type: 'lead', externalId });

  /** Runs what `begin` sends in one transaction as far as it goes, behind a write that waits. */
  async function queued<T>(begin: () => Promise<T>): Promise<T> {
    const runner = app.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select pg_advisory_xact_lock($1, -1)', [laneOf(client.workspace.id)]);
    const first = client.post('/track/lead', { externalId: 'first' });
    await sleep(100);
    const answer = begin();
    await sleep(200);
    await runner.rollbackTransaction();
    await runner.release();
    await first;
    return answer;
  }

  it('leaves nothing of it, and all of the batch that came with it', async () => {
    await client.post('/customers', { externalId: 'locked' });
    const free = (length: number): object[] => times(length, () => lead('free'));
    const [other, failed] = await whileLocked('locked', () =>
      queued(() =>
        Promise.all([
          client.post('/track/batch', { events: free(OF_A_TRANSACTION - 100) }),
          client.post('/track/batch', {
            events: [...free(100), lead('locked'), { type: 'nonsense' }],
          }),
        ]),
      ).then(async (answers) => {
        // Its caller is answered in time; what it waits for in the database takes as long again.
        await sleep(2_000);
        return answers;
      }),
    );
    expect([other.status, failed.status]).toEqual([200, 503]);
    expect(failed.headers.get('retry-after')).toBe('1');
    expect(customerIn(await client.get('/customers/ext_free')).leads).toBe(OF_A_TRANSACTION - 100);
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
