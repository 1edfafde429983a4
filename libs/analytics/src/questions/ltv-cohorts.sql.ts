import { Select } from '../analytics-store.js';
import { firstDayOf } from '../rollups/cells.sql.js';
import { MAX_GROUPS } from './cohorts.js';

export const LTV_GROUPS = ['month', 'campaign', 'source'] as const;
export type LtvGroup = (typeof LTV_GROUPS)[number];

/** A cohort, by the first day of its month or its origin's name. */
export interface CohortRow {
  key: string;
  /** The first days of the first and the last month in which a customer of it was first seen. */
  firstMonth: string;
  lastMonth: string;
  customers: number;
}

/** What the customers of a cohort spent at one age, in months after their own first one. */
export interface AgeRow {
  key: string;
  age: number;
  revenue: number;
  /** Customers whose first counting sale is of this age: over all ages, the paying ones. */
  newBuyers: number;
}

/** Whether anything happened after an instant: mostly not, when that is now. */
export const SINCE = new Select<{ anything: boolean }>('ltv-cohorts-since', {
  postgres: `
select exists (select from customers where workspace_id = $1 and first_seen_at > $2::timestamptz)
  or exists (select from conversions where workspace_id = $1 and occurred_at > $2::timestamptz)
  as anything`,
});

interface Grouping {
  dimension: string;
  /** The cohort of a cell, of a delta, and of a customer with the click of its first touch. */
  ofCohortCell: string;
  ofSpendingCell: string;
  ofDelta: string;
  ofCustomer: string;
  join: string;
}

const byOrigin = (dimension: 'campaign' | 'source', column: string): Grouping => ({
  dimension,
  ofCohortCell: 'cell.origin',
  ofSpendingCell: 'cell.origin',
  ofDelta: `delta.${column}`,
  ofCustomer: `coalesce(click.${column}, '')`,
  join: `
  left join clicks click on click.workspace_id = $1
    and click.click_id = customer.first_touch_click_id`,
});

const BY_MONTH: Grouping = {
  dimension: 'all',
  ofCohortCell: 'cell.period',
  ofSpendingCell: 'cell.month',
  ofDelta: firstDayOf('month', 'delta.first_seen_day'),
  ofCustomer: 'month.first_day',
  join: '',
};

// Values: the workspace, the first days of the months, and the first day after them; for the edge also
// `asOf` and the end of its month, and of sales the first instants of the months. The last value of
// spending is the cohorts that are listed, or null for all.
const IN_MONTHS = (day: string): string => `${day} >= ($2::date[])[1] and ${day} < $3::date`;

/** How old the customers of a month can be in the last one. */
const lastAge = (number: string): string => `cardinality($2::date[]) - ${number}`;

const EDGE_CUSTOMERS = ({ ofCustomer, join }: Grouping): string => `
  union all
  -- one row: a customer of the last month that was first seen after asOf
  select ${ofCustomer}, month.first_day, -1
  from customers customer
  cross join (select ($2::date[])[cardinality($2::date[])] as first_day) as month${join}
  where customer.workspace_id = $1 and customer.first_seen_at > $4::timestamptz
    and customer.first_seen_at < $5::timestamptz`;

const EDGE_SALES = ({ ofCustomer, join }: Grouping): string => `
  union all
  -- one row: what a customer bought after asOf in the last month, and whether only then
  select ${ofCustomer}, ${lastAge('month.number')}, -late.revenue, case when exists (
      select from conversions sale
      where sale.workspace_id = $1 and sale.customer_id = late.customer_id
        and sale.type = 'sale' and sale.status = 'approved' and sale.occurred_at <= $4::timestamptz
    ) then 0 else -1 end
  from (
    select customer_id, sum(reporting_amount - reporting_refunded)::bigint as revenue
    from conversions
    where workspace_id = $1 and occurred_at > $4::timestamptz and occurred_at < $5::timestamptz
      and type = 'sale' and status = 'approved' and customer_id is not null
    group by customer_id
  ) as late
  join customers customer on customer.workspace_id = $1 and customer.id = late.customer_id
  cross join lateral (
    select number, ($2::date[])[number] as first_day
    from width_bucket(customer.first_seen_at, $6::timestamptz[]) as number
  ) as month${join}
  where month.number > 0`;

const cohortsOf = (grouping: Grouping, edge: string): string => `
with part as (
  -- one row: customers of a month, of all or of one origin
  select ${grouping.ofCohortCell} as key, cell.period as month, cell.customers
  from cohort_cells cell
  where cell.workspace_id = $1 and cell.dimension = '${grouping.dimension}'
    and cell.grain = 'month' and ${IN_MONTHS('cell.period')}
  union all
  -- one row: what a write has changed of them since
  select ${grouping.ofDelta}, ${firstDayOf('month', 'delta.first_seen_day')}, delta.customers
  from cohort_deltas delta
  where delta.workspace_id = $1 and ${IN_MONTHS('delta.first_seen_day')}${edge}
),
by_month as (
  -- one row: a cohort and a month in which customers of it were first seen
  select key, month, sum(customers) as customers
  from part
  group by key, month
  having sum(customers) <> 0
)
select key, min(month) as "firstMonth", max(month) as "lastMonth",
  sum(customers)::bigint as customers
from by_month
group by key
order by customers desc, key::text = '', key
limit ${MAX_GROUPS + 1}`;

const spendingOf = (grouping: Grouping, edge: string, keys: string): string => `
with part as (
  -- one row: what the customers of a month spent at an age, of all or of one origin
  select ${grouping.ofSpendingCell} as key, cell.age, cell.revenue, cell.new_buyers
  from spending_cells cell
  where cell.workspace_id = $1 and cell.dimension = '${grouping.dimension}'
    and ${IN_MONTHS('cell.month')}
    and cell.age <= ${lastAge('width_bucket(cell.month, $2::date[])')}
  union all
  -- one row: what a write has changed of it since
  select ${grouping.ofDelta}, delta.month_age, delta.revenue, delta.new_buyers
  from cohort_deltas delta
  where delta.workspace_id = $1 and ${IN_MONTHS('delta.first_seen_day')}
    and delta.month_age <= ${lastAge('width_bucket(delta.first_seen_day, $2::date[])')}${edge}
)
select key, age, sum(revenue)::bigint as revenue, sum(new_buyers)::bigint as "newBuyers"
from part
where ${keys}::text[] is null or key::text = any(${keys}::text[])
group by key, age`;

interface Statements {
  cohorts: Select<CohortRow>;
  spending: Select<AgeRow>;
}

const statementsOf = (
  group: LtvGroup,
  grouping: Grouping,
): Record<'whole' | 'cut', Statements> => ({
  /** The last month as it is by now. */
  whole: {
    cohorts: new Select(`ltv-cohorts-by-${group}`, { postgres: cohortsOf(grouping, '') }),
    spending: new Select(`ltv-spending-by-${group}`, { postgres: spendingOf(grouping, '', '$4') }),
  },
  /** Without what happened in it after `asOf`, which is read from the events. */
  cut: {
    cohorts: new Select(`ltv-cohorts-by-${group}-cut`, {
      postgres: cohortsOf(grouping, EDGE_CUSTOMERS(grouping)),
    }),
    spending: new Select(`ltv-spending-by-${group}-cut`, {
      postgres: spendingOf(grouping, EDGE_SALES(grouping), '$7'),
    }),
  },
});

export const LTV_STATEMENTS = {
  month: statementsOf('month', BY_MONTH),
  campaign: statementsOf('campaign', byOrigin('campaign', 'campaign_id')),
  source: statementsOf('source', byOrigin('source', 'source')),
};
