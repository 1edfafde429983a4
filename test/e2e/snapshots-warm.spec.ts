import { ChangeTimezone } from '@app/customers';
import { CreateKey, RevokeKey, UpdateWorkspace } from '@app/workspaces';
import { errorCode, ifNoneMatch } from '../support/answers.js';
import { aSale, times } from '../support/builders.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

const COHORTS = '/customers/cohorts?group_by=month';
const cacheOf = ({ headers }: Answer): string | null => headers.get('x-cache');

describe('a snapshot that is warm', () => {
  let app: TestApp;
  let client: Client;
  const lines: Record<string, unknown>[] = [];

  beforeAll(async () => {
    const environment = { LOG_LEVEL: 'info', WRONG_KEYS_PER_MINUTE: '5', RATE_LIMIT_PRO: '10' };
    app = await TestApp.start(environment, (line) => {
      lines.push(JSON.parse(line) as Record<string, unknown>);
    });
  });

  beforeEach(async () => {
    client = await app.workspace();
    await client.post('/track/sale', aSale({ externalId: 'a' }));
    await client.get(COHORTS);
    expect(cacheOf(await client.get(COHORTS))).toBe('HIT');
  });

  afterAll(() => app.stop());

  /** Keys and settings are remembered for 5 seconds. */
  async function once(isTrue: (answer: Answer) => boolean): Promise<Answer> {
    for (const end = Date.now() + 8_000; Date.now() < end;) {
      const answer = await client.get(COHORTS);
      if (isTrue(answer)) return answer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('It has not become true');
  }

  it('has the headers and the line in the log of any other answer', async () => {
    const id = { 'x-request-id': 'my-"id"' };
    const fresh = await client.get(COHORTS, { headers: { ...id, 'cache-control': 'no-cache' } });
    const warm = await client.get(COHORTS, { headers: id });
    expect([cacheOf(fresh), cacheOf(warm)]).toEqual(['MISS', 'HIT']);
    const namesOf = ({ headers }: Answer): string[] => [...headers.keys()].sort();
    expect(namesOf(warm)).toEqual(namesOf(fresh));
    expect(warm.headers.get('x-request-id')).toBe('my-"id"');
    const [line, other] = lines.slice(-2);
    expect(line).toEqual({
      ...other,
      time: expect.any(String) as string,
      durationMs: expect.any(Number) as number,
    });
    expect(line).toMatchObject({ route: '/customers/cohorts', workspace: client.workspace.id });
  });

  it('is told to a HEAD and to a tag as before', async () => {
    const head = await client.call('HEAD', COHORTS);
    expect([head.status, head.text, cacheOf(head)]).toEqual([200, '', 'HIT']);
    const etag = head.headers.get('etag') ?? '';
    const known = await client.get(COHORTS, { headers: ifNoneMatch(etag) });
    expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', etag]);
  });

  it('is no answer for another workspace, scope or missing key', async () => {
    const foreign = await app.workspace();
    const answer = await foreign.get(COHORTS);
    expect([cacheOf(answer), answer.text.includes('"customers":1')]).toEqual(['MISS', false]);
    const poor = await app.client(client.workspace, ['analytics:read']);
    expect(errorCode(await poor.get(COHORTS))).toBe('403 FORBIDDEN');
    expect(errorCode(await client.get(COHORTS, { key: '' }))).toBe('401 UNAUTHORIZED');
    expect(errorCode(await client.get(`${COHORTS}&group_by=week`))).toBe('400 VALIDATION_ERROR');
    const other = await app.client(client.workspace, ['links:read']);
    expect(cacheOf(await other.get(COHORTS))).toBe('HIT');
    const bearer = { authorization: `Bearer ${other.key}` };
    expect(cacheOf(await client.get(COHORTS, { key: '', headers: bearer }))).toBe('HIT');
  });

  it('is refused once the plan no longer includes it', async () => {
    const { slug } = client.workspace;
    await app.commands.execute(new UpdateWorkspace(slug, { plan: 'starter' }));
    const refused = await once(({ status }) => status !== 200);
    expect(errorCode(refused)).toBe('403 FEATURE_NOT_AVAILABLE');
    expect(errorCode(await client.get(COHORTS))).toBe('403 FEATURE_NOT_AVAILABLE');
  });

  it('is not the answer in another time zone', async () => {
    const { slug } = client.workspace;
    await app.commands.execute(new ChangeTimezone(slug, 'Asia/Tokyo'));
    const moved = await once((answer) => cacheOf(answer) === 'MISS');
    expect(moved.text).toContain('"timezone":"Asia/Tokyo"');
    const next = await client.get(COHORTS);
    expect([cacheOf(next), next.text]).toEqual(['HIT', moved.text]);
  });

  it('is refused to a key that has been revoked', async () => {
    const { key, secret } = await app.commands.execute(new CreateKey(client.workspace.slug));
    expect(cacheOf(await client.get(COHORTS, { key: secret }))).toBe('HIT');
    await app.commands.execute(new RevokeKey(key.id));
    for (const end = Date.now() + 8_000; Date.now() < end;) {
      const answer = await client.get(COHORTS, { key: secret });
      if (answer.status !== 200) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const refused = await client.get(COHORTS, { key: secret });
    expect(errorCode(refused)).toBe('401 INVALID_API_KEY');
  });

  it('counts against the rate, and tells what is left', async () => {
    const pro = await app.workspace({ plan: 'pro' });
    await pro.get(COHORTS);
    await new Promise((resolve) => setTimeout(resolve, 1_000 - (Date.now() % 1_000)));
    const answers = await Promise.all(times(25, () => pro.get(COHORTS)));
    const warm = answers.filter((answer) => cacheOf(answer) === 'HIT');
    const over = answers.filter(({ status }) => status === 429);
    // A second may end in between.
    expect([10, 20]).toContain(warm.length);
    expect(over.length).toBe(25 - warm.length);
    const left = warm.map(({ headers }) => headers.get('ratelimit'));
    expect(new Set(left).size).toBe(10);
    expect(left).toContain('"second";r=0;t=1');
  });

  it('is refused to an address that sends wrong keys', async () => {
    let answer = await client.get(COHORTS);
    for (let i = 0; i < 12 && answer.status === 200; i += 1) {
      await client.get(COHORTS, { key: `wrong-${String(i)}` });
      answer = await client.get(COHORTS);
    }
    expect(errorCode(answer)).toBe('429 RATE_LIMITED');
  });
});
