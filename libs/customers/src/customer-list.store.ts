import { Statement, type Value } from '@app/platform';
import type { CustomerSort } from './customer-filter.dto.js';
import { VIEW_COLUMNS, WITH_FIRST_TOUCH, type CustomerView } from './customer.store.js';
import { WEEK_SECONDS } from './directory/directory.store.js';

/** How many customers of a workspace are live: what is folded, and what is not yet. */
const LIVE = `
  coalesce((select sum(live) from cohort_cells
            where workspace_id = $1 and dimension = 'all' and grain = 'month'), 0)
  + coalesce((select sum(live) from cohort_deltas where workspace_id = $1 and live <> 0), 0)`;

export const LIVE_CUSTOMERS = new Statement<{ count: number }>(
  'customers.live',
  `select ${LIVE} as count`,
);

export interface CustomerOrder {
  sortBy: CustomerSort;
  sortOrder: 'asc' | 'desc';
}

/** The place of a customer in the order: what it is sorted by, and its id. */
export interface CustomerPosition {
  value: Date | number | null;
  id: string;
}

/** Which part of the list: behind a position, or from an offset. */
export interface CustomerWindow {
  limit: number;
  offset: bigint;
  after?: CustomerPosition | undefined;
}

/** A customer of a page; on a page without any, one row brings the total. */
export type PageRow = (CustomerView | { id: null }) & { total: number };

/** A statement with its values. */
export interface Bound<Row> {
  statement: Statement<Row>;
  values: Value[];
}

/** Nearer offsets are skipped one by one, sooner than the weeks would be added up. */
const NEAR = 1_000n;

/** By offset, behind a position, or behind one among those that have nothing to be sorted by. */
export type Part = 'page' | 'after' | 'after-null';

/** $1 is the workspace, $2 the limit, $3 the offset; or $3 and $4 are the position. */
export function bindWindow(
  workspaceId: string,
  { limit, offset, after }: CustomerWindow,
): { part: Part; values: Value[] } {
  if (!after) return { part: 'page', values: [workspaceId, limit, String(offset)] };
  const { value, id } = after;
  return value === null
    ? { part: 'after-null', values: [workspaceId, limit, id] }
    : { part: 'after', values: [workspaceId, limit, value, id] };
}

/** A page of all live customers, with their number. */
export function listSql(
  workspaceId: string,
  order: CustomerOrder,
  window: CustomerWindow,
): Bound<PageRow> {
  const { sortBy, sortOrder } = order;
  const { part, values } = bindWindow(workspaceId, window);
  const isFar = sortBy === 'createdAt' && part === 'page' && window.offset >= NEAR;
  const places = isFar ? farPlaces(sortOrder) : placesOf(order, part);
  const name = `customers.list.${sortBy}.${sortOrder}.${isFar ? 'far' : part}`;
  return { statement: new Statement(name, viewsAt(places, order, LIVE)), values };
}

/**
 * The customers at places (`id`, `value`), each looked up by its key: the planner must not take a
 * workspace for small and read all of it. `total` is on every row, and on the only one when no
 * customer is on the page.
 */
export const viewsAt = (places: string, { sortOrder }: CustomerOrder, total = 'null'): string => `
  select counted.total, page.*
  from (select ${total} as total) counted
  left join (
    select ${VIEW_COLUMNS}, place.value is null as is_last, place.value, place.id as place_id
    from (${places}) place
    cross join lateral (
      select * from customers where workspace_id = $1 and id = place.id offset 0
    ) customer
    ${WITH_FIRST_TOUCH}
  ) page on true
  order by page.is_last, page.value ${sortOrder}, page.place_id ${sortOrder}`;

/** What the condition and the order of a sort read, and which rows they leave out. */
const SOURCE: Record<CustomerSort, { id: string; value: string; from: string }> = {
  createdAt: {
    id: 'customer_id',
    value: 'created_at',
    from: 'customer_directory where workspace_id = $1',
  },
  ltv: {
    id: 'id',
    value: 'ltv',
    from: 'customers where workspace_id = $1 and deleted_at is null',
  },
  lastActivityAt: {
    id: 'id',
    value: 'last_activity_at',
    from: 'customers where workspace_id = $1 and deleted_at is null',
  },
};

/**
 * Places in an order. Customers without any activity come last in both directions, which no one
 * index has: they are read by themselves, in the index's own order, which tells the planner that none has
 * to be sorted.
 */
export function placesOf(
  { sortBy, sortOrder }: CustomerOrder,
  part: Part,
  { limit = '$2', offset = '$3' } = {},
): string {
  const { id, value, from } = SOURCE[sortBy];
  const sign = sortOrder === 'asc' ? '>' : '<';
  const source = `select ${id} as id, ${value} as value from ${from}`;
  const order = `order by ${value} ${sortOrder}, ${id} ${sortOrder}`;
  const behind = part === 'after' ? `and (${value}, ${id}) ${sign} ($3, $4)` : '';
  if (sortBy !== 'lastActivityAt') {
    return `${source} ${behind} ${order} limit ${limit} ${part === 'page' ? `offset ${offset}` : ''}`;
  }
  const active = `${source} and ${value} is not null ${behind} ${order}`;
  const silent = `${source} and ${value} is null`;
  if (part === 'after-null') return `${silent} and ${id} ${sign} $3 ${order} limit ${limit}`;
  if (part === 'after') {
    return `
      with active as materialized (${active} limit ${limit})
      select * from active
      union all
      (${silent} ${order} limit ${limit} - (select count(*) from active))`;
  }
  return `
    with active as materialized (${active} limit ${limit} offset ${offset})
    select * from active
    union all
    (${silent} ${order}
     limit ${limit} - (select count(*) from active)
     offset case
       when exists (select from active) then 0
       else ${offset} - (select count(*) from (${active} limit ${offset}) before)
     end)`;
}

/**
 * Places at a far offset: how many customers each week has tells the week that the page begins in, so
 * that only that week's are skipped one by one.
 */
const farPlaces = (sortOrder: 'asc' | 'desc'): string => {
  const [sign, edge] = sortOrder === 'asc' ? ['>=', 'week'] : ['<', 'week + 1'];
  return `
    with counts as (
      select week, sum(customers) as customers
      from (
        select week, customers from directory_weeks where workspace_id = $1
        union all
        select week, count(*) from customer_directory
        where workspace_id = $1 and not indexed group by week
      ) part
      group by week
    ),
    running as (
      select week, customers,
        sum(customers) over (order by week ${sortOrder}) - customers as before
      from counts
    ),
    start as materialized (
      select to_timestamp((${edge}) * ${WEEK_SECONDS}) as edge, before from running
      where before <= $3 and before + customers > $3
    )
    select customer_id as id, created_at as value
    from customer_directory
    where workspace_id = $1 and created_at ${sign} (select edge from start)
    order by created_at ${sortOrder}, customer_id ${sortOrder}
    limit $2 offset $3 - (select before from start)`;
};
