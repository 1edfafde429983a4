import { Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CustomerDto } from '../customer.dto.js';
import { findCustomer, toCustomerDto } from '../customer.store.js';
import { CustomerNotFound } from '../customers.errors.js';

/** One live customer. Throws `CustomerNotFound`. */
export class GetCustomer extends Query<CustomerDto> {
  constructor(
    readonly workspace: Workspace,
    /** `cus_…` or `ext_…`. */
    readonly ref: string,
  ) {
    super();
  }
}

@QueryHandler(GetCustomer)
export class GetCustomerHandler implements IQueryHandler<GetCustomer> {
  constructor(private readonly database: Database) {}

  async execute({ workspace, ref }: GetCustomer): Promise<CustomerDto> {
    const view = await findCustomer(this.database, workspace.id, ref);
    if (!view) throw new CustomerNotFound();
    return toCustomerDto(view, workspace.currency);
  }
}
