import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import type { CountCustomersParams } from '../customer-filter.dto.js';
import { filterOf, type CustomerFilter } from '../customer-filter.js';
import { CustomerFinder } from '../customer-finder.js';

/** How many customers there are. */
export class CustomerCountDto {
  /** Live customers that match, counted to the last one. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 2_000 })
  count: number;
}

/** The number of a workspace's live customers that a filter lets through. Throws `ValidationFailed`. */
export class CountCustomers extends Query<CustomerCountDto> {
  readonly filter: CustomerFilter;

  constructor(
    readonly workspace: Workspace,
    readonly params: CountCustomersParams,
  ) {
    super();
    this.filter = filterOf(params, workspace.timezone);
  }
}

@QueryHandler(CountCustomers)
export class CountCustomersHandler implements IQueryHandler<CountCustomers> {
  constructor(private readonly finder: CustomerFinder) {}

  async execute({ workspace, filter }: CountCustomers): Promise<CustomerCountDto> {
    return { count: await this.finder.count(workspace.id, filter) };
  }
}
