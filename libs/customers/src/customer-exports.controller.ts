import { Streamed, type Export } from '@app/platform';
import { Access, CurrentActor, CurrentWorkspace, Workspace, type Actor } from '@app/workspaces';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExportCustomersParams } from './customer-filter.dto.js';
import { ExportCustomers } from './queries/export-customers.query.js';

@ApiTags('exports')
@Controller('customers')
export class CustomerExportsController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * Export the customers that a search and filters let through, all of them without any.
   *
   * @remarks
   * In the order of their ids. NDJSON has a `customer` item for each, and one more for each further
   * click that it has claimed.
   */
  @Get('export')
  @Access({ scope: 'analytics:read', entitlement: 'revenueTracking' })
  @Streamed()
  @ApiOperation({ operationId: 'customers.export' })
  @ApiOkResponse({ type: String })
  export(
    @CurrentWorkspace() workspace: Workspace,
    @Query() params: ExportCustomersParams,
    @CurrentActor() actor: Actor,
  ): Promise<Export> {
    return this.queries.execute(new ExportCustomers(workspace, params, actor));
  }
}
