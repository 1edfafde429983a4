/** The columns of a delta, in their order. */
export const DELTA_COLUMNS = `first_seen_day, campaign_id, source, week_age, month_age, customers,
  live, with_leads, converted, sales, revenue, active_weeks, active_months, new_buyers`;

// Of dates and of timestamps without a zone, never of instants: the session's time zone is not ours.
// Half the time of `extract`, which goes through numeric; the year 1 began with a Monday.
const FIRST_DAY = {
  week: (day: string) => `(${day} - (${day} - date '0001-01-01') % 7)`,
  month: (day: string) => `date_trunc('month', ${day}::timestamp)::date`,
};

/** The first day of the week or month that a day is in. */
export const firstDayOf = (unit: 'week' | 'month', day: string): string => FIRST_DAY[unit](day);

const BY_ORIGIN = `(values ('all', ''), ('campaign', campaign_id), ('source', source))
    as by_origin (dimension, origin)`;

/**
 * What a relation of rows in the shape of deltas adds to each cell of `cohort_cells`. Days first,
 * and weeks and months from the days: 3 rows for each one that comes in instead of 9.
 */
export const cohortCellsOf = (rows: string): string => `
select dimension, grain, period, origin, sum(customers)::int as customers, sum(live)::int as live,
  sum(with_leads)::int as with_leads, sum(converted)::int as converted,
  sum(sales)::bigint as sales, sum(revenue)::bigint as revenue
from (
  -- one row: what is added to a day, for all customers or for those of one origin
  select dimension, origin, first_seen_day, sum(customers) as customers, sum(live) as live,
    sum(with_leads) as with_leads, sum(converted) as converted, sum(sales) as sales,
    sum(revenue)::bigint as revenue
  from ${rows} cross join lateral ${BY_ORIGIN}
  group by dimension, origin, first_seen_day
) as by_day
cross join lateral (values
  ('day', first_seen_day),
  ('week', ${FIRST_DAY.week('first_seen_day')}),
  ('month', ${FIRST_DAY.month('first_seen_day')})
) as by_time (grain, period)
group by dimension, grain, period, origin
having sum(customers) <> 0 or sum(live) <> 0 or sum(with_leads) <> 0 or sum(converted) <> 0
  or sum(sales) <> 0 or sum(revenue) <> 0`;

/** What a relation of rows in the shape of deltas adds to each cell of `retention_cells`. */
export const retentionCellsOf = (rows: string): string => `
select unit, grain, period, age, sum(customers)::int as customers
from (
  -- one row: what is added to a day and an age
  select unit, first_seen_day, age, sum(active) as customers
  from ${rows} cross join lateral (values
    ('week', week_age, active_weeks), ('month', month_age, active_months)
  ) as by_unit (unit, age, active)
  where age is not null and active <> 0
  group by unit, first_seen_day, age
) as by_day
cross join lateral (values
  ('day', first_seen_day),
  (unit, case unit when 'week' then ${FIRST_DAY.week('first_seen_day')}
    else ${FIRST_DAY.month('first_seen_day')} end)
) as by_time (grain, period)
group by unit, grain, period, age
having sum(customers) <> 0`;

/** What a relation of rows in the shape of deltas adds to each cell of `spending_cells`. */
export const spendingCellsOf = (rows: string): string => `
select dimension, ${FIRST_DAY.month('first_seen_day')} as month, origin, month_age as age,
  sum(revenue)::bigint as revenue, sum(new_buyers)::int as new_buyers
from ${rows} cross join lateral ${BY_ORIGIN}
where month_age is not null and (revenue <> 0 or new_buyers <> 0)
group by 1, 2, 3, 4
having sum(revenue) <> 0 or sum(new_buyers) <> 0`;
