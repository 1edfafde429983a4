import { Streamed, type Export } from '@app/platform';
import { Access, CurrentActor, CurrentWorkspace, Workspace, type Actor } from '@app/workspaces';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExportConversionsParams } from './conversion-filter.dto.js';
import { ExportClicks, ExportClicksParams } from './queries/export-clicks.query.js';
import { ExportConversions } from './queries/export-conversions.query.js';

const entitlement = 'revenueTracking';

@ApiTags('exports')
@Controller()
export class ExportsController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * Export the conversions that filters let through, all of them without any.
   *
   * @remarks
   * In the order of their ids. CSV has those of deleted customers, too; NDJSON leaves them out,
   * because an import could give them to nobody.
   */
  @Get('conversions/export')
  @Access({ scope: 'analytics:read', entitlement })
  @Streamed()
  @ApiOperation({ operationId: 'conversions.export' })
  @ApiOkResponse({ type: String })
  conversions(
    @CurrentWorkspace() workspace: Workspace,
    @Query() params: ExportConversionsParams,
    @CurrentActor() actor: Actor,
  ): Promise<Export> {
    return this.queries.execute(new ExportConversions(workspace, params, actor));
  }

  /**
   * Export the clicks that filters let through, all of them without any.
   *
   * @remarks
   * In the order of their `clickId`.
   */
  @Get('clicks/export')
  @Access({ scope: 'analytics:read', entitlement })
  @Streamed()
  @ApiOperation({ operationId: 'clicks.export' })
  @ApiOkResponse({ type: String })
  clicks(
    @CurrentWorkspace() workspace: Workspace,
    @Query() params: ExportClicksParams,
    @CurrentActor() actor: Actor,
  ): Promise<Export> {
    return this.queries.execute(new ExportClicks(workspace, params, actor));
  }
}
