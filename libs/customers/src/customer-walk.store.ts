import { placesOf, type CustomerOrder, type Part } from './customer-list.store.js';

/** How far a walk goes before it gives up. */
const WALK = 6_000;
const WALK_A_MATCH = 5;

/**
 * Customers in their order whose entry in the directory a condition lets through, until enough of them match
 * or too many have not: a page that is not full may have more in it.
 */
export function walkPlaces(condition: string, order: CustomerOrder, part: Part): string {
  const isPage = part === 'page';
  const need = isPage ? '$2::bigint + $3::bigint' : '$2::bigint';
  const window = {
    limit: `${String(WALK)} + ${String(WALK_A_MATCH)} * (${need})`,
    offset: '0',
  };
  return `
    select id, value from (${placesOf(order, part, window)}) listed
    where exists (
      select 1 from (
        select * from customer_directory where workspace_id = $1 and customer_id = listed.id offset 0
      ) entry
      where ${condition}
    )
    limit $2 ${isPage ? 'offset $3' : ''}`;
}
