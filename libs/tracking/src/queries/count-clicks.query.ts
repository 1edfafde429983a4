import { Database } from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { countSql } from '../click-export.store.js';
import { clickFilterOf, type ExportClicksParams } from './export-clicks.query.js';

/** How many clicks an export has. Throws `ValidationFailed`. */
export class CountClicks extends Query<number> {
  constructor(
    readonly workspace: Workspace,
    readonly params: ExportClicksParams,
  ) {
    super();
  }
}

@QueryHandler(CountClicks)
export class CountClicksHandler implements IQueryHandler<CountClicks> {
  constructor(private readonly database: Database) {}

  execute({ workspace, params }: CountClicks): Promise<number> {
    return this.database.patiently(async (patient) => {
      const sql = countSql(workspace.id, clickFilterOf(params, workspace));
      return (await patient.query<{ count: number }>(sql))[0]?.count ?? 0;
    });
  }
}
