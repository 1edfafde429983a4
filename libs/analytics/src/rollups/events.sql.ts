import { MAX_MONTH_AGE, MAX_WEEK_AGE } from './cohort-deltas.store.js';

/** Of which customers: a condition on the column that has their ids; all of the workspace without. */
type OfCustomers = (column: string) => string;

const OF_ALL: OfCustomers = () => 'true';

/**
 * What the events say of each customer, `projection.ts` in SQL: a second opinion on its row, of which
 * only `created_at` and `deleted_at` are taken. `$1` is the workspace.
 */
export const projectedCustomers = (isWanted = OF_ALL): string => `
select customer.id, customer.deleted_at,
  least(customer.created_at, touch.first_at, conversion.first_at) as first_seen_at,
  touch.first_at as earliest_touch_at, touch.click_id as earliest_touch_click_id,
  conversion.first_at as first_conversion_at,
  case when conversion.first_at < touch.first_at then null else touch.click_id
    end as first_touch_click_id,
  greatest(touch.last_at, conversion.last_at) as last_activity_at,
  coalesce(conversion.leads, 0)::int as leads, coalesce(conversion.sales, 0)::int as sales,
  coalesce(conversion.ltv, 0)::bigint as ltv
from customers customer
left join (
  -- one row: a customer's earliest touch, and when its latest was
  select distinct on (customer_id) customer_id, occurred_at as first_at, click_id,
    max(occurred_at) over (partition by customer_id) as last_at
  from touches
  where workspace_id = $1 and ${isWanted('customer_id')}
  order by customer_id, occurred_at, click_id
) as touch on touch.customer_id = customer.id
left join (
  -- one row: what a customer's conversions come to
  select customer_id, min(occurred_at) as first_at, max(occurred_at) as last_at,
    count(*) filter (where type = 'lead' and status = 'approved') as leads,
    count(*) filter (where type = 'sale' and status = 'approved') as sales,
    sum(reporting_amount - reporting_refunded)
      filter (where type = 'sale' and status = 'approved') as ltv
  from conversions
  where workspace_id = $1 and customer_id is not null and ${isWanted('customer_id')}
  group by customer_id
) as conversion on conversion.customer_id = customer.id
where customer.workspace_id = $1 and ${isWanted('customer.id')}`;

/** The customers as their rows say. */
export const CUSTOMER_ROWS = `
select id, deleted_at, first_seen_at, first_touch_click_id, leads, sales
from customers
where workspace_id = $1`;

const ageUpTo = (most: number, difference: string): string =>
  `case when ${difference} <= ${String(most)} then ${difference} end`;

/**
 * CTEs up to `expected`: rows in the shape of deltas that add up to the cells of a workspace, from
 * its customers and its counting sales. Values: the workspace, the first instants of a row of days,
 * the number of the first of these days, and the numbers of the months that they are in.
 */
export const expectedRowsOf = (customers: string): string => `
member as (
  -- one row: a customer, with the number of the day that it was first seen on, from 1
  select customer.id, click.campaign_id, click.source,
    width_bucket(customer.first_seen_at, $2::timestamptz[]) as day,
    (customer.deleted_at is null)::int as live, (customer.leads > 0)::int as with_leads,
    (customer.sales > 0)::int as converted, customer.sales
  from (${customers}
  ) as customer
  left join clicks click on click.workspace_id = $1 and click.click_id = customer.first_touch_click_id
),
seen as materialized (
  -- one row: the same, with its day, week and month
  select id, date '1970-01-01' + ($3::int + day - 1) as first_seen_day,
    coalesce(campaign_id, '') as campaign_id, coalesce(source, '') as source,
    ($3::int + day + 2) / 7 as week, ($4::int[])[day] as month,
    live, with_leads, converted, sales
  from member
),
dated as (
  -- one row: a counting sale, with the number of its day, from 1
  select customer_id, occurred_at, reporting_amount - reporting_refunded as net,
    width_bucket(occurred_at, $2::timestamptz[]) as day
  from conversions
  where workspace_id = $1 and type = 'sale' and status = 'approved' and customer_id is not null
),
sale as (
  -- one row: a counting sale, its week and month, and those of the customer's sale before it
  select customer_id, net, ($3::int + day + 2) / 7 as week, ($4::int[])[day] as month,
    ($3::int + lag(day) over by_customer + 2) / 7 as week_before,
    ($4::int[])[lag(day) over by_customer] as month_before
  from dated
  window by_customer as (partition by customer_id order by occurred_at)
),
aged as (
  -- one row: a counting sale, and how old its customer was
  select seen.first_seen_day, seen.campaign_id, seen.source, sale.net,
    ${ageUpTo(MAX_WEEK_AGE, 'sale.week - seen.week')} as week_age,
    ${ageUpTo(MAX_MONTH_AGE, 'sale.month - seen.month')} as month_age,
    sale.week is distinct from sale.week_before as is_new_week,
    sale.month is distinct from sale.month_before as is_new_month,
    sale.month_before is null as is_first
  from sale join seen on seen.id = sale.customer_id
),
expected as materialized (
  -- one row: a customer, or one of its sales, in the shape of a delta
  select first_seen_day, campaign_id, source, null::int as week_age, null::int as month_age,
    1 as customers, live, with_leads, converted, sales, 0::bigint as revenue,
    0 as active_weeks, 0 as active_months, 0 as new_buyers
  from seen
  union all
  select first_seen_day, campaign_id, source, week_age, month_age, 0, 0, 0, 0, 0, net,
    (week_age is not null and is_new_week)::int, (month_age is not null and is_new_month)::int,
    (month_age is not null and is_first)::int
  from aged
)`;
