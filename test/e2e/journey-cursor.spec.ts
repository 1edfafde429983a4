import { TestApp, type Client } from '../support/start-app.js';

interface Journey {
  events: { id: string }[];
  nextCursor: string | null;
}

describe('a journey that is asked for in other words', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
    for (const day of ['01', '02', '03']) {
      await client.post('/track/lead', {
        externalId: 'u',
        orderId: day,
        occurredAt: `2026-03-${day}T12:00:00Z`,
      });
    }
  });

  afterAll(async () => {
    await app.stop();
  });

  const ask = async (query: string): Promise<{ journey: Journey; cache: string | null }> => {
    const answer = await client.get(`/customers/ext_u/journey?limit=1&${query}`);
    expect(answer.status).toBe(200);
    const { data } = answer.body as { data: Journey };
    return { journey: data, cache: answer.headers.get('x-cache') };
  };

  it('shares the snapshot, and its cursor goes on in either words', async () => {
    const first = await ask('start=2026-03-01');
    const same = await ask('start=2026-03-01T00:00:00Z');
    expect([first.cache, same.cache]).toEqual(['MISS', 'HIT']);
    const cursor = String(same.journey.nextCursor);
    const next = await ask(`start=2026-03-01T00:00:00Z&cursor=${cursor}`);
    expect(next.journey.events).toHaveLength(1);
    expect(next.journey.events).not.toEqual(first.journey.events);
  });
});
