import type { Client } from 'pg';

/**
 * The customers' rows: who each is, and the projection of its events, from the events. Their old
 * search text stays empty: a later migration drops it, and takes what is searched from the names.
 */
export async function fillCustomers(client: Client): Promise<void> {
  await client.query(`
insert into customers (workspace_id, id, external_id, email, name, country, metadata, search_text,
  created_at, updated_at, deleted_at, first_seen_at, earliest_touch_at, earliest_touch_click_id,
  first_conversion_at, first_touch_click_id, last_activity_at, leads, sales, ltv)
select p.workspace_id, p.customer_id,
  case when not is_deleted then external_id end, case when not is_deleted then email end,
  case when not is_deleted then name end, case when not is_deleted then country end, '{}', '',
  p.created_at, greatest(p.created_at, touch.last_at, conversion.last_at),
  case when is_deleted then greatest(p.created_at, touch.last_at, conversion.last_at) end,
  least(p.created_at, touch.first_at, conversion.first_at), touch.first_at, touch.first_click_id,
  conversion.first_at,
  case when conversion.first_at < touch.first_at then null else touch.first_click_id end,
  greatest(touch.last_at, conversion.last_at), coalesce(conversion.leads, 0),
  coalesce(conversion.sales, 0), coalesce(conversion.ltv, 0)
from bench.people p
left join (
  select workspace_id, customer_id, min(occurred_at) as first_at, max(occurred_at) as last_at,
    (array_agg(click_id order by occurred_at, click_id))[1] as first_click_id
  from touches group by workspace_id, customer_id
) touch using (workspace_id, customer_id)
left join (
  select workspace_id, customer_id, min(occurred_at) as first_at, max(occurred_at) as last_at,
    count(*) filter (where type = 'lead' and status = 'approved') as leads,
    count(*) filter (where type = 'sale' and status = 'approved') as sales,
    sum(reporting_amount - reporting_refunded) filter (where type = 'sale' and status = 'approved')
      as ltv
  from conversions where customer_id is not null group by workspace_id, customer_id
) conversion using (workspace_id, customer_id)
order by p.key`);
}
