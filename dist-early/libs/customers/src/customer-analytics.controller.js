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
import * as openapi_import_1 from "./queries/get-cohorts.query.js";
import * as openapi_import_2 from "./queries/get-ltv-cohorts.query.js";
import * as openapi_import_3 from "./queries/get-journey.query.js";
import * as openapi_import_4 from "./queries/get-attribution.query.js";
import * as openapi from "@nestjs/swagger";
import { SnapshotInterceptor } from "../../platform/src/index.js";
import { Access, CurrentWorkspace, Workspace } from "../../workspaces/src/index.js";
import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath, } from '@nestjs/swagger';
import { CustomerIds } from './customer-ids.js';
import { AttributionDto, GetAttribution } from './queries/get-attribution.query.js';
import { CohortsDto, CohortsParams, GetCohorts } from './queries/get-cohorts.query.js';
import { JourneyEventsDto, JourneyParams, SummarizedJourneyDto, } from './queries/get-journey.dto.js';
import { GetJourney } from './queries/get-journey.query.js';
import { GetLtvCohorts, LtvCohortsDto, LtvCohortsParams } from './queries/get-ltv-cohorts.query.js';
const entitlement = 'revenueTracking';
/** The routes that are served from snapshots: a method says what is asked, not the answer. */
let CustomerAnalyticsController = class CustomerAnalyticsController {
    constructor(customerIds) {
        this.customerIds = customerIds;
    }
    /**
     * Cohorts of customers by first-seen week or month, or by what brought them.
     *
     * @remarks
     * Counts all customers whose `firstSeenAt` lies in the range, deleted ones too. Weeks are ISO
     * weeks; weeks, months and days are meant in the workspace's time zone.
     */
    cohorts(workspace, params) {
        return new GetCohorts(workspace, params);
    }
    /**
     * Lifetime-value curves of cohorts, month by month after each customer's first.
     *
     * @remarks
     * Follows the customers first seen in the `months` calendar months that end with the month of
     * `asOf`, deleted ones too. Sales after `asOf` are left out; statuses and refunds are as they
     * are now.
     */
    ltvCohorts(workspace, params) {
        return new GetLtvCohorts(workspace, params);
    }
    /**
     * A customer's touches, conversions and refunds in time order, or a summary of them.
     *
     * @remarks
     * A sale shows its whole reporting amount, a refund the refunded part. With `summary=true` there
     * are no events but their numbers; `start` and `end` narrow both.
     *
     * @throws {404} NOT_FOUND There is no such customer.
     */
    journey(workspace, ref, params) {
        return this.customerIds.resolve(workspace, ref, (id) => new GetJourney(workspace, id, params));
    }
    /**
     * What brought a customer's revenue, by five attribution models.
     *
     * @remarks
     * Eligible for a conversion are the touches in the workspace's attribution window up to it. Each
     * model shares out the net of the counting sales: its entries add up to it exactly.
     *
     * @throws {404} NOT_FOUND There is no such customer.
     */
    attribution(workspace, ref) {
        return this.customerIds.resolve(workspace, ref, (id) => new GetAttribution(workspace, id));
    }
};
__decorate([
    ApiOperation({ summary: "Cohorts of customers by first-seen week or month, or by what brought them.", operationId: 'customers.cohorts', description: "Counts all customers whose `firstSeenAt` lies in the range, deleted ones too. Weeks are ISO\nweeks; weeks, months and days are meant in the workspace's time zone." }),
    Get('cohorts'),
    Access({ scope: 'links:read', entitlement }),
    ApiOkResponse({ type: CohortsDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace, CohortsParams]),
    __metadata("design:returntype", GetCohorts)
], CustomerAnalyticsController.prototype, "cohorts", null);
__decorate([
    ApiOperation({ summary: "Lifetime-value curves of cohorts, month by month after each customer's first.", operationId: 'customers.ltvCohorts', description: "Follows the customers first seen in the `months` calendar months that end with the month of\n`asOf`, deleted ones too. Sales after `asOf` are left out; statuses and refunds are as they\nare now." }),
    Get('ltv-cohorts'),
    Access({ scope: 'analytics:read', entitlement }),
    ApiOkResponse({ type: LtvCohortsDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        LtvCohortsParams]),
    __metadata("design:returntype", GetLtvCohorts)
], CustomerAnalyticsController.prototype, "ltvCohorts", null);
__decorate([
    ApiOperation({ summary: "A customer's touches, conversions and refunds in time order, or a summary of them.", operationId: 'customers.journey', description: "A sale shows its whole reporting amount, a refund the refunded part. With `summary=true` there\nare no events but their numbers; `start` and `end` narrow both." }),
    openapi.ApiResponse({ status: 404, description: "NOT_FOUND There is no such customer." }),
    Get(':id/journey'),
    Access({ scope: 'links:read', entitlement }),
    ApiExtraModels(JourneyEventsDto, SummarizedJourneyDto),
    ApiOkResponse({
        schema: {
            oneOf: [JourneyEventsDto, SummarizedJourneyDto].map((dto) => ({ $ref: getSchemaPath(dto) })),
        },
    }),
    __param(0, CurrentWorkspace()),
    __param(1, Param('id')),
    __param(2, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace, String, JourneyParams]),
    __metadata("design:returntype", Promise)
], CustomerAnalyticsController.prototype, "journey", null);
__decorate([
    ApiOperation({ summary: "What brought a customer's revenue, by five attribution models.", operationId: 'customers.attribution', description: "Eligible for a conversion are the touches in the workspace's attribution window up to it. Each\nmodel shares out the net of the counting sales: its entries add up to it exactly." }),
    openapi.ApiResponse({ status: 404, description: "NOT_FOUND There is no such customer." }),
    Get(':id/attribution'),
    Access({ scope: 'links:read', entitlement }),
    ApiOkResponse({ type: AttributionDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace, String]),
    __metadata("design:returntype", Promise)
], CustomerAnalyticsController.prototype, "attribution", null);
CustomerAnalyticsController = __decorate([
    ApiTags('analytics'),
    Controller('customers'),
    UseInterceptors(SnapshotInterceptor),
    __metadata("design:paramtypes", [CustomerIds])
], CustomerAnalyticsController);
export { CustomerAnalyticsController };
//# sourceMappingURL=customer-analytics.controller.js.map