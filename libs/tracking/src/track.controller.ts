import type { Recorded } from '@app/platform';
import {
  Access,
  CurrentIdempotencyKey,
  CurrentWorkspace,
  IdempotencyKey,
  Workspace,
} from '@app/workspaces';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BatchResultDto, TrackBatchDto } from './batch.dto.js';
import { ClickDto, TrackClickDto } from './click.dto.js';
import { TrackBatch } from './commands/track-batch.command.js';
import { TrackClick } from './commands/track-click.command.js';
import { TrackCustom } from './commands/track-custom.command.js';
import { TrackLead } from './commands/track-lead.command.js';
import { TrackRefund } from './commands/track-refund.command.js';
import { TrackSale } from './commands/track-sale.command.js';
import { ConversionDto, TrackedConversionDto } from './conversion.dto.js';
import {
  TrackCustomDto,
  TrackLeadDto,
  TrackRefundDto,
  TrackSaleDto,
} from './track-conversion.dto.js';

const access = { scope: 'events:create', entitlement: 'revenueTracking' } as const;

@ApiTags('track')
@Controller('track')
export class TrackController {
  constructor(private readonly commands: CommandBus) {}

  /**
   * Track a click (201); a repeat answers the stored one (200).
   *
   * @remarks
   * A click is unique by its `clickId`. A repeat changes nothing: `differs` lists the fields that
   * it would have changed.
   */
  @Post('click')
  @Access(access)
  @ApiOperation({ operationId: 'track.click' })
  @ApiCreatedResponse({ type: ClickDto })
  @ApiOkResponse({ type: ClickDto })
  click(
    @CurrentWorkspace() workspace: Workspace,
    @Body() click: TrackClickDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<Recorded<ClickDto>> {
    return this.commands.execute(new TrackClick(workspace, click, key));
  }

  /**
   * Track a lead (201); a repeat of its `orderId` answers the stored one (200).
   *
   * @remarks
   * Goes to the customer with the `externalId` (created where there is none), else the `email`,
   * else the `clickId`. What finds nobody is kept, and stitched when its customer appears.
   */
  @Post('lead')
  @Access(access)
  @ApiOperation({ operationId: 'track.lead' })
  @ApiCreatedResponse({ type: TrackedConversionDto })
  @ApiOkResponse({ type: TrackedConversionDto })
  lead(
    @CurrentWorkspace() workspace: Workspace,
    @Body() lead: TrackLeadDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<Recorded<TrackedConversionDto>> {
    return this.commands.execute(new TrackLead(workspace, lead, key));
  }

  /**
   * Track a sale (201); a repeat of its `orderId` answers the stored one (200).
   *
   * @remarks
   * Goes to a customer as a lead does. The amount is also kept in the workspace's currency, at the
   * rate of the sale's UTC day.
   *
   * @throws {422} UNSUPPORTED_CURRENCY There is no exchange rate for EUR on or before 2026-03-04.
   */
  @Post('sale')
  @Access(access)
  @ApiOperation({ operationId: 'track.sale' })
  @ApiCreatedResponse({ type: TrackedConversionDto })
  @ApiOkResponse({ type: TrackedConversionDto })
  sale(
    @CurrentWorkspace() workspace: Workspace,
    @Body() sale: TrackSaleDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<Recorded<TrackedConversionDto>> {
    return this.commands.execute(new TrackSale(workspace, sale, key));
  }

  /**
   * Refund the sale with this `orderId`, in part or whole.
   *
   * @remarks
   * The same as the `PATCH` of that sale. `refundedAmount` is cumulative; the same one again is a
   * no-op.
   *
   * @throws {404} NOT_FOUND There is no such conversion.
   * @throws {409} INVALID_STATUS_TRANSITION Only an approved sale can be refunded.
   */
  @Post('refund')
  @HttpCode(200)
  @Access(access)
  @ApiOperation({ operationId: 'track.refund' })
  refund(
    @CurrentWorkspace() workspace: Workspace,
    @Body() refund: TrackRefundDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<ConversionDto> {
    return this.commands.execute(new TrackRefund(workspace, refund, key));
  }

  /**
   * Track a custom event (201); a repeat of its `eventName` and `orderId` answers the stored one (200).
   *
   * @remarks
   * Goes to a customer as a lead does.
   */
  @Post('custom')
  @Access(access)
  @ApiOperation({ operationId: 'track.custom' })
  @ApiCreatedResponse({ type: TrackedConversionDto })
  @ApiOkResponse({ type: TrackedConversionDto })
  custom(
    @CurrentWorkspace() workspace: Workspace,
    @Body() custom: TrackCustomDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<Recorded<TrackedConversionDto>> {
    return this.commands.execute(new TrackCustom(workspace, custom, key));
  }

  /**
   * Apply up to 1,000 events in order, each on its own; bodies up to 5 MiB.
   *
   * @remarks
   * The answer is 200 also when items are refused: `results` tells of each item what became of it.
   * An item is the body of its own route plus its `type`.
   */
  @Post('batch')
  @HttpCode(200)
  @Access(access)
  @ApiOperation({ operationId: 'track.batch' })
  batch(
    @CurrentWorkspace() workspace: Workspace,
    @Body() batch: TrackBatchDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<BatchResultDto> {
    return this.commands.execute(new TrackBatch(workspace, batch, key));
  }
}
