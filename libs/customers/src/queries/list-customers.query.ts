import {
  LATEST_INSTANT,
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
import type { ListCustomersParams } from '../customer-filter.dto.js';
import { filterOf, type CustomerFilter } from '../customer-filter.js';
import { CustomerFinder } from '../customer-finder.js';
import type { CustomerPosition } from '../customer-list.store.js';
import type { CustomerDto } from '../customer.dto.js';
import { toCustomerDto, type CustomerView } from '../customer.store.js';

/** A page of a workspace's customers. Throws `ValidationFailed`. */
export class ListCustomers extends Query<Page<CustomerDto>> {
  readonly filter: CustomerFilter;

  constructor(
    readonly workspace: Workspace,
    readonly params: ListCustomersParams,
  ) {
    super();
    checkPaging(params);
    this.filter = filterOf(params, workspace.timezone);
  }
}

@QueryHandler(ListCustomers)
export class ListCustomersHandler implements IQueryHandler<ListCustomers> {
  constructor(private readonly finder: CustomerFinder) {}

  async execute(query: ListCustomers): Promise<Page<CustomerDto>> {
    const { workspace, params, filter } = query;
    const { rows, total } = await this.finder.page(workspace.id, filter, params, {
      ...windowOf(params),
      after: params.cursor === undefined ? undefined : positionOf(params.cursor, query),
    });
    return toPage(rows, params, total, {
      toItem: (row) => toCustomerDto(row, workspace.currency),
      toCursor: (last) => cursorOf(last, query),
    });
  }
}

/** A cursor goes on with the list that it was given for, and with no other. */
const questionOf = ({ workspace, params, filter }: ListCustomers): string =>
  JSON.stringify(['customers', workspace.id, params.sortBy, params.sortOrder, filter]);

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
