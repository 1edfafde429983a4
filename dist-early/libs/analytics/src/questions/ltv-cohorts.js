import { addMonths, average, monthOf, startOfMonth } from "../../../platform/src/index.js";
import { Select } from '../analytics-store.js';
import { periodsFrom } from '../periods.js';
import { MAX_GROUPS } from './cohorts.js';
export const LTV_GROUPS = ['month', 'campaign', 'source'];
const BY_MONTH = `
  -- one row: a customer first seen in these months, by the number of its month
  select id, month, month as key
  from customers, width_bucket(first_seen_at, $4::timestamptz[]) as month
  where workspace_id = $1 and first_seen_at >= $2 and first_seen_at <= $3`;
const byOrigin = (column) => `
  -- one row: a customer first seen in these months, by what its first touch came from
  select customer.id, width_bucket(customer.first_seen_at, $4::timestamptz[]) as month,
    click.${column} as key
  from customers customer
  left join clicks click
    on click.workspace_id = customer.workspace_id
    and click.click_id = customer.first_touch_click_id
  where customer.workspace_id = $1
    and customer.first_seen_at >= $2 and customer.first_seen_at <= $3`;
const statementsOf = (group, member) => ({
    cohorts: new Select(`ltv-cohorts-by-${group}`, {
        postgres: `
with member as (${member}
)
select key, min(month) as "firstMonth", max(month) as "lastMonth", count(*) as customers
from member
group by key
order by customers desc, key nulls last
limit ${MAX_GROUPS + 1}`,
    }),
    spending: new Select(`ltv-spending-by-${group}`, {
        postgres: `
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
    }),
});
const STATEMENTS = {
    month: statementsOf('month', BY_MONTH),
    campaign: statementsOf('campaign', byOrigin('campaign_id')),
    source: statementsOf('source', byOrigin('source')),
};
function cohortOf({ key, firstMonth, lastMonth, customers }, ages, { months, labels, lastHasEnded }) {
    let cumulativeRevenue = 0;
    // Up to the last month that has begun for some customer of the cohort.
    const curve = Array.from({ length: months - firstMonth + 1 }, (_, age) => {
        const revenue = ages.find((row) => row.age === age)?.revenue ?? 0;
        cumulativeRevenue += revenue;
        const number = lastMonth + age;
        return {
            month: age,
            revenue,
            cumulativeRevenue,
            ltv: average(cumulativeRevenue, customers),
            complete: number < months || (number === months && lastHasEnded),
        };
    });
    return {
        cohort: typeof key === 'number' ? (labels[key - 1] ?? null) : key,
        customers,
        payingCustomers: ages.reduce((sum, { newBuyers }) => sum + newBuyers, 0),
        revenue: cumulativeRevenue,
        ltv: average(cumulativeRevenue, customers),
        curve,
    };
}
function withEmptyMonths(rows, months) {
    return Array.from({ length: months }, (_, index) => {
        const key = index + 1;
        const found = rows.find((row) => row.key === key);
        return found ?? { key, firstMonth: key, lastMonth: key, customers: 0 };
    });
}
function groupByKey(rows) {
    const groups = new Map();
    for (const row of rows) {
        const group = groups.get(row.key);
        if (group)
            group.push(row);
        else
            groups.set(row.key, [row]);
    }
    return groups;
}
/** What the customers of the last months have spent, by their age in months. */
export const ltvCohorts = {
    name: 'ltv-cohorts',
    answer: async (run, { workspaceId, groupBy, months, asOf, timezone, now }) => {
        const lastMonth = monthOf(asOf, timezone);
        const first = startOfMonth(addMonths(lastMonth, 1 - months), timezone);
        const end = startOfMonth(addMonths(lastMonth, 1), timezone);
        const lastHasEnded = end.getTime() - 1 <= Math.min(asOf.getTime(), now.getTime());
        const { labels, starts } = periodsFrom('month', first, asOf, timezone);
        const values = [workspaceId, first, asOf, starts];
        const found = await run(STATEMENTS[groupBy].cohorts, values);
        const listed = groupBy === 'month' ? withEmptyMonths(found, months) : found.slice(0, MAX_GROUPS);
        const keys = listed.map(({ key }) => key).filter((key) => key !== null);
        const ages = groupByKey(await run(STATEMENTS[groupBy].spending, [...values, keys]));
        return {
            truncated: found.length > MAX_GROUPS,
            cohorts: listed.map((row) => cohortOf(row, ages.get(row.key) ?? [], { months, labels, lastHasEnded })),
        };
    },
};
//# sourceMappingURL=ltv-cohorts.js.map