import { Database, type Export } from '@app/platform';
import { AuditedExports, SERVICE, type Actor, type Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { conversionShape } from '../conversion-export.js';
import { exportSql, type ExportedConversion } from '../conversion-export.store.js';
import type { ExportConversionsParams } from '../conversion-filter.dto.js';
import { filterOf, withCustomerId } from '../conversion-filter.js';
import type { ConversionFilter } from '../conversion-list.store.js';

/** All conversions that a filter lets through, as a file. Throws `ValidationFailed`. */
export class ExportConversions extends Query<Export> {
  readonly filter: ConversionFilter;

  constructor(
    readonly workspace: Workspace,
    readonly params: ExportConversionsParams,
    readonly actor: Actor = SERVICE,
  ) {
    super();
    this.filter = filterOf(params, workspace);
  }
}

@QueryHandler(ExportConversions)
export class ExportConversionsHandler implements IQueryHandler<ExportConversions> {
  constructor(
    private readonly database: Database,
    private readonly exports: AuditedExports,
  ) {}

  async execute({ workspace, params, actor, filter }: ExportConversions): Promise<Export> {
    const resolved = await withCustomerId(this.database, filter);
    return this.exports.open<ExportedConversion>(workspace, actor, params, {
      what: 'conversions',
      question: filter,
      sql: (after) => exportSql(resolved, params.format, after),
      keyOf: ({ id }) => id,
      shape: conversionShape(workspace.currency),
    });
  }
}
