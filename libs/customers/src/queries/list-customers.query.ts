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
import type { CustomerDto, ListCustomersParams } from '../customer.dto.js';
import { countSql, pageSql, type CustomerPosition } from '../customer-list.store.js';
import { toCustomerDto, type CustomerView } from '../customer.store.js';

/** A search is counted no further than this. */
const TOTAL_CAP = 10_000;

/** A page of a workspace's customers. Throws `ValidationFailed` for a cursor of another list. */
export class ListCustomers extends Query<Page<CustomerDto>> {
  constructor(
    readonly workspace: Workspace,
    readonly params: ListCustomersParams,
  ) {
    super();
    checkPaging(params);
  }
}

@QueryHandler(ListCustomers)
export class ListCustomersHandler implements IQueryHandler<ListCustomers> {
  constructor(private readonly database: Database) {}

  async execute(query: ListCustomers): Promise<Page<CustomerDto>> {
    const { workspace, params } = query;
    const { cursor, search } = params;
    const filter = { workspaceId: workspace.id, search };
    const total = await this.count(filter);
    const rows = await this.database.query<CustomerView>(
      pageSql(filter, params, {
        ...windowOf(params),
        after: cursor === undefined ? undefined : positionOf(cursor, query),
      }),
    );
    return toPage(rows, params, total, {
      toItem: (row) => toCustomerDto(row, workspace.currency),
      toCursor: (last) => cursorOf(last, query),
    });
  }

  private async count(filter: {
    workspaceId: string;
    search?: string | undefined;
  }): Promise<{ total: number; totalCapped: boolean }> {
    const cap = filter.search === undefined ? undefined : TOTAL_CAP + 1;
    const [row] = await this.database.query<{ count: number }>(countSql(filter, cap));
    const count = row?.count ?? 0;
    const totalCapped = cap !== undefined && count > TOTAL_CAP;
    return { total: totalCapped ? TOTAL_CAP : count, totalCapped };
  }
}

/** A cursor goes on with the list that it was given for, and with no other. */
const questionOf = ({ workspace, params }: ListCustomers): string =>
  JSON.stringify(['customers', workspace.id, params.sortBy, params.sortOrder, params.search]);

function cursorOf(last: CustomerView, query: ListCustomers): string {
  const value = last[query.params.sortBy];
  return encodeCursor(questionOf(query), [
    value instanceof Date ? value.getTime() : value,
    last.id,
  ]);
}

function positionOf(cursor: string, query: ListCustomers): CustomerPosition {
  const { params } = query;
  const [value, id] = decodeCursor(questionOf(query), cursor, 2);
  const isNull = value === null && params.sortBy === 'lastActivityAt';
  const isNumber =
    typeof value === 'number' && (params.sortBy === 'ltv' || value <= LATEST_INSTANT);
  if (typeof id !== 'string' || (!isNull && !isNumber)) {
    throw ValidationFailed.of('cursor', 'must be a nextCursor of the same list');
  }
  if (!isNumber) return { value: null, id };
  return { value: params.sortBy === 'ltv' ? value : new Date(value), id };
}
