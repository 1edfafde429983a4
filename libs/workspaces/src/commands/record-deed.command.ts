import { Database } from '@app/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '../audit/actor.js';
import type { AuditAction, AuditDetails } from '../audit/audit-entry.entity.js';
import { recordDeed } from '../audit/audit-log.store.js';
import type { Workspace } from '../workspace.entity.js';

/** Writes down what has no transaction of its own: an export, or work of many transactions. */
export class RecordDeed extends Command<void> {
  constructor(
    readonly workspace: Workspace,
    readonly actor: Actor,
    readonly action: AuditAction,
    readonly details: AuditDetails = {},
  ) {
    super();
  }
}

@CommandHandler(RecordDeed)
export class RecordDeedHandler implements ICommandHandler<RecordDeed> {
  constructor(private readonly database: Database) {}

  execute({ workspace, actor, action, details }: RecordDeed): Promise<void> {
    const deed = { workspaceId: workspace.id, action, subject: null, details };
    return this.database.transaction((transaction) => recordDeed(transaction, actor, deed));
  }
}
