import { Database, Exports, type Export, type ExportParams, type Exported } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Workspace } from '../workspace.entity.js';
import type { Actor } from './actor.js';
import { recordDeed } from './audit-log.store.js';

/** Opens exports, and writes down who has which made. */
@Injectable()
export class AuditedExports {
  constructor(
    private readonly exports: Exports,
    private readonly database: Database,
  ) {}

  /** Throws what `Exports.open` throws; nobody gets a file that is not in the log. */
  async open<Row extends object>(
    workspace: Workspace,
    actor: Actor,
    params: ExportParams,
    exported: Exported<Row>,
  ): Promise<Export> {
    const file = await this.exports.open(workspace, params, exported);
    try {
      await this.database.transaction((transaction) =>
        recordDeed(transaction, actor, {
          workspaceId: workspace.id,
          action: 'export.made',
          subject: null,
          details: { what: exported.what, format: params.format },
        }),
      );
    } catch (error) {
      file.stream.destroy();
      throw error;
    }
    return file;
  }
}
