import { Binding } from "../../platform/src/index.js";
import { CONVERSION_COLUMNS } from './conversion.store.js';
function condition(filter, binding) {
    const conditions = [`workspace_id = ${binding.add(filter.workspaceId)}`];
    const { type, status, orderId, customerId, stitched, range } = filter;
    if (type !== undefined)
        conditions.push(`type = ${binding.add(type)}`);
    if (status !== undefined)
        conditions.push(`status = ${binding.add(status)}`);
    if (orderId !== undefined)
        conditions.push(`order_id = ${binding.add(orderId)}`);
    if (customerId !== undefined)
        conditions.push(`customer_id = ${binding.add(customerId)}`);
    if (stitched === 'true')
        conditions.push('customer_id is not null');
    if (stitched === 'false')
        conditions.push('customer_id is null');
    if (range.from)
        conditions.push(`occurred_at >= ${binding.add(range.from)}`);
    if (range.to)
        conditions.push(`occurred_at < ${binding.add(range.to)}`);
    return conditions.join(' and ');
}
export function countSql(filter) {
    const binding = new Binding();
    const where = condition(filter, binding);
    return {
        text: `select count(*) as count from conversions where ${where}`,
        values: binding.values,
    };
}
/** One page by time, ties by id in the direction of the sort. */
export function pageSql(filter, sortOrder, page) {
    const binding = new Binding();
    const conditions = [condition(filter, binding)];
    if (page.after) {
        const { occurredAt, id } = page.after;
        const sign = sortOrder === 'asc' ? '>' : '<';
        conditions.push(`(occurred_at, id) ${sign} (${binding.add(occurredAt)}, ${binding.add(id)})`);
    }
    const text = `select ${CONVERSION_COLUMNS} from conversions
    where ${conditions.join(' and ')}
    order by occurred_at ${sortOrder}, id ${sortOrder}
    limit ${binding.add(page.limit)} offset ${binding.add(String(page.offset))}`;
    return { text, values: binding.values };
}
//# sourceMappingURL=conversion-list.store.js.map