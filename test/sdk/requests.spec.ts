import { CustomersClient, type BatchItem } from '../../libs/sdk/src/index.js';
import { answers, fails, FickleServer, type Behaviour } from '../support/fickle-server.js';

const click = (i: number, referrer?: string): BatchItem => ({
  type: 'click',
  clickId: `clk_${String(i)}`,
  linkId: 'link_home',
  ...(referrer !== undefined && { referrer }),
});

const clicks = (count: number): BatchItem[] => Array.from({ length: count }, (_, i) => click(i));

const eventsIn = (body: string): { clickId: string }[] =>
  (JSON.parse(body) as { events: { clickId: string }[] }).events;

const storesBatch: Behaviour = (response, arrival) => {
  const results = eventsIn(arrival.body).map(({ clickId }, index) => ({
    index,
    status: 'created',
    id: clickId,
  }));
  answers({ results })(response, arrival);
};

describe('the requests of the client', () => {
  let server: FickleServer;
  let customers: CustomersClient;

  beforeAll(async () => {
    server = await FickleServer.start();
    customers = new CustomersClient({
      apiKey: 'ck_1',
      baseUrl: `${server.url}/api/`,
      headers: { 'X-Gateway': 'blue' },
    });
  });

  afterAll(() => server.stop());

  const urls = (): string[] => server.arrivals.map(({ url }) => url);

  it("carry the key, the client's headers and the call's", async () => {
    server.will(answers({ cohorts: [] }));
    await customers.cohorts({ groupBy: 'month' }, { noCache: true, requestId: 'mine' });
    await customers.ltvCohorts({ groupBy: 'source', months: 3 });
    const [first, second] = server.arrivals;
    expect(first?.headers).toMatchObject({
      'x-api-key': 'ck_1',
      'x-gateway': 'blue',
      'x-request-id': 'mine',
      'cache-control': 'no-cache',
    });
    expect(second?.headers).not.toHaveProperty('x-request-id');
    expect(second?.headers['cache-control']).not.toBe('no-cache');
    expect(urls()).toEqual([
      '/api/customers/cohorts?group_by=month',
      '/api/customers/ltv-cohorts?months=3&group_by=source',
    ]);
  });

  it('go through a list by its cursor', async () => {
    const page = (ids: string[], nextCursor: string | null): Behaviour =>
      answers(
        ids.map((id) => ({ id })),
        { pagination: { nextCursor } },
      );
    server.will(page(['cus_1', 'cus_2'], 'a+b'), page(['cus_3'], null));
    const found: string[] = [];
    for await (const { id } of customers.list({ search: 'ä & b', page: 2 })) found.push(id);
    expect(found).toEqual(['cus_1', 'cus_2', 'cus_3']);
    const search = 'search=%C3%A4%20%26%20b';
    expect(urls()).toEqual([
      `/api/customers?${search}&page=2&limit=100`,
      `/api/customers?${search}&limit=100&cursor=a%2Bb`,
    ]);
  });

  it('take of a list no more than is read', async () => {
    server.will(answers([{ id: 'con_1' }, { id: 'con_2' }], { pagination: { nextCursor: 'a' } }));
    for await (const { id } of customers.conversions.list({ limit: 2 })) {
      if (id === 'con_2') break;
    }
    expect(urls()).toEqual(['/api/conversions?limit=2']);
  });

  it('go through a journey by its cursor', async () => {
    const event = (id: string): object => ({ id });
    server.will(
      answers({ events: [event('a')], nextCursor: 'c' }),
      answers({ events: [event('b')], nextCursor: null }),
      answers({ summary: { touches: 2 } }),
    );
    const journey = customers.journey('cus_1', { start: '2026-03-01' });
    const found: string[] = [];
    for await (const { id } of journey) found.push(id);
    expect(found).toEqual(['a', 'b']);
    await expect(journey.summary()).resolves.toEqual({ touches: 2 });
    expect(urls()).toEqual([
      '/api/customers/cus_1/journey?start=2026-03-01&limit=1000',
      '/api/customers/cus_1/journey?start=2026-03-01&limit=1000&cursor=c',
      '/api/customers/cus_1/journey?start=2026-03-01&summary=true',
    ]);
  });
});

describe('a batch', () => {
  let server: FickleServer;
  let track: CustomersClient['track'];

  beforeAll(async () => {
    server = await FickleServer.start();
    ({ track } = new CustomersClient({ apiKey: 'ck_1', baseUrl: server.url }));
  });

  afterAll(() => server.stop());

  const sizes = (): number[] => server.arrivals.map(({ body }) => eventsIn(body).length);

  it('goes out in requests of a thousand, and counts its results through', async () => {
    server.will(storesBatch);
    const results = await track.batch(clicks(2_500));
    expect(sizes()).toEqual([1_000, 1_000, 500]);
    expect(results).toHaveLength(2_500);
    expect(results.every(({ index, id }, i) => index === i && id === `clk_${String(i)}`)).toBe(
      true,
    );
  });

  it('keeps each request under 5 MiB, in bytes', async () => {
    server.will(storesBatch);
    const long = 'ü'.repeat(600_000);
    const results = await track.batch(Array.from({ length: 9 }, (_, i) => click(i, long)));
    expect(results.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(sizes()).toEqual([4, 4, 1]);
    for (const { body } of server.arrivals) {
      expect(Buffer.byteLength(body)).toBeLessThan(5 * 1024 * 1024);
    }
  });

  it('reads no further than it has been answered', async () => {
    server.will(storesBatch);
    let read = 0;
    async function* source(): AsyncGenerator<BatchItem> {
      for (; ; read += 1) yield await Promise.resolve(click(read));
    }
    for await (const { index } of track.batch(source())) if (index === 1_500) break;
    expect(sizes()).toEqual([1_000, 1_000]);
    expect(read).toBe(2_000);
  });

  it('repeats a request that failed, and numbers a key that it is given', async () => {
    server.will(storesBatch, fails(503, 'SERVICE_UNAVAILABLE'), storesBatch);
    await track.batch(clicks(1_001), { idempotencyKey: 'import' });
    expect(server.headers('idempotency-key')).toEqual(['import:0', 'import:1', 'import:1']);
  });

  it('has a key of its own in each request otherwise', async () => {
    server.will(storesBatch);
    await track.batch(clicks(1_001));
    const keys = server.headers('idempotency-key');
    expect(new Set(keys).size).toBe(2);
  });

  it('rejects when a request is refused, after what was answered', async () => {
    server.will(storesBatch, fails(403, 'FORBIDDEN'));
    let answered = 0;
    const send = async (): Promise<void> => {
      for await (const _result of track.batch(clicks(1_500))) answered += 1;
    };
    await expect(send()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(answered).toBe(1_000);
  });

  it('sends nothing when there is nothing', async () => {
    server.will(storesBatch);
    await expect(track.batch([])).resolves.toEqual([]);
    expect(server.arrivals).toHaveLength(0);
  });

  it('is sent once, however often it is awaited', async () => {
    server.will(storesBatch);
    const batch = track.batch(clicks(2));
    expect(await batch).toBe(await batch);
    expect(server.arrivals).toHaveLength(1);
  });
});
