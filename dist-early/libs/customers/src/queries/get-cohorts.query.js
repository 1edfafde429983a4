var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi from "@nestjs/swagger";
import { AnalyticsStore, COHORT_GROUPS, cohorts } from "../../../analytics/src/index.js";
import { IntegerParameter, IsDay, ValidationFailed, rangeOf, } from "../../../platform/src/index.js";
import { Query, QueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
const NULLABLE_DAY = { type: String, nullable: true, format: 'date' };
/** What a group of customers did, whenever it did it. */
export class CohortTotalsDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { customers: { required: true, type: () => Number, description: "Customers first seen in the range, deleted ones too." }, customersWithLeads: { required: true, type: () => Number, description: "Customers with an approved lead." }, convertedCustomers: { required: true, type: () => Number, description: "Customers with a counting sale." }, conversionRate: { required: true, type: () => Number, nullable: true, description: "`convertedCustomers` / `customers` to 4 decimals; null when there are no customers." }, sales: { required: true, type: () => Number, description: "Counting sales." }, revenue: { required: true, type: () => Number, description: "Net of the counting sales, in minor units of `currency`." }, averageLtv: { required: true, type: () => Number, nullable: true, description: "`revenue` / `customers`, in minor units; null when there are no customers." }, averageOrderValue: { required: true, type: () => Number, nullable: true, description: "`revenue` / `sales`, in minor units; null when there are no sales." } };
    }
}
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 10 }),
    __metadata("design:type", Number)
], CohortTotalsDto.prototype, "customers", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 4 }),
    __metadata("design:type", Number)
], CohortTotalsDto.prototype, "customersWithLeads", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 3 }),
    __metadata("design:type", Number)
], CohortTotalsDto.prototype, "convertedCustomers", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true, example: 0.3 }),
    __metadata("design:type", Object)
], CohortTotalsDto.prototype, "conversionRate", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 5 }),
    __metadata("design:type", Number)
], CohortTotalsDto.prototype, "sales", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 41_200 }),
    __metadata("design:type", Number)
], CohortTotalsDto.prototype, "revenue", void 0);
__decorate([
    ApiProperty({ type: 'integer', nullable: true, example: 4_120 }),
    __metadata("design:type", Object)
], CohortTotalsDto.prototype, "averageLtv", void 0);
__decorate([
    ApiProperty({ type: 'integer', nullable: true, example: 8_240 }),
    __metadata("design:type", Object)
], CohortTotalsDto.prototype, "averageOrderValue", void 0);
/** Customers that were first seen in the same week or month, or brought by the same origin. */
export class CohortDto extends CohortTotalsDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { cohort: { required: true, type: () => String, nullable: true, description: "The ISO week, the month, the campaign or the source; null for none." }, retention: { required: false, type: () => [Number], description: "How many of the customers had a counting sale in the k-th week or month after the cohort's\nown, from k = 0 up to the period that contains now; only with `periods`." } };
    }
}
__decorate([
    ApiProperty({ type: String, nullable: true, example: '2026-W09' }),
    __metadata("design:type", Object)
], CohortDto.prototype, "cohort", void 0);
__decorate([
    ApiPropertyOptional({ type: 'array', items: { type: 'integer' }, example: [3, 1, 0] }),
    __metadata("design:type", Array)
], CohortDto.prototype, "retention", void 0);
/** Customers grouped by when they were first seen, or by what brought them. */
export class CohortsDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { groupBy: { required: true, description: "What the customers are grouped by.", enum: ["month", "source", "week", "campaign"] }, truncated: { required: true, type: () => Boolean, description: "Whether there are more than the 1,000 groups that are listed." }, start: { required: true, type: () => String, nullable: true, description: "The first day asked for, or null." }, end: { required: true, type: () => String, nullable: true, description: "The last day asked for, or null." }, timezone: { required: true, type: () => String, description: "The workspace's time zone, in which weeks, months and days are meant." }, currency: { required: true, type: () => String, description: "The workspace's reporting currency, ISO 4217." }, totals: { required: true, type: () => CohortTotalsDto, description: "All groups together, also those that are not listed." }, cohorts: { required: true, type: () => [CohortDto], description: "The groups: weeks and months in their order and without empty ones, others by most customers,\nthen by name, null last." } };
    }
}
__decorate([
    ApiProperty({ enum: COHORT_GROUPS }),
    __metadata("design:type", String)
], CohortsDto.prototype, "groupBy", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_DAY, example: '2026-03-01' }),
    __metadata("design:type", Object)
], CohortsDto.prototype, "start", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_DAY, example: '2026-03-31' }),
    __metadata("design:type", Object)
], CohortsDto.prototype, "end", void 0);
__decorate([
    ApiProperty({ example: 'UTC' }),
    __metadata("design:type", String)
], CohortsDto.prototype, "timezone", void 0);
__decorate([
    ApiProperty({ example: 'USD' }),
    __metadata("design:type", String)
], CohortsDto.prototype, "currency", void 0);
__decorate([
    ApiProperty({ type: [CohortDto] }),
    __metadata("design:type", Array)
], CohortsDto.prototype, "cohorts", void 0);
/** Which customers to group, and how. */
export class CohortsParams {
    constructor() {
        /** What to group by: the time a customer was first seen, or its first touch's origin. */
        this.group_by = 'week';
        /** Weeks or months of retention to list, 0 for none; only for `week` and `month`. */
        this.periods = 0;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return { group_by: { required: true, description: "What to group by: the time a customer was first seen, or its first touch's origin.", default: "week", enum: ["month", "source", "week", "campaign"], enum: COHORT_GROUPS }, start: { required: false, type: () => String, description: "The first day of `firstSeenAt`, in the workspace's time zone." }, end: { required: false, type: () => String, description: "The last day of `firstSeenAt`, inclusive, in the workspace's time zone." }, periods: { required: true, type: () => Object, description: "Weeks or months of retention to list, 0 for none; only for `week` and `month`.", default: 0 } };
    }
}
__decorate([
    IsIn(COHORT_GROUPS, { message: `must be one of ${COHORT_GROUPS.join(', ')}` }),
    ApiPropertyOptional({ enum: COHORT_GROUPS, default: 'week' }),
    __metadata("design:type", String)
], CohortsParams.prototype, "group_by", void 0);
__decorate([
    IsOptional(),
    IsDay(),
    ApiPropertyOptional({ format: 'date', example: '2026-03-01' }),
    __metadata("design:type", String)
], CohortsParams.prototype, "start", void 0);
__decorate([
    IsOptional(),
    IsDay(),
    ApiPropertyOptional({ format: 'date', example: '2026-03-31' }),
    __metadata("design:type", String)
], CohortsParams.prototype, "end", void 0);
__decorate([
    IntegerParameter(0, 26),
    ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 26, default: 0 }),
    __metadata("design:type", Object)
], CohortsParams.prototype, "periods", void 0);
/** Cohorts of a workspace's customers. Throws `ValidationFailed`. */
export class GetCohorts extends Query {
    constructor(workspace, params) {
        super();
        this.workspace = workspace;
        this.params = params;
        this.range = rangeOf(params, workspace.timezone);
        const isByTime = params.group_by === 'week' || params.group_by === 'month';
        if (params.periods > 0 && !isByTime) {
            throw ValidationFailed.of('periods', 'is only for group_by week or month');
        }
    }
    get snapshotKey() {
        return {
            workspaceId: this.workspace.id,
            question: 'cohorts',
            params: { ...this.params, timezone: this.workspace.timezone },
        };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return { range: { required: true, type: () => Object } };
    }
}
let GetCohortsHandler = class GetCohortsHandler {
    constructor(analytics) {
        this.analytics = analytics;
    }
    async execute({ workspace, params, range }) {
        const answer = await this.analytics.ask(cohorts, {
            workspaceId: workspace.id,
            groupBy: params.group_by,
            range,
            periods: params.periods,
            timezone: workspace.timezone,
            now: new Date(),
        });
        return {
            groupBy: params.group_by,
            truncated: answer.truncated,
            start: params.start ?? null,
            end: params.end ?? null,
            timezone: workspace.timezone,
            currency: workspace.currency,
            totals: answer.totals,
            cohorts: answer.cohorts,
        };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
GetCohortsHandler = __decorate([
    QueryHandler(GetCohorts),
    __metadata("design:paramtypes", [AnalyticsStore])
], GetCohortsHandler);
export { GetCohortsHandler };
//# sourceMappingURL=get-cohorts.query.js.map