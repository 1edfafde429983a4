import { rebuildRollups } from '@app/analytics';
import { Database } from '@app/platform';
import { RecordDeed, SERVICE, type Actor, type Workspace } from '@app/workspaces';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { differingCustomers } from '../customer-check.store.js';
import { directoryDifferences } from '../directory/directory-check.js';
import {
  COUNT_WEEKS,
  FORGET_WEEKS,
  HOLD_WEEKS,
  REMOVE_ENTRIES,
  SAVE_ENTRIES,
  toEntryRecords,
} from '../directory/directory.store.js';
import { listedOf } from '../identity/customer-rows.js';
import { IdentityWrites } from '../identity/identity-writes.js';
import { recalculate } from '../identity/recalculate.js';

/** What a repair did, besides building the rollups anew. */
export interface Repair {
  /** Customers that were recalculated because they were not what their events say. */
  customers: number;
}

/**
 * Recalculates the customers whose rows differ from their events, enters those into the directory that
 * it has otherwise, and builds the rollups anew.
 * Running servers go on writing; those of this workspace wait while the rollups are built.
 */
export class RepairWorkspace extends Command<Repair> {
  constructor(
    readonly workspace: Workspace,
    readonly actor: Actor = SERVICE,
  ) {
    super();
  }
}

@CommandHandler(RepairWorkspace)
export class RepairWorkspaceHandler implements ICommandHandler<RepairWorkspace> {
  constructor(
    private readonly database: Database,
    private readonly writes: IdentityWrites,
    private readonly commands: CommandBus,
  ) {}

  async execute({ workspace, actor }: RepairWorkspace): Promise<Repair> {
    await this.commands.execute(new RecordDeed(workspace, actor, 'repair.started'));
    const repair = await this.repair(workspace);
    await this.commands.execute(
      new RecordDeed(workspace, actor, 'repair.finished', { customers: repair.customers }),
    );
    return repair;
  }

  private repair(workspace: Workspace): Promise<Repair> {
    return this.database.patiently(async (patient) => {
      let customers = 0;
      for await (const differences of differingCustomers(patient, workspace.id)) {
        for (const { subject } of differences) {
          if (await this.recalculate(workspace, subject)) customers += 1;
        }
      }
      for await (const differences of directoryDifferences(patient, workspace.id)) {
        const ids = differences.map(({ subject }) => subject);
        if (ids.length > 0) await this.enter(workspace, ids);
      }
      await patient.transaction((transaction) => rebuildRollups(transaction, workspace.id));
      return { customers };
    });
  }

  /** Enters customers into the directory as they are, and counts its weeks anew. */
  private enter(workspace: Workspace, ids: string[]): Promise<void> {
    return this.writes.run(
      { workspace },
      {
        needs: {},
        alone: true,
        apply: async ({ transaction, customers, workspaceId }) => {
          const live = await customers.liveByIds(ids);
          await transaction.rows(REMOVE_ENTRIES, [workspaceId, ids]);
          await transaction.rows(SAVE_ENTRIES, [workspaceId, toEntryRecords(live.map(listedOf))]);
          await transaction.rows(HOLD_WEEKS);
          await transaction.rows(FORGET_WEEKS, [workspaceId]);
          await transaction.rows(COUNT_WEEKS, [workspaceId]);
          return () => undefined;
        },
      },
    );
  }

  private recalculate(workspace: Workspace, id: string): Promise<boolean> {
    return this.writes.run(
      { workspace },
      {
        needs: { customerIds: [id] },
        apply: async (write) => {
          const customer = await write.customers.byId(id);
          const isChanged = customer !== undefined && (await recalculate(write, customer));
          return () => isChanged;
        },
      },
    );
  }
}
