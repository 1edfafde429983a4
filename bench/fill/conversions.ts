import type { Client } from 'pg';
import type { Fill } from './extent.js';

/** Leads, sales in every status, some refunded in part, and customs: all stitched but a few. */
export async function fillConversions(client: Client, { now }: Fill): Promise<void> {
  await client.query(
    `
insert into conversions (workspace_id, id, type, event_name, customer_id, order_id, status, amount,
  currency, refunded_amount, refunded_at, reporting_amount, reporting_refunded, occurred_at,
  created_at, metadata, external_id, email)
select workspace_id, 'con_' || bench.ulid(occurred_at, key), type, event_name, customer_id,
  case when type = 'sale' then 'order-' || key end, status,
  amount, case when type = 'sale' then 'USD' end, refunded,
  case when refunded > 0 then least(occurred_at + interval '9 days', $1) end,
  amount, refunded, occurred_at, occurred_at, '{}', external_id, email
from (
  select *, case when type <> 'sale' then null when status = 'refunded' then amount
      when status = 'approved' and bench.draw(key, 36) < 0.03 then amount / 3 else 0 end as refunded
  from (
    select *, case when type = 'sale' then (499 + floor(power(bench.draw(key, 35), 4) * 50000))::bigint
      end as amount
    from (
      -- one row: a customer's conversion: the lead, then the sales, then the customs
      select p.workspace_id, p.customer_id, p.key * 1000003 + j as key,
        case when j <= p.leads then 'lead' when j <= p.leads + p.sales then 'sale'
          else 'custom' end as type,
        case when j <= p.leads then 'Lead' when j <= p.leads + p.sales then 'Sale'
          else bench.pick(array['Demo booked','Video watched','Invite sent'],
            bench.draw(p.key * 1000003 + j, 34)) end as event_name,
        case
          when j > p.leads + p.sales or bench.draw(p.key * 1000003 + j, 31) < 0.92 then 'approved'
          when j <= p.leads then 'pending'
          else bench.pick(array['refunded','refunded','refunded','pending','pending','rejected',
            'fraud'], bench.draw(p.key * 1000003 + j, 32)) end as status,
        date_trunc('milliseconds', p.created_at + case when j <= p.leads
          then least(interval '30 minutes' * bench.draw(p.key * 1000003 + j, 33),
            $1::timestamptz - p.created_at)
          else ($1::timestamptz - p.created_at) * power(bench.draw(p.key * 1000003 + j, 33), 1.5)
          end) as occurred_at,
        case when not p.is_deleted then p.external_id end as external_id,
        case when not p.is_deleted then p.email end as email
      from bench.people p cross join lateral generate_series(1, p.leads + p.sales + p.customs) j
    ) typed
  ) priced
) conversion`,
    [now],
  );
  await client.query(`
insert into conversions (workspace_id, id, type, event_name, status, occurred_at, created_at,
  metadata, email)
select workspace_id, 'con_' || bench.ulid(created_at, -key), 'lead', 'Lead', 'approved', created_at,
  created_at, '{}', 'nobody' || key || '@unknown.example'
from bench.people where bench.draw(key, 37) < 0.005`);
}
