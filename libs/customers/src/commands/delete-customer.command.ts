import { EventLog, SNAPSHOTS_DROPPED, Snapshots, announce } from '@app/platform';
import { SERVICE, recordDeed, type Actor, type Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { erase, type Erased } from '../identity/erasure.js';
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
    readonly actor: Actor = SERVICE,
  ) {
    super();
  }
}

/** What a deletion has erased where. */
export interface Deletion {
  id: string;
  erased: Erased;
}

@CommandHandler(DeleteCustomer)
export class DeleteCustomerHandler implements ICommandHandler<DeleteCustomer> {
  constructor(
    private readonly writes: IdentityWrites,
    private readonly snapshots: Snapshots,
    private readonly log: EventLog,
  ) {}

  async execute(command: DeleteCustomer): Promise<DeletionDto> {
    const { id } = await this.carryOut(command);
    return { id, deleted: true };
  }

  async carryOut({ workspace, ref, actor }: DeleteCustomer): Promise<Deletion> {
    const deletion = await this.writes.run(
      { workspace },
      {
        needs: needsOfRef(ref),
        alone: true,
        apply: async (write) => {
          const customer = await write.customers.liveByRef(ref);
          const { id } = customer;
          const erased = await erase(write, customer);
          await recordDeed(write.transaction, actor, {
            workspaceId: workspace.id,
            action: 'customer.deleted',
            subject: id,
            details: erased,
          });
          const about = { workspaceId: workspace.id, subject: id };
          await announce(write.transaction, SNAPSHOTS_DROPPED, about);
          return () => ({ id, erased });
        },
      },
    );
    const { id: customer, erased } = deletion;
    await this.snapshots.drop(workspace.id, customer);
    const { requestId } = actor;
    this.log.info(
      { requestId, workspace: workspace.id, customer, erased },
      'A customer is erased.',
    );
    return deletion;
  }
}
