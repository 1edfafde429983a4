import {
  CustomersApiError,
  CustomersClient,
  type BatchItem,
  type CustomerRef,
} from '@customers-api/sdk';

/** Calls every method once; answers what a test can say about it. */
export async function tour(apiKey: string, baseUrl: string): Promise<Record<string, unknown>> {
  const customers = new CustomersClient({ apiKey, baseUrl });
  const { track, conversions } = customers;
  const ada: CustomerRef = { externalId: 'ada/1' };

  const click = await track.click({
    clickId: 'clk_1',
    linkId: 'link_home',
    source: 'newsletter',
    occurredAt: '2024-03-01T09:00:00Z',
  });
  const created = await customers.upsert({
    externalId: 'ada/1',
    name: 'Ada',
    clickId: 'clk_1',
    createdAt: '2024-03-01T10:00:00Z',
  });
  const updated = await customers.update(ada, { email: 'ada@example.com', metadata: { seats: 6 } });
  const lead = await track.lead({ email: 'ada@example.com', occurredAt: '2024-03-01T10:00:00Z' });
  const sale = await track.sale({
    externalId: 'ada/1',
    orderId: 'o-1',
    amount: 4200,
    occurredAt: '2024-03-02T10:00:00Z',
  });
  const again = await track.sale({ externalId: 'ada/1', orderId: 'o-1', amount: 4300 });
  const refund = await track.refund({ orderId: 'o-1', refundedAmount: 1200 });
  const custom = await track.custom({ externalId: 'ada/1', eventName: 'Webinar' });
  const pending = await track.sale({ externalId: 'ada/1', amount: 99, status: 'pending' });
  const rejected = await conversions.update(pending.id, { status: 'rejected' });

  const batch = await track.batch(people(1_200));
  const streamed: number[] = [];
  for await (const { index } of track.batch([{ type: 'sale', amount: -1, email: 'x@y' }])) {
    streamed.push(index);
  }

  const listed: string[] = [];
  for await (const { externalId } of customers.list({ search: 'person_', sortOrder: 'asc' })) {
    listed.push(externalId);
  }
  const { data, pagination } = await customers.list({ sortBy: 'ltv', limit: 1 }).page();
  const cohorts = await customers.cohorts({ groupBy: 'month' }, { noCache: true });
  const curves = await customers.ltvCohorts({ groupBy: 'month', months: 2, asOf: '2024-04-30' });
  const journey = customers.journey(ada, { end: '2024-12-31', limit: 2 });
  const events: string[] = [];
  for await (const { type } of journey) events.push(type);
  const attribution = await customers.attribution(created.id);
  const salesOfAda: string[] = [];
  for await (const { status } of conversions.list({ customerId: created.id, type: 'sale' })) {
    salesOfAda.push(status);
  }

  return {
    click: click.duplicate,
    created: created.firstTouch?.source,
    updated: [updated.email, updated.metadata],
    lead: lead.customerId === created.id,
    sale: [sale.duplicate, again.duplicate, again.differs.includes('amount')],
    refund: refund.reportingNet,
    custom: custom.eventName,
    rejected: rejected.status,
    batch: [batch.length, batch.at(-1)?.index, new Set(batch.map(({ status }) => status)).size],
    streamed,
    listed: [listed.length, listed.at(0), listed.at(-1)],
    page: [data.length, data.at(0)?.name, pagination.total, pagination.hasMore],
    count: await customers.count({ search: 'person_' }),
    got: (await customers.get('ext_ada/1')).id === created.id,
    cohorts: [cohorts.groupBy, cohorts.cohorts.at(0)?.cohort, cohorts.cohorts.at(0)?.revenue],
    curves: [curves.groupBy, curves.cohorts.map(({ ltv }) => ltv)],
    journey: [events, (await journey.page()).events.length, (await journey.summary()).touches],
    attribution: attribution.models.linear.map(({ source, revenue }) => [source, revenue]),
    conversions: [salesOfAda.sort(), (await conversions.get(sale.id)).orderId],
    recalculated: (await customers.recalculateLtv(ada)).ltv,
    deleted: (await customers.delete(ada)).deleted,
    gone: await customers.get(ada).catch(codeOf),
    refused: await track.sale({ amount: -1 }).catch(codeOf),
  };
}

async function* people(count: number): AsyncGenerator<BatchItem> {
  for (let i = 0; i < count; i += 1) {
    yield await Promise.resolve({
      type: 'customer',
      externalId: `person_${String(i).padStart(5, '0')}`,
      createdAt: new Date(Date.UTC(2024, 4, 1) + i * 1_000).toISOString(),
    });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof CustomersApiError ? [error.code, error.status] : error;
}
