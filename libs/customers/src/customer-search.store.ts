import { Statement, type Value } from '@app/platform';
import { filterConditions, shapeOf, type CustomerFilter } from './customer-filter.js';
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
import { WEEK } from './directory/directory.store.js';
import { SLICE, foldCase, gramQueryOf } from './search-text.js';

/** So many rows are read in the order of the list first: a common term fills a page from them. */
const FIRST_LOOK = 400;

/** The placeholders of a term: folded, and as a query of the directory's grams. */
interface Term {
  folded: string;
  query: string;
  /** What else is asked of an entry that has it. */
  filter: string;
}

/** Binds the term and what else is asked for behind the values that there are. */
function termOf(search: string, filter: CustomerFilter | undefined, values: Value[]): Term {
  const bind = (value: Value): string => `$${String(values.push(value))}`;
  const folded = foldCase(search);
  const term = { folded: bind(folded), query: bind(gramQueryOf(folded)) };
  const conditions = filter ? filterConditions(filter, bind) : [];
  return { ...term, filter: conditions.map((condition) => ` and ${condition}`).join('') };
}

const nameOf = (name: string, filter: CustomerFilter | undefined): string =>
  filter ? `${name}.${shapeOf(filter)}` : name;

interface Matching {
  /** What is selected of each entry. */
  what: string;
  /** One more condition on the entry. */
  also?: string;
  /** One more condition on the week. */
  weeks?: string;
  /** In which direction the weeks are read. */
  direction?: 'asc' | 'desc';
  /** Order and limit of each part. */
  few?: string;
  /** How many of the indexed entries are enough: weeks behind the last needed one are not read. */
  enough?: string;
}

/** The entries that have a term: the fresh ones, and week after week those that the index finds. */
function matching(term: Term, wanted: Matching): string {
  const { what, also = '', weeks = '', direction = 'desc', few = '', enough = '' } = wanted;
  const has = `strpos(content, ${term.folded}) > 0${term.filter} ${also}`;
  // The fence leaves the planner no other way to these rows: it takes every workspace for small.
  return `
    (select ${what} from customer_directory
     where workspace_id = $1 and not indexed and ${has} ${few})
    union all
    (select found.*
     from (
       select week from directory_weeks
       where workspace_id = $1 and customers > 0 ${weeks} order by week ${direction}
     ) slice
     cross join lateral (
       select ${what}
       from (
         select * from customer_directory
         where indexed and directory_grams(directory_slice(workspace_id, week), content)
           @@ replace(${term.query}, '${SLICE}', directory_slice($1, slice.week))::tsquery
         offset 0
       ) entry
       where workspace_id = $1 and week = slice.week and ${has} ${few}
     ) found
     ${enough})`;
}

/** Counts what matches, and what a filter lets through of it; with `cap`, no further than that. */
export function countSearchSql(
  workspaceId: string,
  search: string,
  cap?: number,
  filter?: CustomerFilter,
): Bound<{ count: number }> {
  const values: Value[] = [workspaceId];
  const term = termOf(search, filter, values);
  const limit = cap === undefined ? '' : `limit $${String(values.push(cap))}`;
  const matches = matching(term, { what: '1', few: limit, enough: limit });
  const name = cap === undefined ? 'customers.count-search' : 'customers.count-search.capped';
  return {
    statement: new Statement(
      nameOf(name, filter),
      `select count(*) as count from (${matches} ${limit}) matches`,
    ),
    values,
  };
}

/** So many matches are met on a walk sooner than they are gathered. */
export const MANY = 3_000;

/** How the customers that match are found, in another order than by `createdAt`. */
export type SearchPath = 'gather' | 'walk';

/**
 * A page of what matches. `path`: few are gathered and sorted, many are met on a walk, which knows no
 * filter.
 */
export function searchSql(
  workspaceId: string,
  search: string,
  order: CustomerOrder,
  { window, path, filter }: { window: CustomerWindow; path: SearchPath; filter?: CustomerFilter },
): Bound<PageRow> {
  const { sortBy, sortOrder } = order;
  const { part, values } = bindWindow(workspaceId, window);
  const how = sortBy === 'createdAt' ? 'weeks' : path;
  const places =
    how === 'walk'
      ? walkPlaces(`strpos(content, $${String(values.push(foldCase(search)))}) > 0`, order, part)
      : (how === 'weeks' ? weekPlaces : gatherPlaces)(termOf(search, filter, values), order, part);
  return {
    statement: new Statement(
      nameOf(`customers.search.${sortBy}.${sortOrder}.${part}.${how}`, filter),
      viewsAt(places, order),
    ),
    values,
  };
}

/** By `createdAt`: from a first look, or from as many weeks as it takes. */
function weekPlaces(term: Term, { sortOrder }: CustomerOrder, part: Part): string {
  const isPage = part === 'page';
  const sign = sortOrder === 'asc' ? '>' : '<';
  const behind = isPage ? '' : `and (created_at, customer_id) ${sign} ($3, $4)`;
  const order = `order by created_at ${sortOrder}, customer_id ${sortOrder}`;
  const need = isPage ? '$2::bigint + $3::bigint' : '$2::bigint';
  const unfilled = `(select count(*) from look) = ${String(FIRST_LOOK)}
    and (select count(*) from near) < ${need}`;
  const found = matching(term, {
    what: 'customer_id as id, created_at as value',
    also: `${behind} and ${unfilled}`,
    weeks: `and ${unfilled} ${isPage ? '' : `and week ${sign}= ${WEEK('$3::timestamptz')}`}`,
    direction: sortOrder,
    few: `${order} limit ${need}`,
    enough: `limit ${need}`,
  });
  return `
    with look as materialized (
      select customer_id as id, created_at as value, content, first_seen_at, campaign_id, source
      from customer_directory
      where workspace_id = $1 ${behind} ${order} limit ${String(FIRST_LOOK)}
    ),
    near as materialized (
      select id, value from look where strpos(content, ${term.folded}) > 0${term.filter}
    ),
    far as materialized (${found})
    select * from (
      select * from far union all select * from near where not exists (select from far)
    ) found
    order by value ${sortOrder}, id ${sortOrder} limit $2 ${isPage ? 'offset $3' : ''}`;
}

const COLUMN = { createdAt: 'created_at', ltv: 'ltv', lastActivityAt: 'last_activity_at' };

/** All that match, each looked up for what it is sorted by. */
function gatherPlaces(term: Term, { sortBy, sortOrder }: CustomerOrder, part: Part): string {
  const sign = sortOrder === 'asc' ? '>' : '<';
  const behind = {
    page: 'true',
    after: `(customer.value is null or (customer.value, customer.id) ${sign} ($3, $4))`,
    'after-null': `customer.value is null and customer.id ${sign} $3`,
  }[part];
  return `
    select customer.id, customer.value
    from (${matching(term, { what: 'customer_id as id' })}) found
    cross join lateral (
      select id, ${COLUMN[sortBy]} as value from customers
      where workspace_id = $1 and id = found.id offset 0
    ) customer
    where ${behind}
    order by value ${sortOrder} nulls last, id ${sortOrder}
    limit $2 ${part === 'page' ? 'offset $3' : ''}`;
}
