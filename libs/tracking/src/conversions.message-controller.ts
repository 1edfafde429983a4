import { BodyParams, QueryParams, RecordId, type Page } from '@app/platform';
import {
  Access,
  CurrentIdempotencyKey,
  CurrentWorkspace,
  IdempotencyKey,
  Workspace,
} from '@app/workspaces';
import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { MessagePattern } from '@nestjs/microservices';
import { UpdateConversion } from './commands/update-conversion.command.js';
import type { ConversionDto } from './conversion.dto.js';
import { ListConversionsParams } from './conversion-filter.dto.js';
import { GetConversion } from './queries/get-conversion.query.js';
import { ListConversions } from './queries/list-conversions.query.js';
import { UpdateConversionDto } from './track-conversion.dto.js';

const entitlement = 'revenueTracking';

/** The routes under `/conversions` for messages: each pattern is the operation of the same name. */
@Controller()
export class ConversionsMessageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  @MessagePattern('conversions.list')
  @Access({ scope: 'links:read', entitlement })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @QueryParams() params: ListConversionsParams,
  ): Promise<Page<ConversionDto>> {
    return this.queries.execute(new ListConversions(workspace, params));
  }

  @MessagePattern('conversions.get')
  @Access({ scope: 'links:read', entitlement })
  get(@CurrentWorkspace() workspace: Workspace, @RecordId() id: string): Promise<ConversionDto> {
    return this.queries.execute(new GetConversion(workspace, id));
  }

  @MessagePattern('conversions.update')
  @Access({ scope: 'events:update', entitlement })
  update(
    @CurrentWorkspace() workspace: Workspace,
    @RecordId() id: string,
    @BodyParams() changes: UpdateConversionDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<ConversionDto> {
    return this.commands.execute(new UpdateConversion(workspace, id, changes, key));
  }
}
