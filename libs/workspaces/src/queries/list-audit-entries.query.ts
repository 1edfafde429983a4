import { Database } from '@app/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AuditEntry } from '../audit/audit-entry.entity.js';
import { entriesSql, type AuditSelection } from '../audit/audit-log.store.js';
import type { Workspace } from '../workspace.entity.js';

const ENTRIES_A_READ = 1_000;

/** What was done in a workspace, oldest first; some entries at a time. */
export class ListAuditEntries extends Query<AsyncIterable<AuditEntry[]>> {
  constructor(
    readonly workspace: Workspace,
    readonly selection: AuditSelection = {},
  ) {
    super();
  }
}

@QueryHandler(ListAuditEntries)
export class ListAuditEntriesHandler implements IQueryHandler<ListAuditEntries> {
  constructor(private readonly database: Database) {}

  execute(query: ListAuditEntries): Promise<AsyncIterable<AuditEntry[]>> {
    return Promise.resolve(this.read(query));
  }

  private async *read({ workspace, selection }: ListAuditEntries): AsyncGenerator<AuditEntry[]> {
    for (let after: string | undefined = ''; after !== undefined;) {
      const sql = entriesSql(workspace.id, selection, after, ENTRIES_A_READ);
      const entries: AuditEntry[] = await this.database.query<AuditEntry>(sql);
      if (entries.length > 0) yield entries;
      after = entries.at(-1)?.id;
    }
  }
}
