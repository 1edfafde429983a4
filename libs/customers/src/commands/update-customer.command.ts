import type { Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { changeProfile } from '../customer-profile.js';
import { CustomerDto, type UpdateCustomerDto } from '../customer.dto.js';
import { findCustomer, toCustomerDto } from '../customer.store.js';
import { CustomerNotFound, ExternalIdTaken } from '../customers.errors.js';
import { IdentityWrites, keysOf } from '../identity/identity-writes.js';

/** Changes a customer. Throws `CustomerNotFound` or `ExternalIdTaken`. */
export class UpdateCustomer extends Command<CustomerDto> {
  constructor(
    readonly workspace: Workspace,
    /** `cus_…` or `ext_…`. */
    readonly ref: string,
    readonly changes: UpdateCustomerDto,
  ) {
    super();
  }
}

@CommandHandler(UpdateCustomer)
export class UpdateCustomerHandler implements ICommandHandler<UpdateCustomer> {
  constructor(private readonly writes: IdentityWrites) {}

  async execute({ workspace, ref, changes }: UpdateCustomer): Promise<CustomerDto> {
    return this.writes.run(workspace, keysOf(changes), async (write) => {
      const found = await findCustomer(write.transaction, workspace.id, ref);
      if (!found) throw new CustomerNotFound();
      const customer = await write.customers.liveById(found.id);
      const { externalId } = changes;
      if (externalId !== undefined && externalId !== customer.externalId) {
        if (await write.customers.byExternalId(externalId)) throw new ExternalIdTaken();
        write.customers.change(customer).externalId = externalId;
      }
      await changeProfile(write, customer, changes);
      await write.save();
      const view = await findCustomer(write.transaction, workspace.id, customer.id);
      if (!view) throw new CustomerNotFound();
      return toCustomerDto(view, workspace.currency);
    });
  }
}
