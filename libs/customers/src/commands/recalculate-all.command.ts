import { Database, Statement } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IdentityWrites } from '../identity/identity-writes.js';
import { recalculate } from '../identity/recalculate.js';

const IDS_A_READ = 1_000;
/** Customers at a time: most of a recalculation is waiting for the database. */
const WORKERS = 4;

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
  ) {
    super();
  }
}

@CommandHandler(RecalculateAll)
export class RecalculateAllHandler implements ICommandHandler<RecalculateAll> {
  constructor(
    private readonly database: Database,
    private readonly writes: IdentityWrites,
  ) {}

  async execute({ workspace, onProgress }: RecalculateAll): Promise<RecalculationProgress> {
    const counted = await this.database.first(COUNT, [workspace.id]);
    const progress = { customers: 0, changed: 0, total: counted?.count ?? 0 };
    for (let after: string | undefined = ''; after !== undefined;) {
      const values: string[] = [workspace.id, after];
      const ids: { id: string }[] = await this.database.rows(IDS_AFTER, values);
      const queue = ids.values();
      const work = async (): Promise<void> => {
        for (const { id } of queue) {
          if (await this.recalculate(workspace, id)) progress.changed += 1;
          progress.customers += 1;
          if (progress.customers % 100 === 0) onProgress(progress);
        }
      };
      await Promise.all(Array.from({ length: WORKERS }, work));
      after = ids.at(-1)?.id;
    }
    return progress;
  }

  /** Its own transaction: no writer waits longer than for one customer. */
  private recalculate(workspace: Workspace, id: string): Promise<boolean> {
    return this.writes.run(workspace, [], async (write) => {
      const customer = await write.customers.byId(id);
      return customer !== undefined && recalculate(write, customer);
    });
  }
}
