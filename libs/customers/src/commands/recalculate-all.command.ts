import { Database, Statement } from '@app/platform';
import { RecordDeed, SERVICE, type Actor, type Workspace } from '@app/workspaces';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IdentityWrites } from '../identity/identity-writes.js';
import { recalculate } from '../identity/recalculate.js';

const IDS_A_READ = 1_000;
/** Customers a transaction: other writers wait no longer than for these. */
const CUSTOMERS_AT_ONCE = 50;

const COUNT = new Statement<{ count: number }>(
  'recalculate.count',
  'select count(*) as count from customers where workspace_id = $1',
);

const IDS_AFTER = new Statement<{ id: string }>(
  'recalculate.ids-after',
  `select id from customers where workspace_id = $1 and id > $2
   order by id limit ${String(IDS_A_READ)}`,
);

/** How far a recalculation has come. */
export interface RecalculationProgress {
  customers: number;
  changed: number;
  total: number;
}

/** Recomputes every customer from its events, deleted ones too; running servers go on writing. */
export class RecalculateAll extends Command<RecalculationProgress> {
  constructor(
    readonly workspace: Workspace,
    /** Is told now and then. */
    readonly onProgress: (progress: RecalculationProgress) => void = () => undefined,
    readonly actor: Actor = SERVICE,
  ) {
    super();
  }
}

@CommandHandler(RecalculateAll)
export class RecalculateAllHandler implements ICommandHandler<RecalculateAll> {
  constructor(
    private readonly database: Database,
    private readonly writes: IdentityWrites,
    private readonly commands: CommandBus,
  ) {}

  async execute({ workspace, onProgress, actor }: RecalculateAll): Promise<RecalculationProgress> {
    // Many transactions: that it began stands also when it does not come to its end.
    await this.commands.execute(new RecordDeed(workspace, actor, 'recalculation.started'));
    const counted = await this.database.first(COUNT, [workspace.id]);
    const progress = { customers: 0, changed: 0, total: counted?.count ?? 0 };
    for (let after: string | undefined = ''; after !== undefined;) {
      const values: string[] = [workspace.id, after];
      const ids: { id: string }[] = await this.database.rows(IDS_AFTER, values);
      for (let i = 0; i < ids.length; i += CUSTOMERS_AT_ONCE) {
        const some = ids.slice(i, i + CUSTOMERS_AT_ONCE);
        const changed = await Promise.all(some.map(({ id }) => this.recalculate(workspace, id)));
        progress.changed += changed.filter(Boolean).length;
        progress.customers += some.length;
        onProgress(progress);
      }
      after = ids.at(-1)?.id;
    }
    const { customers, changed } = progress;
    const details = { customers, changed };
    await this.commands.execute(
      new RecordDeed(workspace, actor, 'recalculation.finished', details),
    );
    return progress;
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
