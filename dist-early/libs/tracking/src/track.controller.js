var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import * as openapi_import_1 from "./conversion.dto.js";
import * as openapi_import_2 from "./batch.dto.js";
import * as openapi from "@nestjs/swagger";
import { Access, CurrentWorkspace, Workspace } from "../../workspaces/src/index.js";
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TrackBatchDto } from './batch.dto.js';
import { ClickDto, TrackClickDto } from './click.dto.js';
import { TrackBatch } from './commands/track-batch.command.js';
import { TrackClick } from './commands/track-click.command.js';
import { TrackCustom } from './commands/track-custom.command.js';
import { TrackLead } from './commands/track-lead.command.js';
import { TrackRefund } from './commands/track-refund.command.js';
import { TrackSale } from './commands/track-sale.command.js';
import { TrackedConversionDto } from './conversion.dto.js';
import { TrackCustomDto, TrackLeadDto, TrackRefundDto, TrackSaleDto, } from './track-conversion.dto.js';
const access = { scope: 'events:create', entitlement: 'revenueTracking' };
let TrackController = class TrackController {
    constructor(commands) {
        this.commands = commands;
    }
    /**
     * Track a click (201); a repeat answers the stored one (200).
     *
     * @remarks
     * A click is unique by its `clickId`. A repeat changes nothing: `differs` lists the fields that
     * it would have changed.
     */
    click(workspace, click) {
        return this.commands.execute(new TrackClick(workspace, click));
    }
    /**
     * Track a lead (201); a repeat of its `orderId` answers the stored one (200).
     *
     * @remarks
     * Goes to the customer with the `externalId` (created where there is none), else the `email`,
     * else the `clickId`. What finds nobody is kept, and stitched when its customer appears.
     */
    lead(workspace, lead) {
        return this.commands.execute(new TrackLead(workspace, lead));
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
    sale(workspace, sale) {
        return this.commands.execute(new TrackSale(workspace, sale));
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
    refund(workspace, refund) {
        return this.commands.execute(new TrackRefund(workspace, refund));
    }
    /**
     * Track a custom event (201); a repeat of its `eventName` and `orderId` answers the stored one (200).
     *
     * @remarks
     * Goes to a customer as a lead does.
     */
    custom(workspace, custom) {
        return this.commands.execute(new TrackCustom(workspace, custom));
    }
    /**
     * Apply up to 1,000 events in order, each on its own; bodies up to 5 MiB.
     *
     * @remarks
     * The answer is 200 also when items are refused: `results` tells of each item what became of it.
     * An item is the body of its own route plus its `type`.
     */
    batch(workspace, batch) {
        return this.commands.execute(new TrackBatch(workspace, batch));
    }
};
__decorate([
    ApiOperation({ summary: "Track a click (201); a repeat answers the stored one (200).", operationId: 'track.click', description: "A click is unique by its `clickId`. A repeat changes nothing: `differs` lists the fields that\nit would have changed." }),
    Post('click'),
    Access(access),
    ApiCreatedResponse({ type: ClickDto }),
    ApiOkResponse({ type: ClickDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        TrackClickDto]),
    __metadata("design:returntype", Promise)
], TrackController.prototype, "click", null);
__decorate([
    ApiOperation({ summary: "Track a lead (201); a repeat of its `orderId` answers the stored one (200).", operationId: 'track.lead', description: "Goes to the customer with the `externalId` (created where there is none), else the `email`,\nelse the `clickId`. What finds nobody is kept, and stitched when its customer appears." }),
    Post('lead'),
    Access(access),
    ApiCreatedResponse({ type: TrackedConversionDto }),
    ApiOkResponse({ type: TrackedConversionDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        TrackLeadDto]),
    __metadata("design:returntype", Promise)
], TrackController.prototype, "lead", null);
__decorate([
    ApiOperation({ summary: "Track a sale (201); a repeat of its `orderId` answers the stored one (200).", operationId: 'track.sale', description: "Goes to a customer as a lead does. The amount is also kept in the workspace's currency, at the\nrate of the sale's UTC day." }),
    openapi.ApiResponse({ status: 422, description: "UNSUPPORTED_CURRENCY There is no exchange rate for EUR on or before 2026-03-04." }),
    Post('sale'),
    Access(access),
    ApiCreatedResponse({ type: TrackedConversionDto }),
    ApiOkResponse({ type: TrackedConversionDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        TrackSaleDto]),
    __metadata("design:returntype", Promise)
], TrackController.prototype, "sale", null);
__decorate([
    ApiOperation({ summary: "Refund the sale with this `orderId`, in part or whole.", operationId: 'track.refund', description: "The same as the `PATCH` of that sale. `refundedAmount` is cumulative; the same one again is a\nno-op." }),
    openapi.ApiResponse({ status: 404, description: "NOT_FOUND There is no such conversion." }),
    openapi.ApiResponse({ status: 409, description: "INVALID_STATUS_TRANSITION Only an approved sale can be refunded." }),
    Post('refund'),
    HttpCode(200),
    Access(access),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.ConversionDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        TrackRefundDto]),
    __metadata("design:returntype", Promise)
], TrackController.prototype, "refund", null);
__decorate([
    ApiOperation({ summary: "Track a custom event (201); a repeat of its `eventName` and `orderId` answers the stored one (200).", operationId: 'track.custom', description: "Goes to a customer as a lead does." }),
    Post('custom'),
    Access(access),
    ApiCreatedResponse({ type: TrackedConversionDto }),
    ApiOkResponse({ type: TrackedConversionDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        TrackCustomDto]),
    __metadata("design:returntype", Promise)
], TrackController.prototype, "custom", null);
__decorate([
    ApiOperation({ summary: "Apply up to 1,000 events in order, each on its own; bodies up to 5 MiB.", operationId: 'track.batch', description: "The answer is 200 also when items are refused: `results` tells of each item what became of it.\nAn item is the body of its own route plus its `type`." }),
    Post('batch'),
    HttpCode(200),
    Access(access),
    openapi.ApiResponse({ status: 200, type: openapi_import_2.BatchResultDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        TrackBatchDto]),
    __metadata("design:returntype", Promise)
], TrackController.prototype, "batch", null);
TrackController = __decorate([
    ApiTags('track'),
    Controller('track'),
    __metadata("design:paramtypes", [CommandBus])
], TrackController);
export { TrackController };
//# sourceMappingURL=track.controller.js.map