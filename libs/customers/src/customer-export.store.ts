import type { ExportFormat, Sql } from '@app/platform';
import { Binding } from '@app/platform';
import {
  filterConditions,
  isFiltered,
  searchConditions,
  type CustomerFilter,
} from './customer-filter.js';
import { VIEW_COLUMNS, WITH_FIRST_TOUCH, type CustomerView } from './customer.store.js';

/** A live customer; for an import with the clicks that it has claimed. */
export type ExportedCustomer = CustomerView & { claimedClickIds?: string[] };

/**
 * What a customer has claimed, and those touches of it that the visitors of these clicks would not give
 * back: a visitor that has been erased with somebody else was followed by its hash alone.
 */
const CLAIMED = `cross join lateral (
    select array(
      select click_id from claims
      where workspace_id = customer.workspace_id and customer_id = customer.id
      union
      select touch.click_id from touches touch
      join clicks touched
        on touched.workspace_id = touch.workspace_id and touched.click_id = touch.click_id
      where touch.workspace_id = customer.workspace_id and touch.customer_id = customer.id
        and (touched.visitor_id is null or touched.visitor_id <> all (array(
          select claimed.visitor_id from claims
          join clicks claimed
            on claimed.workspace_id = claims.workspace_id and claimed.click_id = claims.click_id
          where claims.workspace_id = customer.workspace_id and claims.customer_id = customer.id
            and claimed.visitor_id is not null
        )))
      order by 1
    ) as "claimedClickIds"
  ) claimed`;

/** Live customers in the order of their ids, which nothing changes while an export goes on. */
export function exportSql(
  workspaceId: string,
  filter: CustomerFilter,
  format: ExportFormat,
  after: string | undefined,
): Sql {
  const binding = new Binding();
  binding.add(workspaceId);
  const bind = binding.add.bind(binding);
  const entry = [...filterConditions(filter, bind), ...searchConditions(filter, bind)];
  const isNarrowed = isFiltered(filter) || filter.search !== undefined;
  const text = `
    select ${VIEW_COLUMNS}${format === 'ndjson' ? ', claimed."claimedClickIds"' : ''}
    from customers customer
    ${WITH_FIRST_TOUCH}
    ${format === 'ndjson' ? CLAIMED : ''}
    where customer.workspace_id = $1 and customer.deleted_at is null
      ${after === undefined ? '' : `and customer.id > ${bind(after)}`}
      ${isNarrowed ? `and customer.id in (${idsOf(entry)})` : ''}
    order by customer.id`;
  return { text, values: binding.values };
}

const idsOf = (conditions: string[]): string =>
  `select customer_id from customer_directory
   where workspace_id = $1 and ${conditions.join(' and ')}`;
