/**
 * `cohorts` over the customers and the events, as it was answered before there were rollups. Values:
 * the workspace, the first instant of the range and the first one after it; of those by period the
 * starts of all periods as well, and of the retention the number of ages.
 */
const MAX_GROUPS = 1_000;

const IN_RANGE = `customer.workspace_id = $1
    and customer.first_seen_at >= $2::timestamptz and customer.first_seen_at < $3::timestamptz`;

const COHORTS_OF_MEMBERS = `
select grouping(key) = 1 as "isTotal", key,
  count(*) as customers,
  count(*) filter (where leads > 0) as "customersWithLeads",
  count(*) filter (where sales > 0) as "convertedCustomers",
  coalesce(sum(sales), 0)::bigint as sales,
  coalesce(sum(ltv), 0)::bigint as revenue
from member
group by grouping sets ((key), ())`;

// One more than is listed says whether the list was cut, and one is the total.
const LIMIT = MAX_GROUPS + 2;

export const COHORTS_EXTENT = `
select min(first_seen_at) as first, max(first_seen_at) as last
from customers customer
where ${IN_RANGE}`;

export const COHORTS_BY_PERIOD = `
with member as (
  -- one row: a customer of the range, with the number of the period that it was first seen in
  select width_bucket(customer.first_seen_at, $4::timestamptz[]) as key,
    customer.leads, customer.sales, customer.ltv
  from customers customer
  where ${IN_RANGE}
)
${COHORTS_OF_MEMBERS}
order by "isTotal" desc, key
limit ${LIMIT}`;

const byOrigin = (column: 'campaign_id' | 'source'): string => `
with member as (
  -- one row: a customer of the range, with what its first touch came from
  select click.${column} as key, customer.leads, customer.sales, customer.ltv
  from customers customer
  left join clicks click
    on click.workspace_id = customer.workspace_id
    and click.click_id = customer.first_touch_click_id
  where ${IN_RANGE}
)
${COHORTS_OF_MEMBERS}
order by "isTotal" desc, customers desc, key nulls last
limit ${LIMIT}`;

export const COHORTS_BY_ORIGIN = { campaign: byOrigin('campaign_id'), source: byOrigin('source') };

export const COHORTS_RETENTION = `
with member as (
  -- one row: a customer of the range, with the number of the period that it was first seen in
  select customer.id, width_bucket(customer.first_seen_at, $4::timestamptz[]) as key
  from customers customer
  where ${IN_RANGE}
),
active as (
  -- one row: a customer and a period in which it bought, counted from its own first period
  select distinct member.id, member.key,
    width_bucket(sale.occurred_at, $4::timestamptz[]) - member.key as age
  from member
  join conversions sale on sale.customer_id = member.id
  where sale.workspace_id = $1 and sale.type = 'sale' and sale.status = 'approved'
)
select key, age, count(*) as customers
from active
where age < $5
group by key, age`;
