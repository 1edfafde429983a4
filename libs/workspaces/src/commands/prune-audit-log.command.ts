import { Database } from '@app/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '../audit/actor.js';
import { PRUNE, recordDeed } from '../audit/audit-log.store.js';
import type { Workspace } from '../workspace.entity.js';

/** Deletes the entries before an instant; answers how many, which is an entry itself. */
export class PruneAuditLog extends Command<number> {
  constructor(
    readonly workspace: Workspace,
    readonly until: Date,
    readonly actor: Actor,
  ) {
    super();
  }
}

@CommandHandler(PruneAuditLog)
export class PruneAuditLogHandler implements ICommandHandler<PruneAuditLog> {
  constructor(private readonly database: Database) {}

  execute({ workspace, until, actor }: PruneAuditLog): Promise<number> {
    return this.database.patiently((patient) =>
      patient.transaction(async (transaction) => {
        const row = await transaction.first(PRUNE, [workspace.id, until]);
        const pruned = row?.pruned ?? 0;
        await recordDeed(transaction, actor, {
          workspaceId: workspace.id,
          action: 'audit.pruned',
          subject: null,
          details: { entries: pruned, until: until.toISOString() },
        });
        return pruned;
      }),
    );
  }
}
