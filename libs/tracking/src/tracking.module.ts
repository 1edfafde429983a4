import { Click, Conversion, Touch } from '@app/analytics';
import { CustomersModule } from '@app/customers';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TrackBatchHandler } from './commands/track-batch.command.js';
import { TrackClickHandler } from './commands/track-click.command.js';
import { TrackCustomHandler } from './commands/track-custom.command.js';
import { TrackLeadHandler } from './commands/track-lead.command.js';
import { TrackRefundHandler } from './commands/track-refund.command.js';
import { TrackSaleHandler } from './commands/track-sale.command.js';
import { UpdateConversionHandler } from './commands/update-conversion.command.js';
import { ConversionsController } from './conversions.controller.js';
import { ConversionsMessageController } from './conversions.message-controller.js';
import { CountClicksHandler } from './queries/count-clicks.query.js';
import { ExportsController } from './exports.controller.js';
import { ExportClicksHandler } from './queries/export-clicks.query.js';
import { ExportConversionsHandler } from './queries/export-conversions.query.js';
import { GetConversionHandler } from './queries/get-conversion.query.js';
import { ListConversionsHandler } from './queries/list-conversions.query.js';
import { ConversionRecorder } from './record-conversion.js';
import { TrackController } from './track.controller.js';
import { TrackMessageController } from './track.message-controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Click, Conversion, Touch]), CustomersModule],
  // Names first: `conversions/export` must not be taken for a conversion's id.
  controllers: [
    TrackController,
    ExportsController,
    ConversionsController,
    TrackMessageController,
    ConversionsMessageController,
  ],
  providers: [
    ConversionRecorder,
    TrackClickHandler,
    TrackLeadHandler,
    TrackSaleHandler,
    TrackCustomHandler,
    TrackRefundHandler,
    TrackBatchHandler,
    UpdateConversionHandler,
    ListConversionsHandler,
    ExportConversionsHandler,
    ExportClicksHandler,
    CountClicksHandler,
    GetConversionHandler,
  ],
})
export class TrackingModule {}
