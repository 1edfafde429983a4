import { Statement, type Value } from '@app/platform';
import {
  filterConditions,
  isOfOneOrigin,
  oneOriginOf,
  searchConditions,
  shapeOf,
  type CustomerFilter,
} from './customer-filter.js';
import {
  bindWindow,
  viewsAt,
  type Bound,
  type CustomerOrder,
  type CustomerWindow,
  type PageRow,
  type Part,
} from './customer-list.store.js';
import { walkPlaces } from './customer-walk.store.js';

/**
 * How those that a filter lets through are put in order: an index has them in it, they are gathered and
 * sorted, or they are met on a walk through all customers.
 */
export type FilterPath = 'ordered' | 'gather' | 'walk';

/** Whether an index has what is asked for in its order: nothing has to be counted first. */
export const isOrdered = (filter: CustomerFilter, { sortBy }: CustomerOrder): boolean =>
  sortBy === 'createdAt' && isOfOneOrigin(filter);

/** Values of a statement, and the condition on `customer_directory` that binds some of them. */
function conditionOf(filter: CustomerFilter, values: Value[]): string {
  const bind = (value: Value): string => `$${String(values.push(value))}`;
  return [...filterConditions(filter, bind), ...searchConditions(filter, bind)].join(' and ');
}

/** Counts whom a filter lets through; with `cap`, no further than that. */
export function countFilterSql(
  workspaceId: string,
  filter: CustomerFilter,
  cap?: number,
): Bound<{ count: number }> {
  const values: Value[] = [workspaceId];
  const rows = `from customer_directory where workspace_id = $1
    and ${conditionOf(filter, values)}`;
  const name = `customers.count-filter.${shapeOf(filter)}`;
  if (cap === undefined) {
    return { statement: new Statement(name, `select count(*) as count ${rows}`), values };
  }
  const text = `select count(*) as count
    from (select 1 ${rows} limit $${String(values.push(cap))}) matches`;
  return { statement: new Statement(`${name}.capped`, text), values };
}

/** A page of whom a filter lets through. */
export function filterSql(
  workspaceId: string,
  filter: CustomerFilter,
  order: CustomerOrder,
  { window, path }: { window: CustomerWindow; path: FilterPath },
): Bound<PageRow> {
  const { sortBy, sortOrder } = order;
  const { part, values } = bindWindow(workspaceId, window);
  const condition = conditionOf(filter, values);
  const origin = oneOriginOf(filter);
  const lead = origin?.isNone ? `${origin.column} ${sortOrder}, ` : '';
  const places =
    path === 'ordered'
      ? orderedPlaces(condition, order, part, lead)
      : (path === 'gather' ? gatherPlaces : walkPlaces)(condition, order, part);
  const name = `customers.filter.${sortBy}.${sortOrder}.${part}.${path}.${shapeOf(filter)}`;
  return {
    statement: new Statement(name, viewsAt(places, order)),
    values,
  };
}

const signOf = ({ sortOrder }: CustomerOrder): string => (sortOrder === 'asc' ? '>' : '<');

/**
 * By `createdAt`, as the index of a campaign or a source has them. `lead` is a column that is null for all
 * of them: only when the order begins with it does the planner see that none has to be sorted.
 */
function orderedPlaces(condition: string, order: CustomerOrder, part: Part, lead: string): string {
  const { sortOrder } = order;
  const isPage = part === 'page';
  return `
    select customer_id as id, created_at as value from customer_directory
    where workspace_id = $1 and ${condition}
      ${isPage ? '' : `and (created_at, customer_id) ${signOf(order)} ($3, $4)`}
    order by ${lead}created_at ${sortOrder}, customer_id ${sortOrder}
    limit $2 ${isPage ? 'offset $3' : ''}`;
}

const COLUMN = { ltv: 'ltv', lastActivityAt: 'last_activity_at' };

/** All that match, each looked up for what it is sorted by. */
function gatherPlaces(condition: string, order: CustomerOrder, part: Part): string {
  const { sortBy, sortOrder } = order;
  const sign = signOf(order);
  const behind = {
    page: 'true',
    after: `(value is null or (value, id) ${sign} ($3, $4))`,
    'after-null': `value is null and id ${sign} $3`,
  }[part];
  const found = `
    select customer_id as id, created_at as value from customer_directory
    where workspace_id = $1 and ${condition} offset 0`;
  // The fence keeps the planner from reading all customers: it takes every workspace for small.
  const looked =
    sortBy === 'createdAt'
      ? found
      : `select customer.id, customer.value from (${found}) found
         cross join lateral (
           select id, ${COLUMN[sortBy]} as value from customers
           where workspace_id = $1 and id = found.id offset 0
         ) customer`;
  return `
    select id, value from (${looked}) matches
    where ${behind}
    order by value ${sortOrder} nulls last, id ${sortOrder}
    limit $2 ${part === 'page' ? 'offset $3' : ''}`;
}
