import { Statement } from '@app/platform';

/** A counting sale of the customer `asked.customer_id`; its partial index has the same condition. */
const COUNTING = `workspace_id = $1 and type = 'sale' and status = 'approved'
  and customer_id is not null and customer_id`;

/** Whether a customer has counting sales in a week and a month, and when its first one was. */
export interface BuyingAround {
  inWeek: boolean;
  inMonth: boolean;
  firstAt: Date | null;
}

/** One row for each customer, week and month that is asked about, in their order. */
export const BUYING_AROUND = new Statement<BuyingAround>(
  'buying.around',
  `select
     exists (
       select 1 from conversions where ${COUNTING} = asked.customer_id
         and occurred_at >= asked.week_start and occurred_at < asked.week_end
     ) as "inWeek",
     exists (
       select 1 from conversions where ${COUNTING} = asked.customer_id
         and occurred_at >= asked.month_start and occurred_at < asked.month_end
     ) as "inMonth",
     (
       select occurred_at from conversions where ${COUNTING} = asked.customer_id
       order by occurred_at limit 1
     ) as "firstAt"
   from unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[],
     $6::timestamptz[])
     with ordinality
     as asked (customer_id, week_start, week_end, month_start, month_end, place)
   order by asked.place`,
);

/** What a customer bought in a part of a week that is in one month, by places in the lists of starts. */
export interface BuyingSpan {
  customerId: string;
  week: number;
  month: number;
  sales: number;
  revenue: number;
}

export const BUYING_OF_CUSTOMERS = new Statement<BuyingSpan>(
  'buying.of-customers',
  `select customer_id as "customerId", width_bucket(occurred_at, $3::timestamptz[]) as week,
     width_bucket(occurred_at, $4::timestamptz[]) as month, count(*) as sales,
     sum(reporting_amount - reporting_refunded)::bigint as revenue
   from conversions
   where ${COUNTING} = any ($2::text[])
   group by 1, 2, 3`,
);
