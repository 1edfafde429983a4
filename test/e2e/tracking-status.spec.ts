import { aLead, aSale, unique } from '../support/builders.js';
import { conversionIn, customerIn, errorCode } from '../support/answers.js';
import { TestApp, type Answer, type Client } from '../support/start-app.js';

const STATUSES = ['pending', 'approved', 'refunded', 'rejected', 'fraud'] as const;
const MOVES = new Set([
  'pending approved',
  'pending rejected',
  'pending fraud',
  'approved refunded',
  'approved fraud',
  'rejected approved',
  'fraud approved',
]);
const CONFLICT = '409 INVALID_STATUS_TRANSITION';
const INVALID = '400 VALIDATION_ERROR';

describe('the status of a conversion', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.workspace();
  });

  afterAll(async () => {
    await app.stop();
  });

  const track = async (fields: object = {}): Promise<string> =>
    conversionIn(await client.post('/track/sale', aSale({ externalId: unique(), ...fields }))).id;

  const patch = (id: string, body: object): Promise<Answer> =>
    client.patch(`/conversions/${id}`, body);

  const outcome = (answer: Answer): string =>
    answer.status === 200 ? conversionIn(answer).status : errorCode(answer);

  it.each(STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const)))(
    'of a sale that is %s, set to %s',
    async (from, to) => {
      const externalId = unique();
      const id = await track({ externalId, status: from });
      const allowed = from === to || MOVES.has(`${from} ${to}`);
      expect(outcome(await patch(id, { status: to }))).toBe(allowed ? to : CONFLICT);
      const ends = allowed ? to : from;
      const { sales, ltv } = customerIn(await client.get(`/customers/ext_${externalId}`));
      expect([sales, ltv]).toEqual(ends === 'approved' ? [1, 1_000] : [0, 0]);
    },
  );

  it('of a lead counts while it is approved', async () => {
    const externalId = unique();
    const lead = aLead({ externalId, status: 'pending' });
    const { id } = conversionIn(await client.post('/track/lead', lead));
    const leads = async (): Promise<number> =>
      customerIn(await client.get(`/customers/ext_${externalId}`)).leads;
    expect(await leads()).toBe(0);
    await patch(id, { status: 'approved' });
    expect(await leads()).toBe(1);
    await patch(id, { status: 'fraud' });
    expect(await leads()).toBe(0);
  });

  it('stays approved with a partial refund, which is cumulative', async () => {
    const id = await track();
    const refundedAt = '2026-03-05T00:00:00.000Z';
    const first = conversionIn(await patch(id, { refundedAmount: 300, refundedAt }));
    expect(first).toMatchObject({
      status: 'approved',
      refundedAmount: 300,
      refundedAt,
      reportingAmount: 1_000,
      reportingNet: 700,
    });
    const second = conversionIn(await patch(id, { refundedAmount: 400 }));
    expect(second).toMatchObject({ refundedAmount: 400, reportingNet: 600 });
    expect(second.refundedAt && second.refundedAt > refundedAt).toBe(true);
  });

  it('does not change by the same refund again, not even its time', async () => {
    const id = await track();
    const refundedAt = '2026-03-05T00:00:00.000Z';
    const first = conversionIn(await patch(id, { refundedAmount: 300, refundedAt }));
    expect(conversionIn(await patch(id, { refundedAmount: 300 }))).toEqual(first);
    const whole = conversionIn(await patch(id, { refundedAmount: 1_000, refundedAt }));
    expect(whole).toMatchObject({ status: 'refunded', reportingNet: 0, refundedAt });
    expect(conversionIn(await patch(id, { refundedAmount: 1_000 }))).toEqual(whole);
    expect(conversionIn(await patch(id, { status: 'refunded' }))).toEqual(whole);
    expect(outcome(await patch(id, { refundedAmount: 500 }))).toBe(CONFLICT);
  });

  it.each([
    ['more than the amount', { refundedAmount: 1_001 }, INVALID],
    ['less than before', { refundedAmount: 299 }, INVALID],
    ['none after some', { refundedAmount: 0 }, INVALID],
    ['together with a status', { refundedAmount: 400, status: 'approved' }, INVALID],
    ['a time alone', { refundedAt: '2026-03-05T00:00:00Z' }, INVALID],
    [
      'a time with a status that is no refund',
      { status: 'fraud', refundedAt: '2026-03-05T00:00:00Z' },
      INVALID,
    ],
    [
      'a time before the sale',
      { refundedAmount: 400, refundedAt: '2026-03-02T08:59:59.999Z' },
      INVALID,
    ],
    [
      'a whole refund before the sale',
      { status: 'refunded', refundedAt: '2026-03-02T08:59:59.999Z' },
      INVALID,
    ],
    ['nothing', {}, 'approved'],
    ['nulls', { status: null, refundedAmount: null, refundedAt: null }, 'approved'],
    [
      'the moment of the sale',
      { refundedAmount: 400, refundedAt: '2026-03-02T09:00:00Z' },
      'approved',
    ],
  ])('of a sale of 1,000 refunded by 300, patched with %s', async (_what, body, expected) => {
    const externalId = unique();
    const id = await track({ externalId });
    await patch(id, { refundedAmount: 300 });
    const before = conversionIn(await client.get(`/conversions/${id}`));
    expect(outcome(await patch(id, body))).toBe(expected);
    if (expected !== 'approved') {
      expect(conversionIn(await client.get(`/conversions/${id}`))).toEqual(before);
    }
  });

  it.each(['pending', 'rejected', 'fraud'])('%s refuses a refund', async (status) => {
    const id = await track({ status });
    expect(outcome(await patch(id, { refundedAmount: 0 }))).toBe(CONFLICT);
    expect(outcome(await patch(id, { refundedAmount: 10 }))).toBe(CONFLICT);
  });

  it('of a lead refuses a refunded amount', async () => {
    const { id } = conversionIn(await client.post('/track/lead', aLead({ externalId: unique() })));
    expect(outcome(await patch(id, { refundedAmount: 10 }))).toBe(CONFLICT);
  });

  it('that comes back to approved keeps an earlier partial refund', async () => {
    const id = await track();
    await patch(id, { refundedAmount: 300 });
    const fraud = conversionIn(await patch(id, { status: 'fraud' }));
    expect(fraud).toMatchObject({ refundedAmount: 300, reportingNet: 0 });
    const back = conversionIn(await patch(id, { status: 'approved' }));
    expect(back).toMatchObject({ refundedAmount: 300, reportingNet: 700 });
  });

  it('of a sale tracked with its refund is what the refund makes it', async () => {
    const occurredAt = '2026-03-02T09:00:00.000Z';
    const tracked = async (fields: object): Promise<Answer> =>
      client.post('/track/sale', aSale({ externalId: unique(), ...fields }));
    expect(conversionIn(await tracked({ refundedAmount: 400 }))).toMatchObject({
      status: 'approved',
      refundedAmount: 400,
      refundedAt: occurredAt,
      reportingNet: 600,
    });
    expect(conversionIn(await tracked({ refundedAmount: 1_000 }))).toMatchObject({
      status: 'refunded',
      refundedAt: occurredAt,
      reportingNet: 0,
    });
    const refundedAt = '2026-03-09T00:00:00.000Z';
    expect(conversionIn(await tracked({ status: 'refunded', refundedAt }))).toMatchObject({
      status: 'refunded',
      refundedAmount: 1_000,
      refundedAt,
    });
    for (const wrong of [
      { refundedAmount: 400, status: 'approved' },
      { refundedAmount: 1_001 },
      { refundedAt },
      { refundedAmount: 400, refundedAt: '2026-03-01T00:00:00Z' },
    ]) {
      expect(errorCode(await tracked(wrong))).toBe(INVALID);
    }
  });

  it('of a sale of nothing is refunded only by saying so', async () => {
    const id = await track({ amount: 0 });
    expect(outcome(await patch(id, { refundedAmount: 0 }))).toBe('approved');
    expect(outcome(await patch(id, { status: 'refunded' }))).toBe('refunded');
  });

  it('moves with a refund by orderId, as by the patch of that sale', async () => {
    const [orderId, externalId] = [unique('order'), unique()];
    const id = await track({ orderId, externalId });
    const refund = (body: object): Promise<Answer> => client.post('/track/refund', body);
    const part = await refund({ orderId, refundedAmount: 250 });
    expect(part.status).toBe(200);
    expect(conversionIn(part)).toMatchObject({ id, status: 'approved', reportingNet: 750 });
    expect(errorCode(await refund({ orderId, refundedAmount: 100 }))).toBe(INVALID);
    const early = { orderId, refundedAt: '2026-03-01T00:00:00Z' };
    expect(errorCode(await refund(early))).toBe(INVALID);
    expect(conversionIn(await refund({ orderId }))).toMatchObject({ status: 'refunded' });
    expect(conversionIn(await refund({ orderId }))).toMatchObject({ refundedAmount: 1_000 });
    expect(errorCode(await refund({ orderId: unique() }))).toBe('404 NOT_FOUND');
    await client.post('/track/lead', aLead({ externalId, orderId: 'only-a-lead' }));
    expect(errorCode(await refund({ orderId: 'only-a-lead' }))).toBe('404 NOT_FOUND');
    const pending = unique('order');
    await track({ orderId: pending, status: 'pending' });
    expect(errorCode(await refund({ orderId: pending }))).toBe(CONFLICT);
  });

  it('takes a time 4 minutes ahead as now, and refuses one 6 minutes ahead', async () => {
    const ahead = (minutes: number): string =>
      new Date(Date.now() + minutes * 60_000).toISOString();
    const id = await track();
    const answer = await patch(id, { refundedAmount: 10, refundedAt: ahead(4) });
    const { refundedAt } = conversionIn(answer);
    expect(Date.parse(refundedAt ?? '')).toBeLessThanOrEqual(Date.now());
    expect(outcome(await patch(id, { refundedAmount: 20, refundedAt: ahead(6) }))).toBe(INVALID);
  });
});
