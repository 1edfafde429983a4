import type { Recorded } from '@app/platform';
import { Access, CurrentWorkspace, Workspace } from '@app/workspaces';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { BatchResultDto, TrackBatchDto } from './batch.dto.js';
import { ClickDto, TrackClickDto } from './click.dto.js';
import { TrackBatch } from './commands/track-batch.command.js';
import { TrackClick } from './commands/track-click.command.js';
import { TrackCustom } from './commands/track-custom.command.js';
import { TrackLead } from './commands/track-lead.command.js';
import { TrackRefund } from './commands/track-refund.command.js';
import { TrackSale } from './commands/track-sale.command.js';
import {
  ConversionDto,
  TrackCustomDto,
  TrackLeadDto,
  TrackRefundDto,
  TrackSaleDto,
  TrackedConversionDto,
} from './conversion.dto.js';

const access = { scope: 'events:create', entitlement: 'revenueTracking' } as const;

@ApiTags('track')
@Controller('track')
export class TrackController {
  constructor(private readonly commands: CommandBus) {}

  /** Track a click (201); a repeat answers the stored one (200). */
  @Post('click')
  @Access(access)
  @ApiOperation({ operationId: 'track.click' })
  click(
    @CurrentWorkspace() workspace: Workspace,
    @Body() click: TrackClickDto,
  ): Promise<Recorded<ClickDto>> {
    return this.commands.execute(new TrackClick(workspace, click));
  }

  /** Track a lead (201); a repeat of its `orderId` answers the stored one (200). */
  @Post('lead')
  @Access(access)
  @ApiOperation({ operationId: 'track.lead' })
  lead(
    @CurrentWorkspace() workspace: Workspace,
    @Body() lead: TrackLeadDto,
  ): Promise<Recorded<TrackedConversionDto>> {
    return this.commands.execute(new TrackLead(workspace, lead));
  }

  /** Track a sale (201); a repeat of its `orderId` answers the stored one (200). */
  @Post('sale')
  @Access(access)
  @ApiOperation({ operationId: 'track.sale' })
  sale(
    @CurrentWorkspace() workspace: Workspace,
    @Body() sale: TrackSaleDto,
  ): Promise<Recorded<TrackedConversionDto>> {
    return this.commands.execute(new TrackSale(workspace, sale));
  }

  /** Refund the sale with this `orderId`, in part or whole. */
  @Post('refund')
  @HttpCode(200)
  @Access(access)
  @ApiOperation({ operationId: 'track.refund' })
  refund(
    @CurrentWorkspace() workspace: Workspace,
    @Body() refund: TrackRefundDto,
  ): Promise<ConversionDto> {
    return this.commands.execute(new TrackRefund(workspace, refund));
  }

  /** Track a custom event (201); a repeat of its `eventName` and `orderId` answers the stored one (200). */
  @Post('custom')
  @Access(access)
  @ApiOperation({ operationId: 'track.custom' })
  custom(
    @CurrentWorkspace() workspace: Workspace,
    @Body() custom: TrackCustomDto,
  ): Promise<Recorded<TrackedConversionDto>> {
    return this.commands.execute(new TrackCustom(workspace, custom));
  }

  /** Apply up to 1,000 events in order, each on its own; bodies up to 5 MiB. */
  @Post('batch')
  @HttpCode(200)
  @Access(access)
  @ApiOperation({ operationId: 'track.batch' })
  batch(
    @CurrentWorkspace() workspace: Workspace,
    @Body() batch: TrackBatchDto,
  ): Promise<BatchResultDto> {
    return this.commands.execute(new TrackBatch(workspace, batch));
  }
}
