var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Click, Conversion, Touch } from "../../analytics/src/index.js";
import { CustomersModule } from "../../customers/src/index.js";
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
import { GetConversionHandler } from './queries/get-conversion.query.js';
import { ListConversionsHandler } from './queries/list-conversions.query.js';
import { ConversionRecorder } from './record-conversion.js';
import { TrackController } from './track.controller.js';
let TrackingModule = class TrackingModule {
};
TrackingModule = __decorate([
    Module({
        imports: [TypeOrmModule.forFeature([Click, Conversion, Touch]), CustomersModule],
        controllers: [TrackController, ConversionsController],
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
            GetConversionHandler,
        ],
    })
], TrackingModule);
export { TrackingModule };
//# sourceMappingURL=tracking.module.js.map