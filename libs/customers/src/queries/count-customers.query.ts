import { Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import type { CountCustomersParams } from '../customer.dto.js';
import { LIVE_CUSTOMERS } from '../customer-list.store.js';
import { countSearchSql } from '../customer-search.store.js';

/** How many customers there are. */
export class CustomerCountDto {
  /** Live customers that match, counted to the last one. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 2_000 })
  count: number;
}

/** The number of a workspace's live customers. */
export class CountCustomers extends Query<CustomerCountDto> {
  constructor(
    readonly workspace: Workspace,
    readonly params: CountCustomersParams,
  ) {
    super();
  }
}

@QueryHandler(CountCustomers)
export class CountCustomersHandler implements IQueryHandler<CountCustomers> {
  constructor(private readonly database: Database) {}

  async execute({ workspace, params }: CountCustomers): Promise<CustomerCountDto> {
    const { statement, values } =
      params.search === undefined
        ? { statement: LIVE_CUSTOMERS, values: [workspace.id] }
        : countSearchSql(workspace.id, params.search);
    const row = await this.database.first(statement, values);
    return { count: row?.count ?? 0 };
  }
}
