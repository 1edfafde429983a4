import { Snapshots } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { findCustomer } from '../customer.store.js';
import { CustomerNotFound } from '../customers.errors.js';
import { erase, keysOfCustomer } from '../identity/erasure.js';
import { IdentityWrites } from '../identity/identity-writes.js';

/** A deletion that was carried out. */
export class DeletionDto {
  /** The id of the customer that is no more. */
  @ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' })
  id: string;

  /** Always true. */
  @ApiProperty({ example: true })
  deleted: boolean;
}

/** Deletes a customer and scrubs what says who it was. Throws `CustomerNotFound`. */
export class DeleteCustomer extends Command<DeletionDto> {
  constructor(
    readonly workspace: Workspace,
    /** `cus_…` or `ext_…`. */
    readonly ref: string,
  ) {
    super();
  }
}

@CommandHandler(DeleteCustomer)
export class DeleteCustomerHandler implements ICommandHandler<DeleteCustomer> {
  constructor(
    private readonly writes: IdentityWrites,
    private readonly snapshots: Snapshots,
  ) {}

  async execute({ workspace, ref }: DeleteCustomer): Promise<DeletionDto> {
    const id = await this.writes.run(workspace, [], async (write) => {
      const found = await findCustomer(write.transaction, workspace.id, ref);
      if (!found) throw new CustomerNotFound();
      await write.locks.hold(...(await keysOfCustomer(write, found.id)));
      await erase(write, await write.customers.liveById(found.id));
      return found.id;
    });
    await this.snapshots.drop(workspace.id, id);
    return { id, deleted: true };
  }
}
