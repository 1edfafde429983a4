import { average, ratio } from "../../../platform/src/index.js";
import { Select } from '../analytics-store.js';
import { numberOf, periodsFrom } from '../periods.js';
export const COHORT_GROUPS = ['week', 'month', 'campaign', 'source'];
/** An answer lists this many groups; its totals are over all of them. */
export const MAX_GROUPS = 1_000;
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
const EXTENT = new Select('cohorts-extent', {
    postgres: `
select min(first_seen_at) as first, max(first_seen_at) as last
from customers customer
where ${IN_RANGE}`,
});
const BY_PERIOD = new Select('cohorts-by-period', {
    postgres: `
with member as (
  -- one row: a customer of the range, with the number of the period that it was first seen in
  select width_bucket(customer.first_seen_at, $4::timestamptz[]) as key,
    customer.leads, customer.sales, customer.ltv
  from customers customer
  where ${IN_RANGE}
)
${COHORTS_OF_MEMBERS}
order by "isTotal" desc, key
limit ${LIMIT}`,
});
const byOrigin = (column) => new Select(`cohorts-by-${column}`, {
    postgres: `
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
limit ${LIMIT}`,
});
const BY_ORIGIN = { campaign: byOrigin('campaign_id'), source: byOrigin('source') };
const RETENTION = new Select('cohorts-retention', {
    postgres: `
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
group by key, age`,
});
const NOBODY = {
    customers: 0,
    customersWithLeads: 0,
    convertedCustomers: 0,
    sales: 0,
    revenue: 0,
};
const totalsOf = (row) => ({
    customers: row.customers,
    customersWithLeads: row.customersWithLeads,
    convertedCustomers: row.convertedCustomers,
    conversionRate: ratio(row.convertedCustomers, row.customers),
    sales: row.sales,
    revenue: row.revenue,
    averageLtv: average(row.revenue, row.customers),
    averageOrderValue: average(row.revenue, row.sales),
});
function fold(rows, nameOf, retentionOf) {
    const [total, ...groups] = rows;
    return {
        truncated: groups.length > MAX_GROUPS,
        totals: totalsOf(total ?? NOBODY),
        cohorts: groups.slice(0, MAX_GROUPS).map((row) => ({
            cohort: nameOf(row.key),
            ...totalsOf(row),
            ...(retentionOf && { retention: retentionOf(row.key) }),
        })),
    };
}
/** By the cohort's number: a list that is as long as its periods have begun, at most `count`. */
function retentionLists(rows, count, current) {
    const customers = new Map(rows.map((row) => [`${row.key}+${row.age}`, row.customers]));
    return (key) => {
        const begun = current - (key ?? current) + 1;
        return Array.from({ length: Math.max(0, Math.min(count, begun)) }, (_, age) => customers.get(`${key}+${age}`) ?? 0);
    };
}
const inRangeOf = (workspaceId, { from, to }) => [
    workspaceId,
    from ?? '-infinity',
    to ?? 'infinity',
];
async function byPeriod(run, unit, { workspaceId, range, periods: count, timezone, now }) {
    const inRange = inRangeOf(workspaceId, range);
    const [extent] = await run(EXTENT, inRange);
    if (!extent?.first || !extent.last)
        return fold([], () => null);
    const last = extent.last > now ? extent.last : now;
    const periods = periodsFrom(unit, extent.first, last, timezone);
    const rows = await run(BY_PERIOD, [...inRange, periods.starts]);
    const nameOf = (key) => periods.labels[(key ?? 0) - 1] ?? null;
    if (count === 0)
        return fold(rows, nameOf);
    const retention = await run(RETENTION, [...inRange, periods.starts, count]);
    return fold(rows, nameOf, retentionLists(retention, count, numberOf(periods, now)));
}
/** Customers grouped by when they were first seen, or by what brought them. */
export const cohorts = {
    name: 'cohorts',
    answer: async (run, params) => {
        const { groupBy, workspaceId, range } = params;
        if (groupBy === 'week' || groupBy === 'month')
            return byPeriod(run, groupBy, params);
        const rows = await run(BY_ORIGIN[groupBy], inRangeOf(workspaceId, range));
        return fold(rows, (origin) => origin);
    },
};
//# sourceMappingURL=cohorts.js.map