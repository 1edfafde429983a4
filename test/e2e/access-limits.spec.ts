import { CreateKey, RevokeKey } from '@app/workspaces';
import { errorCode } from '../support/answers.js';
import { times } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

const LIMIT = 20;

describe('the rate of a workspace', () => {
  let app: TestApp;
  let starter: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    starter = await app.workspace({ plan: 'starter' });
  });

  afterAll(async () => {
    await app.stop();
  });

  /** Runs work within one second, again when that one ended before it. */
  const inOneSecond = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 1_000 - (Date.now() % 1_000)));
      const second = Math.floor(Date.now() / 1_000);
      const result = await work();
      if (Math.floor(Date.now() / 1_000) === second) return result;
    }
  };

  const burst = (by: Client, count: number): Promise<Answer[]> =>
    inOneSecond(() => Promise.all(times(count, () => by.get('/customers/count'))));

  it('is 20 a second on starter, and is told in headers', async () => {
    const other = await app.client(starter.workspace);
    const answers = await burst(starter, LIMIT);
    const codes = new Set(answers.map(errorCode));
    expect([...codes]).toEqual(['403 FEATURE_NOT_AVAILABLE']);
    const left = answers.map(({ headers }) => /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    expect(new Set(left).size).toBe(LIMIT);
    for (const { headers } of answers) {
      expect(headers.get('ratelimit')).toMatch(/^"second";r=\d+;t=1$/);
      expect(headers.get('ratelimit-policy')).toBe(`"second";q=${String(LIMIT)};w=1`);
    }
    const over = (await burst(other, LIMIT + 5)).filter(({ status }) => status === 429);
    expect(over).toHaveLength(5);
    for (const answer of over) {
      expect(errorCode(answer)).toBe('429 RATE_LIMITED');
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(answer.headers.get('ratelimit')).toBe('"second";r=0;t=1');
    }
  });

  it('is of the workspace, whatever its keys, and of no other', async () => {
    const second = await app.client(starter.workspace);
    const foreign = await app.workspace({ plan: 'starter' });
    const [mixed, others] = await inOneSecond(() =>
      Promise.all([
        Promise.all(times(30, (i) => (i % 2 ? starter : second).get('/customers/count'))),
        Promise.all(times(5, () => foreign.get('/customers/count'))),
      ]),
    );
    expect(mixed.filter(({ status }) => status === 429)).toHaveLength(10);
    expect(others.filter(({ status }) => status === 429)).toHaveLength(0);
  });

  it('is unlimited on enterprise, without headers', async () => {
    const client = await app.workspace();
    const answers = await Promise.all(times(100, () => client.get('/customers/count')));
    expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
    expect(answers[0]?.headers.get('ratelimit')).toBeNull();
  });

  it('is 1,000 on pro', async () => {
    const pro = await app.workspace({ plan: 'pro' });
    const answer = await pro.get('/customers/count');
    expect(answer.headers.get('ratelimit-policy')).toBe('"second";q=1000;w=1');
  });

  it('comes behind the key and before the body', async () => {
    const answers = await burst(starter, LIMIT + 1);
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    const wrong = await starter.get('/customers/count', { key: 'wrong' });
    expect(errorCode(wrong)).toBe('401 INVALID_API_KEY');
  });
});

describe('an address that sends wrong keys', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ WRONG_KEYS_PER_MINUTE: '5' });
  });

  afterAll(async () => {
    await app.stop();
  });

  it('is refused after some of them, with a right key too, for the rest of the minute', async () => {
    const client = await app.workspace();
    const revoked = await app.commands.execute(new CreateKey(client.workspace.slug));
    await app.commands.execute(new RevokeKey(revoked.key.id));
    // A minute may end while the keys are sent: then they are sent again.
    let answers: Answer[];
    do {
      answers = [];
      for (let i = 0; i < 6; i += 1) {
        answers.push(await client.get('/customers/count', { key: `wrong-${String(i)}` }));
      }
    } while (answers.at(-1)?.status !== 429);
    expect(answers.slice(0, 1).map(errorCode)).toEqual(['401 INVALID_API_KEY']);
    const right = await client.get('/customers/count');
    expect(errorCode(right)).toBe('429 RATE_LIMITED');
    const seconds = Number(right.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    const none = await client.get('/customers/count', { key: '' });
    expect(errorCode(none)).toBe('429 RATE_LIMITED');
    expect(errorCode(await client.get('/nowhere'))).toBe('404 NOT_FOUND');
    expect((await client.get('/livez')).status).toBe(200);
  });
});
