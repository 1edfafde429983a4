import { projectedCustomers, type Difference } from '@app/analytics';
import { Statement, type Transaction } from '@app/platform';

/** Customers that are compared at once: some 100 ms, and a bounded answer. */
const AT_ONCE = 20_000;

const LAST_ID = new Statement<{ last: string | null }>(
  'customer-check.last-id',
  `select max(id) as last from (
     select id from customers where workspace_id = $1 and id > $2
     order by id limit ${String(AT_ONCE)}
   ) as next`,
);

const PROJECTED = [
  'first_seen_at',
  'earliest_touch_at',
  'earliest_touch_click_id',
  'first_conversion_at',
  'first_touch_click_id',
  'last_activity_at',
  'leads',
  'sales',
  'ltv',
];

const columnsOf = (side: string): string => PROJECTED.map((name) => `${side}.${name}`).join(', ');
const recordOf = (side: string): string =>
  PROJECTED.map((name) => `'${name}', ${side}.${name}`).join(', ');

const DIFFERENCES = new Statement<Difference>(
  'customer-check.differences',
  `select 'customers' as kind, customer.id as subject,
     json_build_object(${recordOf('customer')}) as stored,
     json_build_object(${recordOf('event')}) as expected
   from (${projectedCustomers((id) => `${id} > $2 and ${id} <= $3`)}
   ) as event
   join customers customer on customer.workspace_id = $1 and customer.id = event.id
   where (${columnsOf('customer')}) is distinct from (${columnsOf('event')})
   order by customer.id`,
);

/** All customers whose rows are not what their events say, some thousand customers at a time. */
export async function* differingCustomers(
  view: Pick<Transaction, 'rows' | 'first'>,
  workspaceId: string,
): AsyncGenerator<Difference[]> {
  let after = '';
  for (;;) {
    const next = await view.first(LAST_ID, [workspaceId, after]);
    if (!next?.last) return;
    yield await view.rows(DIFFERENCES, [workspaceId, after, next.last]);
    after = next.last;
  }
}
