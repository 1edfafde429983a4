import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessHook } from './access/access.hook.js';
import { MessageAccess } from './access/message-access.js';
import { Callers } from './access/callers.js';
import { ApiKeys } from './access/api-keys.js';
import { RateLimiter } from './access/rate-limiter.js';
import { SharedCounts } from './access/shared-counts.js';
import { WarmAnswers } from './access/warm-answers.js';
import { ApiKey } from './api-key.entity.js';
import { AuditedExports } from './audit/audited-exports.js';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { CreateKeyHandler } from './commands/create-key.command.js';
import { CreateWorkspaceHandler } from './commands/create-workspace.command.js';
import { PruneAuditLogHandler } from './commands/prune-audit-log.command.js';
import { RecordDeedHandler } from './commands/record-deed.command.js';
import { RevokeKeyHandler } from './commands/revoke-key.command.js';
import { RotateKeyHandler } from './commands/rotate-key.command.js';
import { UpdateWorkspaceHandler } from './commands/update-workspace.command.js';
import { IdempotentAnswer } from './idempotency/idempotent-answer.entity.js';
import { IdempotentRequests } from './idempotency/idempotent-requests.js';
import { GetWorkspaceByIdHandler } from './queries/get-workspace-by-id.query.js';
import { GetWorkspaceHandler } from './queries/get-workspace.query.js';
import { ListAuditEntriesHandler } from './queries/list-audit-entries.query.js';
import { ListKeysHandler } from './queries/list-keys.query.js';
import { ListWorkspacesHandler } from './queries/list-workspaces.query.js';
import { Workspace } from './workspace.entity.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Workspace, ApiKey, AuditEntry, IdempotentAnswer])],
  providers: [
    AccessHook,
    MessageAccess,
    Callers,
    ApiKeys,
    RateLimiter,
    SharedCounts,
    WarmAnswers,
    IdempotentRequests,
    AuditedExports,
    CreateWorkspaceHandler,
    UpdateWorkspaceHandler,
    CreateKeyHandler,
    RevokeKeyHandler,
    RotateKeyHandler,
    RecordDeedHandler,
    PruneAuditLogHandler,
    GetWorkspaceHandler,
    GetWorkspaceByIdHandler,
    ListWorkspacesHandler,
    ListKeysHandler,
    ListAuditEntriesHandler,
  ],
  exports: [AccessHook, MessageAccess, WarmAnswers, IdempotentRequests, AuditedExports],
})
export class WorkspacesModule {}
