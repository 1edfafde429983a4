import { rebuildRollups } from '@app/analytics';
import { Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { differingCustomers } from '../customer-check.store.js';
import { IdentityWrites } from '../identity/identity-writes.js';
import { recalculate } from '../identity/recalculate.js';

/** What a repair did, besides building the rollups anew. */
export interface Repair {
  /** Customers that were recalculated because they were not what their events say. */
  customers: number;
}

/**
 * Recalculates the customers whose rows differ from their events, and builds the rollups anew.
 * Running servers go on writing; those of this workspace wait while the rollups are built.
 */
export class RepairWorkspace extends Command<Repair> {
  constructor(readonly workspace: Workspace) {
    super();
  }
}

@CommandHandler(RepairWorkspace)
export class RepairWorkspaceHandler implements ICommandHandler<RepairWorkspace> {
  constructor(
    private readonly database: Database,
    private readonly writes: IdentityWrites,
  ) {}

  execute({ workspace }: RepairWorkspace): Promise<Repair> {
    return this.database.patiently(async (patient) => {
      let customers = 0;
      for await (const differences of differingCustomers(patient, workspace.id)) {
        for (const { subject } of differences) {
          if (await this.recalculate(workspace, subject)) customers += 1;
        }
      }
      await patient.transaction((transaction) => rebuildRollups(transaction, workspace.id));
      return { customers };
    });
  }

  private recalculate(workspace: Workspace, id: string): Promise<boolean> {
    return this.writes.run(workspace, {
      needs: { customerIds: [id] },
      apply: async (write) => {
        const customer = await write.customers.byId(id);
        const isChanged = customer !== undefined && (await recalculate(write, customer));
        return () => isChanged;
      },
    });
  }
}
