import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { BIG_WORKSPACE } from '../fill/workspaces.js';
import { COPIES } from './single-rows.js';

export const ROWS = 1_000;
const CLICKS = 'bench_clicks';

/** Empty tables with the columns, keys and indexes of the real ones. */
export async function makeCopies(client: Client): Promise<void> {
  const copies = { ...COPIES, clicks: CLICKS };
  for (const [table, copy] of Object.entries(copies)) {
    await client.query(`drop table if exists ${copy}`);
    await client.query(`create table ${copy} (like ${table} including all)`);
  }
  // The baseline looks for nobody.
  await client.query(`alter table ${COPIES.customers} drop column if exists search_text`);
}

export interface ClickItem {
  type: 'click';
  clickId: string;
  linkId: string;
  campaignId: string;
  source: string;
  visitorId: string;
  occurredAt: string;
}

export interface SaleItem {
  type: 'sale';
  externalId: string;
  orderId: string;
  amount: number;
  occurredAt: string;
}

const hex = (text: string): string => createHash('md5').update(text).digest('hex').slice(0, 20);

/** New clicks; three of ten are of visitors that are customers. */
export function clickItems(batch: number, customers: number): ClickItem[] {
  const occurredAt = new Date().toISOString();
  return Array.from({ length: ROWS }, (_, index) => {
    const n = batch * ROWS + index;
    const isCustomer = n % 10 < 3;
    const visitor = isCustomer ? `visitor${3 + ((n * 7_919) % (customers - 2))}` : `new${n}`;
    return {
      type: 'click',
      clickId: `clk_${hex(`bench${n}`)}`,
      linkId: `lnk_${1 + (n % 1_000)}`,
      campaignId: `campaign-${1 + (n % 200)}`,
      source: n % 2 === 0 ? 'google' : 'newsletter',
      visitorId: `vis_${hex(visitor)}`,
      occurredAt,
    };
  });
}

/** New sales, of as many customers. */
export function saleItems(batch: number, customers: number): SaleItem[] {
  const occurredAt = new Date().toISOString();
  return Array.from({ length: ROWS }, (_, index) => {
    const n = batch * ROWS + index;
    return {
      type: 'sale',
      externalId: `user_${3 + ((n * 7_919) % (customers - 2))}`,
      orderId: `bench-batch-${n}`,
      amount: 1_000 + (n % 5_000),
      occurredAt,
    };
  });
}

const INSERT_CLICKS = `insert into ${CLICKS} (workspace_id, click_id, link_id, campaign_id, source,
    visitor_id, visitor_key, occurred_at, created_at)
  select $1, click_id, link_id, campaign_id, source, visitor_id, left(visitor_id, 22), occurred_at,
    occurred_at
  from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
    as click (click_id, link_id, campaign_id, source, visitor_id, occurred_at)`;

export async function insertClicks(client: Client, items: ClickItem[]): Promise<void> {
  await client.query({
    name: 'unnest-clicks',
    text: INSERT_CLICKS,
    values: [
      BIG_WORKSPACE,
      items.map(({ clickId }) => clickId),
      items.map(({ linkId }) => linkId),
      items.map(({ campaignId }) => campaignId),
      items.map(({ source }) => source),
      items.map(({ visitorId }) => visitorId),
      items.map(({ occurredAt }) => occurredAt),
    ],
  });
}

const INSERT_SALES = `insert into ${COPIES.conversions} (workspace_id, id, type, event_name,
    customer_id, order_id, status, amount, currency, refunded_amount, reporting_amount,
    reporting_refunded, occurred_at, created_at, metadata, external_id)
  select $1, 'con_' || order_id, 'sale', 'Sale', external_id, order_id, 'approved', amount, 'USD', 0,
    amount, 0, occurred_at, occurred_at, '{}', external_id
  from unnest($2::text[], $3::text[], $4::bigint[], $5::timestamptz[])
    as sale (external_id, order_id, amount, occurred_at)`;

export async function insertSales(client: Client, items: SaleItem[]): Promise<void> {
  await client.query({
    name: 'unnest-sales',
    text: INSERT_SALES,
    values: [
      BIG_WORKSPACE,
      items.map(({ externalId }) => externalId),
      items.map(({ orderId }) => orderId),
      items.map(({ amount }) => amount),
      items.map(({ occurredAt }) => occurredAt),
    ],
  });
}
