import { Database, Page, ValidationFailed, decodeCursor, encodeCursor } from '@app/platform';
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
    if (params.page !== undefined && params.cursor !== undefined) {
      throw ValidationFailed.of('cursor', 'must not be given together with page');
    }
  }
}

@QueryHandler(ListCustomers)
export class ListCustomersHandler implements IQueryHandler<ListCustomers> {
  constructor(private readonly database: Database) {}

  async execute({ workspace, params }: ListCustomers): Promise<Page<CustomerDto>> {
    const { limit, cursor, search } = params;
    const filter = { workspaceId: workspace.id, search };
    const page = cursor === undefined ? (params.page ?? 1) : null;
    const { total, totalCapped } = await this.count(filter);
    const rows = await this.database.query<CustomerView>(
      pageSql(filter, params, {
        // One more than asked for tells whether there is a next page.
        limit: limit + 1,
        offset: page === null ? 0n : (BigInt(page) - 1n) * BigInt(limit),
        after: cursor === undefined ? undefined : positionOf(cursor, params),
      }),
    );
    const hasMore = rows.length > limit;
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return new Page(
      shown.map((row) => toCustomerDto(row, workspace.currency)),
      {
        total,
        totalCapped,
        page,
        limit,
        hasMore,
        nextCursor: hasMore && last ? cursorOf(last, params) : null,
      },
    );
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
const questionOf = ({ sortBy, sortOrder, search = '' }: ListCustomersParams): string =>
  `customers:${sortBy}:${sortOrder}:${search}`;

function cursorOf(last: CustomerView, params: ListCustomersParams): string {
  const value = last[params.sortBy];
  return encodeCursor(questionOf(params), [
    value instanceof Date ? value.getTime() : value,
    last.id,
  ]);
}

function positionOf(cursor: string, params: ListCustomersParams): CustomerPosition {
  const [value, id] = decodeCursor(questionOf(params), cursor, 2);
  const isNull = value === null && params.sortBy === 'lastActivityAt';
  const isNumber = typeof value === 'number' && Math.abs(value) <= 8.64e15;
  if (typeof id !== 'string' || (!isNull && !isNumber)) {
    throw ValidationFailed.of('cursor', 'must be a nextCursor of the same list');
  }
  if (!isNumber) return { value: null, id };
  return { value: params.sortBy === 'ltv' ? value : new Date(value), id };
}
