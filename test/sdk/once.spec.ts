import { CustomersClient } from '../../libs/sdk/src/index.js';
import { TestApp, type Client } from '../support/start-app.js';

type Fetch = (request: Request) => Promise<Response>;

const lost = new TypeError('The connection is lost.');

describe('a call through a bad connection to a live service', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  beforeEach(async () => {
    client = await app.workspace();
  });

  afterAll(() => app.stop());

  /** A client whose first request fares as told, and all others well. */
  function customersOver(first: Fetch): CustomersClient {
    let sent = 0;
    return new CustomersClient({
      apiKey: client.key,
      baseUrl: client.url,
      fetch: (request) => {
        sent += 1;
        return sent === 1 ? first(request) : fetch(request);
      },
    });
  }

  const losesTheAnswer: Fetch = async (request) => {
    await fetch(request);
    throw lost;
  };

  /** The next attempt goes out while the service is still busy with this one. */
  const losesPatience: Fetch = (request) => {
    void fetch(request.clone()).catch(() => undefined);
    return Promise.reject(lost);
  };

  it.each([
    ['is lost', losesTheAnswer],
    ['is not waited for', losesPatience],
  ])('stores a sale without an orderId once when its answer %s', async (_how, first) => {
    const customers = customersOver(first);
    const sale = await customers.track.sale({ externalId: 'user_42', amount: 4200 });
    const { data } = await customers.conversions.list().page();
    expect(data.map(({ id }) => id)).toEqual([sale.id]);
    expect(sale.duplicate).toBe(false);
  });

  it('applies a batch once', async () => {
    const customers = customersOver(losesTheAnswer);
    const results = await customers.track.batch(
      [1, 2, 3].map((amount) => ({ type: 'sale', externalId: 'user_42', amount })),
    );
    expect(results.map(({ status }) => status)).toEqual(['created', 'created', 'created']);
    expect((await customers.get({ externalId: 'user_42' })).ltv).toBe(6);
  });

  it('answers the customer that an attempt has made that was not heard of', async () => {
    const customers = customersOver(losesTheAnswer);
    const made = await customers.upsert({ externalId: 'user_42', name: 'Ada' });
    expect(await customers.get(made.id)).toEqual(made);
  });

  it('does once what several calls ask for under one key', async () => {
    const customers = customersOver(fetch);
    const sale = { externalId: 'user_42', amount: 900 };
    const options = { idempotencyKey: 'payment-7781' };
    const sales = await Promise.all([1, 2, 3].map(() => customers.track.sale(sale, options)));
    expect(new Set(sales.map(({ id }) => id)).size).toBe(1);
    const other = customers.track.sale({ ...sale, amount: 901 }, options);
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', status: 409 });
  });

  it('deletes a customer, though the answer is lost', async () => {
    await client.post('/customers', { externalId: 'user_42' });
    const customers = customersOver(losesTheAnswer);
    expect(await customers.delete('ext_user_42')).toEqual({ id: 'ext_user_42', deleted: true });
    expect(await customers.count()).toBe(0);
  });
});
