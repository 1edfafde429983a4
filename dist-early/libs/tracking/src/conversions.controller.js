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
import * as openapi from "@nestjs/swagger";
import { Access, CurrentWorkspace, Workspace } from "../../workspaces/src/index.js";
import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UpdateConversion } from './commands/update-conversion.command.js';
import { ConversionDto, ListConversionsParams } from './conversion.dto.js';
import { UpdateConversionDto } from './track-conversion.dto.js';
import { GetConversion } from './queries/get-conversion.query.js';
import { ListConversions } from './queries/list-conversions.query.js';
const entitlement = 'revenueTracking';
let ConversionsController = class ConversionsController {
    constructor(queries, commands) {
        this.queries = queries;
        this.commands = commands;
    }
    /** List conversions by the time at which they happened, newest first unless sorted otherwise. */
    list(workspace, params) {
        return this.queries.execute(new ListConversions(workspace, params));
    }
    /**
     * Get one conversion.
     *
     * @throws {404} NOT_FOUND There is no such conversion.
     */
    get(workspace, id) {
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
    update(workspace, id, changes) {
        return this.commands.execute(new UpdateConversion(workspace, id, changes));
    }
};
__decorate([
    ApiOperation({ summary: "List conversions by the time at which they happened, newest first unless sorted otherwise.", operationId: 'conversions.list' }),
    Get(),
    Access({ scope: 'links:read', entitlement }),
    ApiOkResponse({ type: [ConversionDto] }),
    __param(0, CurrentWorkspace()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        ListConversionsParams]),
    __metadata("design:returntype", Promise)
], ConversionsController.prototype, "list", null);
__decorate([
    ApiOperation({ summary: "Get one conversion.", operationId: 'conversions.get' }),
    openapi.ApiResponse({ status: 404, description: "NOT_FOUND There is no such conversion." }),
    Get(':id'),
    Access({ scope: 'links:read', entitlement }),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.ConversionDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace, String]),
    __metadata("design:returntype", Promise)
], ConversionsController.prototype, "get", null);
__decorate([
    ApiOperation({ summary: "Move a conversion to another status, or refund a part of a sale.", operationId: 'conversions.update', description: "Moves: from `pending` to `approved`, `rejected` or `fraud`; from `approved` to `refunded` or\n`fraud`; from `rejected` or `fraud` to `approved`. The status that it has is a no-op. A\n`refundedAmount` is cumulative and keeps the sale `approved` until all is paid back." }),
    openapi.ApiResponse({ status: 404, description: "NOT_FOUND There is no such conversion." }),
    openapi.ApiResponse({ status: 409, description: "INVALID_STATUS_TRANSITION A conversion that is refunded cannot become approved." }),
    Patch(':id'),
    Access({ scope: 'events:update', entitlement }),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.ConversionDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Param('id')),
    __param(2, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace, String, UpdateConversionDto]),
    __metadata("design:returntype", Promise)
], ConversionsController.prototype, "update", null);
ConversionsController = __decorate([
    ApiTags('conversions'),
    Controller('conversions'),
    __metadata("design:paramtypes", [QueryBus,
        CommandBus])
], ConversionsController);
export { ConversionsController };
//# sourceMappingURL=conversions.controller.js.map