import { type Export } from '@app/platform';
import { AuditedExports, SERVICE, type Actor, type Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { customerShape } from '../customer-export.js';
import { exportSql, type ExportedCustomer } from '../customer-export.store.js';
import type { ExportCustomersParams } from '../customer-filter.dto.js';
import { filterOf, type CustomerFilter } from '../customer-filter.js';

/** All live customers that a filter lets through, as a file. Throws `ValidationFailed`. */
export class ExportCustomers extends Query<Export> {
  readonly filter: CustomerFilter;

  constructor(
    readonly workspace: Workspace,
    readonly params: ExportCustomersParams,
    readonly actor: Actor = SERVICE,
  ) {
    super();
    this.filter = filterOf(params, workspace.timezone);
  }
}

@QueryHandler(ExportCustomers)
export class ExportCustomersHandler implements IQueryHandler<ExportCustomers> {
  constructor(private readonly exports: AuditedExports) {}

  execute({ workspace, params, actor, filter }: ExportCustomers): Promise<Export> {
    return this.exports.open<ExportedCustomer>(workspace, actor, params, {
      what: 'customers',
      question: filter,
      sql: (after) => exportSql(workspace.id, filter, params.format, after),
      keyOf: ({ id }) => id,
      shape: customerShape(workspace.currency),
    });
  }
}
