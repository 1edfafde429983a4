import {
  CustomersAbortError,
  CustomersApiError,
  CustomersClient,
  CustomersNetworkError,
  CustomersTimeoutError,
} from '../../libs/sdk/src/index.js';
import { answers, fails, FickleServer, hangs, resets, says } from '../support/fickle-server.js';
import { freePort } from '../support/run-service.js';

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('what a call rejects with', () => {
  let server: FickleServer;
  let customers: CustomersClient;

  beforeAll(async () => {
    server = await FickleServer.start();
    customers = new CustomersClient({ apiKey: 'ck_1', baseUrl: server.url });
  });

  afterAll(() => server.stop());

  it("has the faulty fields of the service's answer", async () => {
    const details = [{ path: 'amount', message: 'must be an integer' }];
    server.will((response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      const error = { code: 'VALIDATION_ERROR', message: 'amount: …', requestId: 'req_9', details };
      response.end(JSON.stringify({ success: false, error }));
    });
    const failure = await failureOf(customers.track.sale({ amount: 1 }));
    expect(failure).toBeInstanceOf(CustomersApiError);
    expect(failure).toMatchObject({ code: 'VALIDATION_ERROR', requestId: 'req_9', details });
  });

  it('tells that no answer came in time', async () => {
    server.will(hangs);
    const failure = await failureOf(customers.get('cus_1', { timeoutMs: 50, retries: 1 }));
    expect(failure).toBeInstanceOf(CustomersTimeoutError);
    expect(failure).toMatchObject({ code: 'TIMEOUT', name: 'TimeoutError', status: undefined });
    expect(server.arrivals).toHaveLength(2);
  });

  it('tells that the body did not come in time', async () => {
    server.will((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    });
    const failure = await failureOf(customers.get('cus_1', { timeoutMs: 50, retries: 0 }));
    expect(failure).toMatchObject({ code: 'TIMEOUT' });
  });

  it('tells that the connection broke, and that there is none', async () => {
    server.will(resets);
    const failure = await failureOf(customers.get('cus_1', { retries: 0 }));
    expect(failure).toBeInstanceOf(CustomersNetworkError);
    expect(failure).toMatchObject({ code: 'NETWORK_ERROR', cause: { name: 'TypeError' } });

    const baseUrl = `http://127.0.0.1:${String(await freePort())}`;
    const nowhere = new CustomersClient({ apiKey: 'ck_1', baseUrl });
    const refused = await failureOf(nowhere.get('cus_1', { retries: 0 }));
    expect(refused).toMatchObject({ code: 'NETWORK_ERROR' });
    expect(String(refused)).toContain('ECONNREFUSED');
  });

  it.each([
    ['a page', says(200, '<h1>Welcome</h1>'), 200],
    ['other JSON', says(200, '{"customers":[]}'), 200],
    ['a page of known length', says(200, '<p>Hi</p>', { 'content-length': '9' }), 200],
    ['nothing', says(200, ''), 200],
    ["a proxy's refusal", says(403, 'no'), 403],
  ])('tells that the answer is %s', async (_what, behaviour, status) => {
    server.will(behaviour);
    const failure = await failureOf(customers.get('cus_1'));
    expect(failure).toMatchObject({ code: 'UNEXPECTED_ANSWER', status });
    expect(server.arrivals).toHaveLength(1);
  });

  it('tells of a redirect, which is not followed: it would lose the body and show the key', async () => {
    server.will(says(301, '', { location: '/elsewhere' }), answers([]));
    const failure = await failureOf(customers.upsert({ externalId: 'user_42' }));
    expect(failure).toMatchObject({ code: 'UNEXPECTED_ANSWER', status: 301 });
    expect(String(failure)).toContain('redirect');
    expect(server.arrivals).toHaveLength(1);
  });

  it('is the mistake itself when the request cannot even be made', async () => {
    const failure = await failureOf(customers.get('cus_1', { requestId: 'two\nlines' }));
    expect(failure).toMatchObject({ name: 'TypeError' });
    await expect(customers.get('user_42')).rejects.toThrow(/externalId/);
    await expect(customers.get('count')).rejects.toThrow(TypeError);
    await expect(customers.conversions.get('')).rejects.toThrow(TypeError);
    await expect(customers.get('cus_1', { timeoutMs: 0 })).rejects.toThrow(RangeError);
  });

  it('is thrown at once by a client that cannot work', () => {
    const make = (options: object) => () =>
      new CustomersClient({ apiKey: 'ck_1', baseUrl: server.url, ...options });
    expect(make({ apiKey: '' })).toThrow('apiKey');
    expect(make({ baseUrl: 'customers' })).toThrow();
    expect(make({ baseUrl: 'ftp://customers' })).toThrow('baseUrl');
    expect(make({ timeoutMs: -1 })).toThrow(RangeError);
    expect(make({ retries: NaN })).toThrow(RangeError);
  });
});

