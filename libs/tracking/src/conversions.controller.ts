import type { Page } from '@app/platform';
import { Access, CurrentWorkspace, Workspace } from '@app/workspaces';
import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { UpdateConversion } from './commands/update-conversion.command.js';
import { ConversionDto, ListConversionsParams, UpdateConversionDto } from './conversion.dto.js';
import { GetConversion } from './queries/get-conversion.query.js';
import { ListConversions } from './queries/list-conversions.query.js';

const entitlement = 'revenueTracking';

@ApiTags('conversions')
@Controller('conversions')
export class ConversionsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  /** List conversions by the time at which they happened, newest first unless sorted otherwise. */
  @Get()
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'conversions.list' })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @Query() params: ListConversionsParams,
  ): Promise<Page<ConversionDto>> {
    return this.queries.execute(new ListConversions(workspace, params));
  }

  /** Get one conversion. */
  @Get(':id')
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'conversions.get' })
  get(@CurrentWorkspace() workspace: Workspace, @Param('id') id: string): Promise<ConversionDto> {
    return this.queries.execute(new GetConversion(workspace, id));
  }

  /** Move a conversion to another status, or refund a part of a sale. */
  @Patch(':id')
  @Access({ scope: 'events:update', entitlement })
  @ApiOperation({ operationId: 'conversions.update' })
  update(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id') id: string,
    @Body() changes: UpdateConversionDto,
  ): Promise<ConversionDto> {
    return this.commands.execute(new UpdateConversion(workspace, id, changes));
  }
}
