import { Binding } from "../../platform/src/index.js";
import { VIEW_COLUMNS, WITH_FIRST_TOUCH } from './customer.store.js';
import { encodeSearch } from './search-text.js';
function condition(filter, binding) {
    const workspace = `customer.workspace_id = ${binding.add(filter.workspaceId)}`;
    const live = 'customer.deleted_at is null';
    if (filter.search === undefined)
        return `${workspace} and ${live}`;
    // Encoded text has neither % nor _ nor \, so the pattern needs no escaping.
    const pattern = binding.add(`%${encodeSearch(filter.search)}%`);
    return `${workspace} and ${live} and customer.search_text like ${pattern}`;
}
/** Counts what matches; with `cap`, no further than that. */
export function countSql(filter, cap) {
    const binding = new Binding();
    const where = condition(filter, binding);
    const text = cap === undefined
        ? `select count(*) as count from customers customer where ${where}`
        : `select count(*) as count
         from (select 1 from customers customer where ${where} limit ${binding.add(cap)}) matching`;
    return { text, values: binding.values };
}
const COLUMN = {
    createdAt: 'created_at',
    ltv: 'ltv',
    lastActivityAt: 'last_activity_at',
};
/** What comes behind a position, nulls last, ties by id in the direction of the sort. */
function behind({ value, id }, { sortBy, sortOrder }, binding) {
    const column = `customer.${COLUMN[sortBy]}`;
    const sign = sortOrder === 'asc' ? '>' : '<';
    if (value === null)
        return `(${column} is null and customer.id ${sign} ${binding.add(id)})`;
    const pair = `(${column}, customer.id) ${sign} (${binding.add(value)}, ${binding.add(id)})`;
    return sortBy === 'lastActivityAt' ? `(${pair} or ${column} is null)` : pair;
}
/** One page of the list, with the value that each customer is sorted by. */
export function pageSql(filter, order, page) {
    const binding = new Binding();
    const conditions = [condition(filter, binding)];
    if (page.after)
        conditions.push(behind(page.after, order, binding));
    const { sortBy, sortOrder } = order;
    const nulls = sortBy === 'lastActivityAt' ? 'nulls last' : '';
    const text = `
    select ${VIEW_COLUMNS}
    from (
      select * from customers customer
      where ${conditions.join(' and ')}
      order by customer.${COLUMN[sortBy]} ${sortOrder} ${nulls}, customer.id ${sortOrder}
      limit ${binding.add(page.limit)} offset ${binding.add(String(page.offset))}
    ) customer ${WITH_FIRST_TOUCH}
    order by customer.${COLUMN[sortBy]} ${sortOrder} ${nulls}, customer.id ${sortOrder}`;
    return { text, values: binding.values };
}
//# sourceMappingURL=customer-list.store.js.map