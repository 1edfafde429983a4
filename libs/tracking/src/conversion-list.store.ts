import { CONVERSION_COLUMNS, type Conversion } from '@app/analytics';
import { Binding, Statement, type InstantRange, type Value } from '@app/platform';

/** Which conversions. */
export interface ConversionFilter {
  workspaceId: string;
  type?: string | undefined;
  status?: string | undefined;
  orderId?: string | undefined;
  customerId?: string | undefined;
  stitched?: 'true' | 'false' | undefined;
  range: InstantRange;
}

/** A statement with its values. */
interface Bound<Row> {
  statement: Statement<Row>;
  values: Value[];
}

export interface ConversionPosition {
  occurredAt: Date;
  id: string;
}

const DAY_MS = 86_400_000;

/** What a day's counts are told apart by. */
function kindConditions(
  { type, status, stitched }: ConversionFilter,
  binding: Binding,
  isStitched: string,
): string[] {
  return [
    ...(type === undefined ? [] : [`type = ${binding.add(type)}`]),
    ...(status === undefined ? [] : [`status = ${binding.add(status)}`]),
    ...(stitched === undefined ? [] : [`${isStitched} = ${binding.add(stitched)}::boolean`]),
  ];
}

/** The one condition that a page, its total and an export share. */
export function conditions(filter: ConversionFilter, binding: Binding): string[] {
  const { orderId, customerId, range } = filter;
  return [
    'workspace_id = $1',
    ...(orderId === undefined ? [] : [`order_id = ${binding.add(orderId)}`]),
    ...(customerId === undefined ? [] : [`customer_id = ${binding.add(customerId)}`]),
    ...kindConditions(filter, binding, '(customer_id is not null)'),
    ...(range.from ? [`occurred_at >= ${binding.add(range.from)}`] : []),
    ...(range.to ? [`occurred_at < ${binding.add(range.to)}`] : []),
  ];
}

/** Which filters are given: statements that differ in them have names that do. */
const shapeOf = ({ range, ...filter }: ConversionFilter): string =>
  [
    ...Object.entries({ ...filter, workspaceId: undefined, ...range })
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name]) => name),
  ].join('.');

function workspaceBinding({ workspaceId }: ConversionFilter): Binding {
  const binding = new Binding();
  binding.add(workspaceId);
  return binding;
}

/** An order or a customer has few conversions: they are looked up, and nothing else is. */
const isNarrow = ({ orderId, customerId }: ConversionFilter): boolean =>
  orderId !== undefined || customerId !== undefined;

/** Counts what matches: whole days from their counts, the edges of the range from the conversions. */
export function countSql(filter: ConversionFilter): Bound<{ count: number }> {
  const name = `con.count.${shapeOf(filter)}`;
  const { from, to } = filter.range;
  const binding = workspaceBinding(filter);
  const counted = (range: InstantRange): string =>
    `(select count(*) from conversions
      where ${conditions({ ...filter, range }, binding).join(' and ')})`;
  const [first, last] = [from && nextMidnight(from), to && lastMidnight(to)];
  if (isNarrow(filter) || (first && last && first >= last)) {
    const text = `select ${counted(filter.range)} as count`;
    return { statement: new Statement(`${name}.each`, text), values: binding.values };
  }
  const days = [
    'workspace_id = $1',
    ...kindConditions(filter, binding, 'stitched'),
    ...(first ? [`day >= ${binding.add(dayOf(first))}::date`] : []),
    ...(last ? [`day < ${binding.add(dayOf(last))}::date`] : []),
  ].join(' and ');
  const text = `
    select coalesce((select sum(conversions) from conversion_cells where ${days}), 0)
      + coalesce((select sum(conversions) from conversion_deltas where ${days}), 0)
      ${first ? `+ ${counted({ from, to: first })}` : ''}
      ${last ? `+ ${counted({ from: last, to })}` : ''} as count`;
  return { statement: new Statement(name, text), values: binding.values };
}

/** Nothing happens before 1970 or after the years of four digits, which is all that a day here can say. */
const LAST_DAY = Date.UTC(9999, 11, 31);

/** The UTC day of an instant. */
const dayOf = (instant: Date): string =>
  new Date(Math.min(Math.max(instant.getTime(), 0), LAST_DAY)).toISOString().slice(0, 10);

const lastMidnight = (instant: Date): Date =>
  new Date(Math.floor(instant.getTime() / DAY_MS) * DAY_MS);

const nextMidnight = (instant: Date): Date =>
  new Date(Math.ceil(instant.getTime() / DAY_MS) * DAY_MS);

/** One page by time, ties by id in the direction of the sort. */
export function pageSql(
  filter: ConversionFilter,
  sortOrder: 'asc' | 'desc',
  page: { limit: number; offset: bigint; after?: ConversionPosition | undefined },
): Bound<Conversion> {
  const binding = workspaceBinding(filter);
  const where = conditions(filter, binding);
  if (page.after) {
    const { occurredAt, id } = page.after;
    const sign = sortOrder === 'asc' ? '>' : '<';
    where.push(`(occurred_at, id) ${sign} (${binding.add(occurredAt)}, ${binding.add(id)})`);
  }
  const order = `order by occurred_at ${sortOrder}, id ${sortOrder}`;
  const [limit, offset] = [binding.add(page.limit), binding.add(String(page.offset))];
  const hasKinds = filter.type ?? filter.status ?? filter.stitched;
  const text =
    isNarrow(filter) || hasKinds === undefined
      ? `select ${CONVERSION_COLUMNS} from conversions
         where ${where.join(' and ')} ${order} limit ${limit} offset ${offset}`
      : `select found.* from (${daysOf(filter, sortOrder, page.after, binding)}) having_some
         cross join lateral (
           select ${CONVERSION_COLUMNS} from conversions
           where ${where.join(' and ')} and occurred_at >= having_some.day::timestamp at time zone 'UTC'
             and occurred_at < (having_some.day + 1)::timestamp at time zone 'UTC'
           ${order} limit ${limit}::bigint + ${offset}::bigint
         ) found
         limit ${limit} offset ${offset}`;
  const part = page.after ? 'after' : 'page';
  return {
    statement: new Statement(`con.${part}.${sortOrder}.${shapeOf(filter)}`, text),
    values: binding.values,
  };
}

/** The days that have what is looked for, in order: a rare kind is not looked for in all the others. */
function daysOf(
  filter: ConversionFilter,
  sortOrder: 'asc' | 'desc',
  after: ConversionPosition | undefined,
  binding: Binding,
): string {
  const { from, to } = filter.range;
  const day = (instant: Date): string => `${binding.add(dayOf(instant))}::date`;
  const days = [
    'workspace_id = $1',
    ...kindConditions(filter, binding, 'stitched'),
    ...(from ? [`day >= ${day(from)}`] : []),
    ...(to ? [`day <= ${day(to)}`] : []),
    ...(after ? [`day ${sortOrder === 'asc' ? '>=' : '<='} ${day(after.occurredAt)}`] : []),
  ].join(' and ');
  return `
    select day from (
      select day, conversions from conversion_cells where ${days}
      union all
      select day, conversions from conversion_deltas where ${days}
    ) part
    group by day having sum(conversions) > 0 order by day ${sortOrder}`;
}
