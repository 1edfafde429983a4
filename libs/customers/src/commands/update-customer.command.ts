import type { IdempotencyKey, Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { changeProfile } from '../customer-profile.js';
import { CustomerDto, type UpdateCustomerDto } from '../customer.dto.js';
import { toCustomerDto } from '../customer.store.js';
import { CustomerNotFound, ExternalIdTaken } from '../customers.errors.js';
import { IdentityWrites } from '../identity/identity-writes.js';
import { allNeeds, needsOf, needsOfRef } from '../identity/needs.js';

/** Changes a customer. Throws `CustomerNotFound` or `ExternalIdTaken`. */
export class UpdateCustomer extends Command<CustomerDto> {
  constructor(
    readonly workspace: Workspace,
    /** `cus_…` or `ext_…`. */
    readonly ref: string,
    readonly changes: UpdateCustomerDto,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}

@CommandHandler(UpdateCustomer)
export class UpdateCustomerHandler implements ICommandHandler<UpdateCustomer> {
  constructor(private readonly writes: IdentityWrites) {}

  execute(command: UpdateCustomer): Promise<CustomerDto> {
    const { workspace, ref, changes } = command;
    const { externalId, email, clickId } = changes;
    return this.writes.run(command, {
      needs: allNeeds([needsOfRef(ref), needsOf({ externalId, email, clickId })]),
      apply: async (write) => {
        const customer = await write.customers.liveByRef(ref);
        write.subject = customer.id;
        if (externalId !== undefined && externalId !== customer.externalId) {
          if (await write.customers.byExternalId(externalId)) throw new ExternalIdTaken();
          write.customers.setExternalId(customer, externalId);
        }
        await changeProfile(write, customer, changes);
        write.show(customer.id);
        return (stored) => {
          const view = stored.viewOf(customer.id);
          if (!view) throw new CustomerNotFound();
          return toCustomerDto(view, workspace.currency);
        };
      },
    });
  }
}