describe("the caller's signal", () => {
  let server: FickleServer;
  let customers: CustomersClient;

  beforeAll(async () => {
    server = await FickleServer.start();
    customers = new CustomersClient({ apiKey: 'ck_1', baseUrl: server.url });
  });

  afterAll(() => server.stop());

  it('ends a call that is under way', async () => {
    server.will(hangs);
    const stop = new AbortController();
    const call = failureOf(customers.get('cus_1', { signal: stop.signal }));
    await server.until(1);
    stop.abort('no longer needed');
    const failure = await call;
    expect(failure).toBeInstanceOf(CustomersAbortError);
    expect(failure).toMatchObject({
      code: 'ABORTED',
      name: 'AbortError',
      cause: 'no longer needed',
    });
    expect(server.arrivals).toHaveLength(1);
  });

  it('ends a call that waits before a retry', async () => {
    server.will(fails(429, 'RATE_LIMITED', { 'retry-after': '50' }));
    const stop = new AbortController();
    const call = failureOf(customers.get('cus_1', { signal: stop.signal }));
    await server.until(1);
    setTimeout(() => {
      stop.abort();
    }, 100);
    await expect(call).resolves.toMatchObject({ code: 'ABORTED' });
    expect(server.arrivals).toHaveLength(1);
  });

  it('lets nothing be sent once it has gone off', async () => {
    server.will(answers({}));
    const call = customers.get('cus_1', { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
    expect(server.arrivals).toHaveLength(0);
  });

  it('ends a call whose fetch does not heed it', async () => {
    const stop = new AbortController();
    const deaf = new CustomersClient({
      apiKey: 'ck_1',
      baseUrl: server.url,
      fetch: () => new Promise<Response>(() => undefined),
    });
    const call = deaf.get('cus_1', { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('has one listener, however many calls share it', async () => {
    server.will(hangs);
    const stop = new AbortController();
    const listen = jest.spyOn(stop.signal, 'addEventListener');
    const calls = Array.from({ length: 12 }, (_, i) =>
      failureOf(customers.get(`cus_${String(i)}`, { signal: stop.signal })),
    );
    await server.until(12);
    stop.abort();
    const codes = (await Promise.all(calls)).map((failure) => (failure as CustomersApiError).code);
    expect(codes).toEqual(calls.map(() => 'ABORTED'));
    expect(listen).toHaveBeenCalledTimes(1);
  });

  it('stops a loop between two pages', async () => {
    const pagination = { nextCursor: 'more', hasMore: true };
    server.will(answers([{ id: 'cus_1' }], { pagination }));
    const stop = new AbortController();
    const loop = async (): Promise<void> => {
      for await (const _customer of customers.list({}, { signal: stop.signal })) stop.abort();
    };
    await expect(loop()).rejects.toMatchObject({ code: 'ABORTED' });
    expect(server.arrivals).toHaveLength(1);
  });
});
