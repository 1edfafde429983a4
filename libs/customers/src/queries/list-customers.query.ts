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
import { listSql, type CustomerPosition, type CustomerWindow } from '../customer-list.store.js';
import { MANY, countSearchSql, searchSql, type SearchPath } from '../customer-search.store.js';
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
    const window = {
      ...windowOf(params),
      after: cursor === undefined ? undefined : positionOf(cursor, query),
    };
    const { rows, total } =
      search === undefined
        ? await this.list(query, window)
        : await this.search(query, search, window);
    return toPage(rows, params, total, {
      toItem: (row) => toCustomerDto(row, workspace.currency),
      toCursor: (last) => cursorOf(last, query),
    });
  }

  private async list({ workspace, params }: ListCustomers, window: CustomerWindow): Promise<Found> {
    const { statement, values } = listSql(workspace.id, params, window);
    const rows = await this.database.rows(statement, values);
    return {
      rows: rows.filter((row) => row.id !== null),
      total: { total: rows[0]?.total ?? 0, totalCapped: false },
    };
  }

  private async search(
    { workspace, params }: ListCustomers,
    search: string,
    window: CustomerWindow,
  ): Promise<Found> {
    const count = async (): Promise<Total> => {
      const { statement, values } = countSearchSql(workspace.id, search, TOTAL_CAP + 1);
      const { count = 0 } = (await this.database.first(statement, values)) ?? {};
      return { total: Math.min(count, TOTAL_CAP), totalCapped: count > TOTAL_CAP };
    };
    const page = async (path: SearchPath): Promise<CustomerView[]> => {
      const { statement, values } = searchSql(workspace.id, search, params, { window, path });
      return (await this.database.rows(statement, values)).filter((row) => row.id !== null);
    };
    if (params.sortBy === 'createdAt') {
      const [total, rows] = await Promise.all([count(), page('gather')]);
      return { total, rows };
    }
    const total = await count();
    const walked = total.total > MANY ? await page('walk') : [];
    return { total, rows: walked.length === window.limit ? walked : await page('gather') };
  }
}

interface Total {
  total: number;
  totalCapped: boolean;
}

interface Found {
  rows: CustomerView[];
  total: Total;
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
