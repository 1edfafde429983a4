/**
 * `ltv-cohorts` over the customers and the events, as it was answered before there were rollups.
 * Values: the workspace, the first instant of the first month, `asOf`, and the starts of the months;
 * of the spending the keys of the cohorts that are listed as well.
 */
const MAX_GROUPS = 1_000;

const BY_MONTH = `
  -- one row: a customer first seen in these months, by the number of its month
  select id, month, month as key
  from customers, width_bucket(first_seen_at, $4::timestamptz[]) as month
  where workspace_id = $1 and first_seen_at >= $2 and first_seen_at <= $3`;

const byOrigin = (column: 'campaign_id' | 'source'): string => `
  -- one row: a customer first seen in these months, by what its first touch came from
  select customer.id, width_bucket(customer.first_seen_at, $4::timestamptz[]) as month,
    click.${column} as key
  from customers customer
  left join clicks click
    on click.workspace_id = customer.workspace_id
    and click.click_id = customer.first_touch_click_id
  where customer.workspace_id = $1
    and customer.first_seen_at >= $2 and customer.first_seen_at <= $3`;

const statementsOf = (member: string): { cohorts: string; spending: string } => ({
  cohorts: `
with member as (${member}
)
select key, min(month) as "firstMonth", max(month) as "lastMonth", count(*) as customers
from member
group by key
order by customers desc, key nulls last
limit ${MAX_GROUPS + 1}`,
  spending: `
with member as (${member}
),
spending as (
  -- one row: a customer and a month in which it bought, by its age in that month
  select member.id, member.key,
    width_bucket(sale.occurred_at, $4::timestamptz[]) - member.month as age,
    sum(sale.reporting_amount - sale.reporting_refunded) as revenue
  from member
  join conversions sale on sale.customer_id = member.id
  where sale.workspace_id = $1 and sale.type = 'sale' and sale.status = 'approved'
    and sale.occurred_at <= $3
    and (member.key = any($5) or member.key is null)
  group by member.id, member.key, age
),
aged as (
  -- one row: the same, with the age at which the customer first bought
  select key, age, revenue, min(age) over (partition by id) as "firstAge"
  from spending
)
select key, age, sum(revenue)::bigint as revenue,
  count(*) filter (where age = "firstAge") as "newBuyers"
from aged
group by key, age`,
});

export const LTV_COHORTS = {
  month: statementsOf(BY_MONTH),
  campaign: statementsOf(byOrigin('campaign_id')),
  source: statementsOf(byOrigin('source')),
};
