import type { Conversion } from '@app/analytics';
import { findCustomer, parseCustomerRef } from '@app/customers';
import {
  LATEST_INSTANT,
  Database,
  ValidationFailed,
  checkPaging,
  decodeCursor,
  encodeCursor,
  rangeOf,
  toPage,
  windowOf,
  type Page,
} from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ConversionDto, ListConversionsParams } from '../conversion.dto.js';
import { countSql, pageSql, type ConversionFilter } from '../conversion-list.store.js';
import { toConversionDto } from '../conversion-view.js';

/** A page of a workspace's conversions. Throws `ValidationFailed`. */
export class ListConversions extends Query<Page<ConversionDto>> {
  readonly filter: ConversionFilter;

  constructor(
    readonly workspace: Workspace,
    readonly params: ListConversionsParams,
  ) {
    super();
    checkPaging(params);
    const { type, status, orderId, customerId, stitched } = params;
    const range = rangeOf(params, workspace.timezone);
    this.filter = {
      workspaceId: workspace.id,
      type,
      status,
      orderId,
      customerId,
      stitched,
      range,
    };
  }
}

@QueryHandler(ListConversions)
export class ListConversionsHandler implements IQueryHandler<ListConversions> {
  constructor(private readonly database: Database) {}

  async execute(query: ListConversions): Promise<Page<ConversionDto>> {
    const { workspace, params, filter } = query;
    const { cursor, sortOrder } = params;
    const resolved = { ...filter, customerId: await this.customerId(filter) };
    const count = countSql(resolved);
    const page = pageSql(resolved, sortOrder, {
      ...windowOf(params),
      after: cursor === undefined ? undefined : positionOf(cursor, query),
    });
    const [counted, rows] = await Promise.all([
      this.database.first(count.statement, count.values),
      this.database.rows(page.statement, page.values),
    ]);
    const total = { total: counted?.count ?? 0, totalCapped: false };
    return toPage(rows, params, total, {
      toItem: (conversion) => toConversionDto(conversion, workspace.currency),
      toCursor: (last) => cursorOf(last, query),
    });
  }

  /** A customer that does not exist has no conversions; a deleted one keeps those that it had. */
  private async customerId({
    workspaceId,
    customerId,
  }: ConversionFilter): Promise<string | undefined> {
    if (customerId === undefined) return undefined;
    const ref = parseCustomerRef(customerId);
    if (ref && 'id' in ref) return ref.id;
    return (await findCustomer(this.database, workspaceId, customerId))?.id ?? '';
  }
}

/** A cursor goes on with the list that it was given for, and with no other. */
function questionOf({ workspace, params }: ListConversions): string {
  const { sortOrder, type, status, orderId, customerId, stitched, start, end } = params;
  const filters = [sortOrder, type, status, orderId, customerId, stitched, start, end];
  return JSON.stringify(['conversions', workspace.id, ...filters]);
}

const cursorOf = ({ occurredAt, id }: Conversion, query: ListConversions): string =>
  encodeCursor(questionOf(query), [occurredAt.getTime(), id]);

function positionOf(cursor: string, query: ListConversions): { occurredAt: Date; id: string } {
  const [time, id] = decodeCursor(questionOf(query), cursor, 2);
  if (typeof time !== 'number' || typeof id !== 'string' || time > LATEST_INSTANT) {
    throw ValidationFailed.of('cursor', 'must be a nextCursor of the same list');
  }
  return { occurredAt: new Date(time), id };
}
