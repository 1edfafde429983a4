import { Database } from '@app/platform';
import { recordDeed, type Actor, type Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LIVE_BY_EMAIL, LIVE_BY_EXTERNAL_ID } from '../identity/erasure.store.js';
import {
  addErased,
  eraseUnstitched,
  type Erased,
  type ErasedIdentity,
} from '../identity/erasure.js';
import { CustomerNotFound } from '../customers.errors.js';
import { IdentityWrites } from '../identity/identity-writes.js';
import { DeleteCustomer, DeleteCustomerHandler } from './delete-customer.command.js';

/** What an erasure has come to. */
export interface Erasure {
  /** Customers that were deleted. */
  customers: string[];
  erased: Erased;
}

/**
 * Deletes the live customers with an email or an externalId, and erases what is kept under it that has
 * found nobody. One transaction a customer: cut off, it is run again.
 */
export class EraseIdentity extends Command<Erasure> {
  constructor(
    readonly workspace: Workspace,
    readonly identity: ErasedIdentity,
    readonly actor: Actor,
  ) {
    super();
  }
}

@CommandHandler(EraseIdentity)
export class EraseIdentityHandler implements ICommandHandler<EraseIdentity> {
  constructor(
    private readonly database: Database,
    private readonly writes: IdentityWrites,
    private readonly deletions: DeleteCustomerHandler,
  ) {}

  async execute(command: EraseIdentity): Promise<Erasure> {
    const customers: string[] = [];
    const erased: Erased[] = [];
    for (const id of await this.find(command)) {
      const deletion = await this.delete(command, id);
      if (!deletion) continue;
      customers.push(id);
      erased.push(deletion);
    }
    erased.push(await this.eraseUnstitched(command));
    return { customers, erased: addErased(erased) };
  }

  private async find({ workspace, identity }: EraseIdentity): Promise<Set<string>> {
    const { email, externalId } = identity;
    const found = await Promise.all([
      email === null ? [] : this.database.rows(LIVE_BY_EMAIL, [workspace.id, email]),
      externalId === null
        ? []
        : this.database.rows(LIVE_BY_EXTERNAL_ID, [workspace.id, externalId]),
    ]);
    return new Set(found.flat().map(({ id }) => id));
  }

  /** Undefined when somebody else has deleted it in between. */
  private async delete(
    { workspace, actor }: EraseIdentity,
    id: string,
  ): Promise<Erased | undefined> {
    try {
      const deletion = await this.deletions.carryOut(new DeleteCustomer(workspace, id, actor));
      return deletion.erased;
    } catch (error) {
      if (error instanceof CustomerNotFound) return undefined;
      throw error;
    }
  }

  private eraseUnstitched({ workspace, identity, actor }: EraseIdentity): Promise<Erased> {
    return this.writes.run(
      { workspace },
      {
        needs: {},
        alone: true,
        apply: async (write) => {
          const erased = await eraseUnstitched(write, identity);
          await recordDeed(write.transaction, actor, {
            workspaceId: workspace.id,
            action: 'identity.erased',
            subject: null,
            details: erased,
          });
          return () => erased;
        },
      },
    );
  }
}
