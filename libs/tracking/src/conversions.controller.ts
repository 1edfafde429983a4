import type { Page } from '@app/platform';
import {
  Access,
  CurrentIdempotencyKey,
  CurrentWorkspace,
  IdempotencyKey,
  Workspace,
} from '@app/workspaces';
import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UpdateConversion } from './commands/update-conversion.command.js';
import { ConversionDto } from './conversion.dto.js';
import { ListConversionsParams } from './conversion-filter.dto.js';
import { UpdateConversionDto } from './track-conversion.dto.js';
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
  @ApiOkResponse({ type: [ConversionDto] })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @Query() params: ListConversionsParams,
  ): Promise<Page<ConversionDto>> {
    return this.queries.execute(new ListConversions(workspace, params));
  }

  /**
   * Get one conversion.
   *
   * @throws {404} NOT_FOUND There is no such conversion.
   */
  @Get(':id')
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'conversions.get' })
  get(@CurrentWorkspace() workspace: Workspace, @Param('id') id: string): Promise<ConversionDto> {
    return this.queries.execute(new GetConversion(workspace, id));
  }

  /**
   * Move a conversion to another status, or refund a part of a sale.
   *
   * @remarks
   * Moves: from `pending` to `approved`, `rejected` or `fraud`; from `approved` to `refunded` or
   * `fraud`; from `rejected` or `fraud` to `approved`. The status that it has is a no-op. A
   * `refundedAmount` is cumulative and keeps the sale `approved` until all is paid back.
   *
   * @throws {404} NOT_FOUND There is no such conversion.
   * @throws {409} INVALID_STATUS_TRANSITION A conversion that is refunded cannot become approved.
   */
  @Patch(':id')
  @Access({ scope: 'events:update', entitlement })
  @ApiOperation({ operationId: 'conversions.update' })
  update(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id') id: string,
    @Body() changes: UpdateConversionDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<ConversionDto> {
    return this.commands.execute(new UpdateConversion(workspace, id, changes, key));
  }
}
