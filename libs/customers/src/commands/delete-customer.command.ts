import { SNAPSHOTS_DROPPED, Snapshots, announce } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { erase } from '../identity/erasure.js';
import { IdentityWrites } from '../identity/identity-writes.js';
import { needsOfRef } from '../identity/needs.js';

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
    const id = await this.writes.run(
      { workspace },
      {
        needs: needsOfRef(ref),
        alone: true,
        apply: async (write) => {
          const customer = await write.customers.liveByRef(ref);
          await erase(write, customer);
          const about = { workspaceId: workspace.id, subject: customer.id };
          await announce(write.transaction, SNAPSHOTS_DROPPED, about);
          return () => customer.id;
        },
      },
    );
    await this.snapshots.drop(workspace.id, id);
    return { id, deleted: true };
  }
}
