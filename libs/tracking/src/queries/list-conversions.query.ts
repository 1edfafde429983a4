import type { Conversion } from '@app/analytics';
import {
  LATEST_INSTANT,
  Database,
  ValidationFailed,
  checkPaging,
  decodeCursor,
  encodeCursor,
  toPage,
  windowOf,
  type Page,
} from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ConversionDto } from '../conversion.dto.js';
import type { ListConversionsParams } from '../conversion-filter.dto.js';
import { filterOf, withCustomerId } from '../conversion-filter.js';
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
    this.filter = filterOf(params, workspace);
  }
}

@QueryHandler(ListConversions)
export class ListConversionsHandler implements IQueryHandler<ListConversions> {
  constructor(private readonly database: Database) {}

  async execute(query: ListConversions): Promise<Page<ConversionDto>> {
    const { workspace, params, filter } = query;
    const { cursor, sortOrder } = params;
    const resolved = await withCustomerId(this.database, filter);
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
