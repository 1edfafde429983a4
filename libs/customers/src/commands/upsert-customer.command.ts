import { Recorded, eventTime } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { changeProfile } from '../customer-profile.js';
import type { CustomerDto, UpsertCustomerDto } from '../customer.dto.js';
import { findCustomer, toCustomerDto } from '../customer.store.js';
import { CustomerNotFound } from '../customers.errors.js';
import type { IdentityWrite } from '../identity/identity-write.js';
import { IdentityWrites, keysOf } from '../identity/identity-writes.js';

/** Creates a customer, or updates the one with the same externalId. */
export class UpsertCustomer extends Command<Recorded<CustomerDto>> {
  constructor(
    readonly workspace: Workspace,
    readonly customer: UpsertCustomerDto,
  ) {
    super();
  }
}

/** The part of the command that a batch runs inside its own transaction. */
export async function upsertCustomer(
  write: IdentityWrite,
  given: UpsertCustomerDto,
): Promise<{ id: string; created: boolean }> {
  const existing = await write.customers.byExternalId(given.externalId);
  const since = eventTime(given.createdAt, write.now);
  const customer = await write.customerOf(given.externalId, since);
  await changeProfile(write, customer, given);
  await write.settle();
  return { id: customer.id, created: existing === undefined };
}

@CommandHandler(UpsertCustomer)
export class UpsertCustomerHandler implements ICommandHandler<UpsertCustomer> {
  constructor(private readonly writes: IdentityWrites) {}

  async execute({ workspace, customer }: UpsertCustomer): Promise<Recorded<CustomerDto>> {
    return this.writes.run(workspace, keysOf(customer), async (write) => {
      const { id, created } = await upsertCustomer(write, customer);
      await write.save();
      const view = await findCustomer(write.transaction, workspace.id, id);
      if (!view) throw new CustomerNotFound();
      return new Recorded(toCustomerDto(view, workspace.currency), created);
    });
  }
}
