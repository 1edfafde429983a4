import { paginationIn } from '../support/answers.js';
import { aClick, aSale, times } from '../support/builders.js';
import { TestApp, type Client } from '../support/start-app.js';

describe('a cursor', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start({ SNAPSHOT_TTL_MS: '0' });
    client = await app.workspace();
    const sales = times(6, (i) => ({
      type: 'sale',
      ...aSale({ externalId: i < 4 ? 'a' : String(i), amount: i }),
    }));
    await client.post('/track/batch', {
      events: [
        ...sales,
        { type: 'click', ...aClick({ clickId: 'c' }) },
        { type: 'customer', externalId: 'a', clickId: 'c' },
      ],
    });
  });

  afterAll(async () => {
    await app.stop();
  });

  it('goes on with its own list only', async () => {
    const next = async (path: string): Promise<string> => {
      const answer = await client.get(path);
      const { data } = answer.body as { data: { nextCursor?: string } };
      return data.nextCursor ?? paginationIn(answer).nextCursor ?? '';
    };
    const lists = [
      '/customers?limit=1',
      '/customers?limit=1&sortBy=ltv',
      '/customers?limit=1&sortBy=ltv&sortOrder=asc',
      '/customers?limit=1&sortBy=lastActivityAt',
      '/customers?limit=1&search=a',
      '/conversions?limit=1',
      '/conversions?limit=1&type=sale',
      '/conversions?limit=1&customerId=ext_a',
      '/customers/ext_a/journey?limit=1',
      '/customers/ext_a/journey?limit=1&start=2020-01-01',
    ];
    await client.post('/customers', { externalId: 'aa' });
    const cursors: string[] = [];
    for (const list of lists) cursors.push(await next(list));
    expect(cursors).not.toContain('');
    for (const [i, list] of lists.entries()) {
      for (const [j, foreign] of cursors.entries()) {
        const { status } = await client.get(`${list}&cursor=${foreign}`);
        expect([list, lists[j], status]).toEqual([list, lists[j], i === j ? 200 : 400]);
      }
      const both = await client.get(`${list}&cursor=${cursors[i] ?? ''}&page=1`);
      expect(both.status).toBe(400);
    }
  });

  it('is refused when it was tampered with', async () => {
    for (const list of [
      '/customers?limit=1&sortBy=ltv',
      '/customers?limit=1',
      '/customers?limit=1&sortBy=lastActivityAt',
      '/conversions?limit=1',
      '/customers/ext_a/journey?limit=1',
    ]) {
      const answer = await client.get(list);
      const { data } = answer.body as { data: { nextCursor?: string } };
      const given = data.nextCursor ?? paginationIn(answer).nextCursor ?? '';
      const [question, ...place] = JSON.parse(
        Buffer.from(given, 'base64url').toString(),
      ) as unknown[];
      const forged = [
        [1.5, ...place.slice(1)],
        [-8.64e15, ...place.slice(1)],
        [8.64e15 + 1, ...place.slice(1)],
        [1e300, ...place.slice(1)],
        ['x', ...place.slice(1)],
        [null, ...place.slice(1)],
        [{}, ...place.slice(1)],
        [...place.slice(0, -1), 'a\0'],
        [...place.slice(0, -1), '\ud800'],
        [...place.slice(0, -1), 7],
        [...place.slice(0, -1), null],
        [...place, 1],
        [],
      ];
      for (const position of forged) {
        const text = Buffer.from(JSON.stringify([question, ...position])).toString('base64url');
        const { status } = await client.get(`${list}&cursor=${text}`);
        // Only the list by last activity has nulls, and only a worth may pass the last instant.
        const isFine =
          (position[0] === null && list.includes('lastActivityAt')) ||
          (position[0] === 8_640_000_000_000_001 && list.includes('ltv'));
        expect([list, JSON.stringify(position), status]).toEqual([
          list,
          JSON.stringify(position),
          isFine ? 200 : 400,
        ]);
      }
    }
  });
});
