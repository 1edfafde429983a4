import { BodyParams, type Recorded } from '@app/platform';
import {
  Access,
  CurrentIdempotencyKey,
  CurrentWorkspace,
  IdempotencyKey,
  Workspace,
} from '@app/workspaces';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { MessagePattern } from '@nestjs/microservices';
import { TrackBatchDto, type BatchResultDto } from './batch.dto.js';
import { TrackClickDto, type ClickDto } from './click.dto.js';
import { TrackBatch } from './commands/track-batch.command.js';
import { TrackClick } from './commands/track-click.command.js';
import { TrackCustom } from './commands/track-custom.command.js';
import { TrackLead } from './commands/track-lead.command.js';
import { TrackRefund } from './commands/track-refund.command.js';
import { TrackSale } from './commands/track-sale.command.js';
import type { ConversionDto, TrackedConversionDto } from './conversion.dto.js';
import {
  TrackCustomDto,
  TrackLeadDto,
  TrackRefundDto,
  TrackSaleDto,
} from './track-conversion.dto.js';

const access = { scope: 'events:create', entitlement: 'revenueTracking' } as const;

/** The routes under `/track` for messages: each pattern is the operation of the same name. */
@Controller()
export class TrackMessageController {
  constructor(private readonly commands: CommandBus) {}

  @MessagePattern('track.click')
  @Access(access)
  click(
    @CurrentWorkspace() workspace: Workspace,
    @BodyParams() click: TrackClickDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<Recorded<ClickDto>> {
    return this.commands.execute(new TrackClick(workspace, click, key));
  }

  @MessagePattern('track.lead')
  @Access(access)
  lead(
    @CurrentWorkspace() workspace: Workspace,
    @BodyParams() lead: TrackLeadDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<Recorded<TrackedConversionDto>> {
    return this.commands.execute(new TrackLead(workspace, lead, key));
  }

  @MessagePattern('track.sale')
  @Access(access)
  sale(
    @CurrentWorkspace() workspace: Workspace,
    @BodyParams() sale: TrackSaleDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<Recorded<TrackedConversionDto>> {
    return this.commands.execute(new TrackSale(workspace, sale, key));
  }

  @MessagePattern('track.refund')
  @Access(access)
  refund(
    @CurrentWorkspace() workspace: Workspace,
    @BodyParams() refund: TrackRefundDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<ConversionDto> {
    return this.commands.execute(new TrackRefund(workspace, refund, key));
  }

  @MessagePattern('track.custom')
  @Access(access)
  custom(
    @CurrentWorkspace() workspace: Workspace,
    @BodyParams() custom: TrackCustomDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<Recorded<TrackedConversionDto>> {
    return this.commands.execute(new TrackCustom(workspace, custom, key));
  }

  @MessagePattern('track.batch')
  @Access(access)
  batch(
    @CurrentWorkspace() workspace: Workspace,
    @BodyParams() batch: TrackBatchDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<BatchResultDto> {
    return this.commands.execute(new TrackBatch(workspace, batch, key));
  }
}
