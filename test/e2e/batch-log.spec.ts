import { resultsIn } from '../support/answers.js';
import { TestApp } from '../support/start-app.js';

describe('an item of a batch that fails for a reason nobody expected', () => {
  const lines: Record<string, unknown>[] = [];
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ LOG_LEVEL: 'info' }, (line) => {
      lines.push(JSON.parse(line) as Record<string, unknown>);
    });
    await app.dataSource.query(`
      create function fail() returns trigger language plpgsql as $$
      begin
        raise exception 'nobody expected this';
      end $$;
      create trigger fail before insert on conversions
        for each row when (new.event_name = 'Fails') execute function fail()`);
  });

  afterAll(() => app.stop());

  it('has its reason in the log, under the id of the request', async () => {
    const client = await app.workspace();
    const answer = await client.post('/track/batch', {
      events: [
        { type: 'lead', externalId: 'a' },
        { type: 'lead', externalId: 'a', eventName: 'Fails' },
      ],
    });
    expect(resultsIn(answer)).toMatchObject([
      { status: 'created' },
      { status: 'error', error: { code: 'INTERNAL_ERROR' } },
    ]);
    expect(answer.text).not.toContain('expected');
    const requestId = answer.headers.get('x-request-id');
    const errors = lines.filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ requestId, err: { code: 'P0001' } }]);
  });
});
