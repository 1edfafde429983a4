import { TouchBacklog } from '@app/customers';
import { attributionIn, clickIn, conversionIn, customerIn, resultsIn } from '../support/answers.js';
import { aClick, aSale, times, unique } from '../support/builders.js';
import { TestApp, type Client } from '../support/start-app.js';

/** More than a write serves by itself, and more than one part of the background's. */
const CROWD = 1_200;

describe('what many customers share', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  beforeEach(async () => {
    client = await app.workspace();
  });

  afterAll(async () => {
    await app.stop();
  });

  const send = async (events: object[]): Promise<void> => {
    for (let i = 0; i < events.length; i += 1_000) {
      const answer = await client.post('/track/batch', { events: events.slice(i, i + 1_000) });
      expect(resultsIn(answer).filter(({ status }) => status === 'error')).toEqual([]);
    }
  };

  const crowd = (fields: object): object[] =>
    times(CROWD, (i) => ({
      type: 'customer',
      externalId: `user_${String(i).padStart(5, '0')}`,
      createdAt: new Date(Date.UTC(2026, 2, 1) - i * 1_000).toISOString(),
      ...fields,
    }));

  const touchesOf = async (clickId: string): Promise<number> => {
    const rows: { count: string }[] = await app.dataSource.query(
      'select count(*) from touches where workspace_id = $1 and click_id = $2',
      [client.workspace.id, clickId],
    );
    return Number(rows[0]?.count);
  };

  const settle = (): Promise<void> => app.nest.get(TouchBacklog).drain(client.workspace);

  it('gives a click of their visitor to all of them', async () => {
    const visitorId = unique('visitor');
    await client.post('/track/click', aClick({ clickId: 'first', visitorId }));
    await send(crowd({ clickId: 'first' }));
    const late = aClick({ clickId: 'late', visitorId, occurredAt: '2020-01-01T00:00:00Z' });
    expect(clickIn(await client.post('/track/click', late)).duplicate).toBe(false);
    await settle();
    expect(await touchesOf('late')).toBe(CROWD);
    const last = customerIn(await client.get(`/customers/ext_user_0${String(CROWD - 1)}`));
    expect(last).toMatchObject({
      firstSeenAt: '2020-01-01T00:00:00.000Z',
      firstTouch: { clickId: 'late' },
    });
  });

  it('gives a click that all of them wait for to all of them', async () => {
    await send(crowd({ clickId: 'awaited' }));
    await client.post('/track/click', aClick({ clickId: 'awaited', visitorId: unique('visitor') }));
    await settle();
    expect(await touchesOf('awaited')).toBe(CROWD);
  });

  it('stitches a conversion by such a click to the oldest of all, once all are known', async () => {
    const visitorId = unique('visitor');
    await client.post('/track/click', aClick({ clickId: 'first', visitorId }));
    await send(crowd({ clickId: 'first' }));
    await Promise.all([
      client.post('/track/click', aClick({ clickId: 'late', visitorId })),
      client.post('/track/sale', aSale({ clickId: 'late', orderId: 'by-click' })),
    ]);
    await settle();
    const oldest = customerIn(await client.get(`/customers/ext_user_0${String(CROWD - 1)}`));
    const again = await client.post('/track/sale', aSale({ clickId: 'late', orderId: 'by-click' }));
    expect(conversionIn(again)).toMatchObject({ customerId: oldest.id, duplicate: true });
    expect(oldest.sales).toBe(1);
  });

  it('gives all of a busy visitor’s clicks to a customer who claims one of them', async () => {
    const visitorId = unique('visitor');
    const clicks = times(6_500, (i) => ({
      type: 'click',
      ...aClick({ clickId: `click_${String(i)}`, visitorId }),
    }));
    await send(clicks);
    const externalId = unique();
    await client.post('/customers', { externalId, clickId: 'click_17' });
    await settle();
    const { touches } = attributionIn(await client.get(`/customers/ext_${externalId}/attribution`));
    expect(touches).toBe(clicks.length);
  });

  it('gives nothing more to a customer that is deleted meanwhile', async () => {
    const visitorId = unique('visitor');
    await client.post('/track/click', aClick({ clickId: 'first', visitorId }));
    await send(crowd({ clickId: 'first' }));
    const { id } = customerIn(await client.get('/customers/ext_user_00007'));
    await Promise.all([
      client.post('/track/click', aClick({ clickId: 'late', visitorId })),
      client.delete(`/customers/${id}`),
    ]);
    await settle();
    const rows: unknown[] = await app.dataSource.query(
      `select 1 from touches join customers on customers.id = touches.customer_id
       where touches.workspace_id = $1 and touches.click_id = 'late'
         and customers.deleted_at is not null`,
      [client.workspace.id],
    );
    expect(rows.length).toBeLessThanOrEqual(1);
    expect(await touchesOf('late')).toBeGreaterThanOrEqual(CROWD - 1);
  });
});
