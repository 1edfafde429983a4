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
import { AnalyticsStore, LTV_GROUPS, ltvCohorts } from "../../../analytics/src/index.js";
import { IntegerParameter, IsDayOrInstant, ValidationFailed, dayOf, endOfDay, isDay, parseInstant, } from "../../../platform/src/index.js";
import { Query, QueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
/** One month of a cohort's curve. */
export class LtvPointDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { month: { required: true, type: () => Number, description: "The k-th calendar month after each customer's own first month, from 0." }, revenue: { required: true, type: () => Number, description: "Net of the cohort's counting sales in that month, in minor units of `currency`." }, cumulativeRevenue: { required: true, type: () => Number, description: "`revenue` of this month and all before it, in minor units." }, ltv: { required: true, type: () => Number, nullable: true, description: "`cumulativeRevenue` / `customers`, in minor units; null when there are no customers." }, complete: { required: true, type: () => Boolean, description: "Whether the month has ended for every customer of the cohort; otherwise it may still grow." } };
    }
}
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 0 }),
    __metadata("design:type", Number)
], LtvPointDto.prototype, "month", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 60_000 }),
    __metadata("design:type", Number)
], LtvPointDto.prototype, "revenue", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 60_000 }),
    __metadata("design:type", Number)
], LtvPointDto.prototype, "cumulativeRevenue", void 0);
__decorate([
    ApiProperty({ type: 'integer', nullable: true, example: 500 }),
    __metadata("design:type", Object)
], LtvPointDto.prototype, "ltv", void 0);
/** Customers of one first month or origin, and what they have spent since. */
export class LtvCohortDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { cohort: { required: true, type: () => String, nullable: true, description: "The month, the campaign or the source; null for none." }, customers: { required: true, type: () => Number, description: "Customers first seen in the months asked for, deleted ones too." }, payingCustomers: { required: true, type: () => Number, description: "Customers with a counting sale not after `asOf`." }, revenue: { required: true, type: () => Number, description: "Net of the counting sales not after `asOf`, in minor units of `currency`." }, ltv: { required: true, type: () => Number, nullable: true, description: "`revenue` / `customers`, in minor units; null when there are no customers." }, curve: { required: true, type: () => [LtvPointDto], description: "By month of age, up to the last month that has begun for some customer of the cohort." } };
    }
}
__decorate([
    ApiProperty({ type: String, nullable: true, example: '2026-03' }),
    __metadata("design:type", Object)
], LtvCohortDto.prototype, "cohort", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 120 }),
    __metadata("design:type", Number)
], LtvCohortDto.prototype, "customers", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 40 }),
    __metadata("design:type", Number)
], LtvCohortDto.prototype, "payingCustomers", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 99_000 }),
    __metadata("design:type", Number)
], LtvCohortDto.prototype, "revenue", void 0);
__decorate([
    ApiProperty({ type: 'integer', nullable: true, example: 825 }),
    __metadata("design:type", Object)
], LtvCohortDto.prototype, "ltv", void 0);
__decorate([
    ApiProperty({ type: [LtvPointDto] }),
    __metadata("design:type", Array)
], LtvCohortDto.prototype, "curve", void 0);
/** Lifetime-value curves of the customers of the last months. */
export class LtvCohortsDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { groupBy: { required: true, description: "What the customers are grouped by.", enum: ["month", "source", "campaign"] }, truncated: { required: true, type: () => Boolean, description: "Whether there are more than the 1,000 groups that are listed." }, months: { required: true, type: () => Number, description: "How many calendar months of customers, ending with the month of `asOf`." }, asOf: { required: true, type: () => String, description: "The instant up to which customers and sales are taken; of a day its last millisecond." }, timezone: { required: true, type: () => String, description: "The workspace's time zone, in which months are meant." }, currency: { required: true, type: () => String, description: "The workspace's reporting currency, ISO 4217." }, cohorts: { required: true, type: () => [LtvCohortDto], description: "Months in their order, also empty ones; others by most customers, then by name, null last." } };
    }
}
__decorate([
    ApiProperty({ enum: LTV_GROUPS }),
    __metadata("design:type", String)
], LtvCohortsDto.prototype, "groupBy", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 1, maximum: 24, example: 12 }),
    __metadata("design:type", Number)
], LtvCohortsDto.prototype, "months", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-31T23:59:59.999Z' }),
    __metadata("design:type", String)
], LtvCohortsDto.prototype, "asOf", void 0);
__decorate([
    ApiProperty({ example: 'UTC' }),
    __metadata("design:type", String)
], LtvCohortsDto.prototype, "timezone", void 0);
__decorate([
    ApiProperty({ example: 'USD' }),
    __metadata("design:type", String)
], LtvCohortsDto.prototype, "currency", void 0);
__decorate([
    ApiProperty({ type: [LtvCohortDto] }),
    __metadata("design:type", Array)
], LtvCohortsDto.prototype, "cohorts", void 0);
/** Which customers to follow, and how to group them. */
export class LtvCohortsParams {
    constructor() {
        /** How many calendar months of customers, ending with the month of `asOf`. */
        this.months = 12;
        /** What to group by: the month a customer was first seen in, or its first touch's origin. */
        this.group_by = 'month';
    }
    static _OPENAPI_METADATA_FACTORY() {
        return { months: { required: true, type: () => Object, description: "How many calendar months of customers, ending with the month of `asOf`.", default: 12 }, asOf: { required: false, type: () => String, description: "A day, meaning its end, or an instant, up to which customers and sales are taken (default now).\nA day after today or an instant after now is refused." }, group_by: { required: true, description: "What to group by: the month a customer was first seen in, or its first touch's origin.", default: "month", enum: ["month", "source", "campaign"], enum: LTV_GROUPS } };
    }
}
__decorate([
    IntegerParameter(1, 24),
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 24, default: 12 }),
    __metadata("design:type", Object)
], LtvCohortsParams.prototype, "months", void 0);
__decorate([
    IsOptional(),
    IsDayOrInstant(),
    ApiPropertyOptional({ example: '2026-03-31' }),
    __metadata("design:type", String)
], LtvCohortsParams.prototype, "asOf", void 0);
__decorate([
    IsIn(LTV_GROUPS, { message: `must be one of ${LTV_GROUPS.join(', ')}` }),
    ApiPropertyOptional({ enum: LTV_GROUPS, default: 'month' }),
    __metadata("design:type", String)
], LtvCohortsParams.prototype, "group_by", void 0);
/** Lifetime-value curves of a workspace's customers. Throws `ValidationFailed`. */
export class GetLtvCohorts extends Query {
    constructor(workspace, params) {
        super();
        this.workspace = workspace;
        this.params = params;
        this.now = new Date();
        this.asOf = params.asOf ? asOfInstant(params.asOf, workspace.timezone, this.now) : this.now;
    }
    get snapshotKey() {
        return {
            workspaceId: this.workspace.id,
            question: 'ltv-cohorts',
            params: {
                ...this.params,
                // Without it, the answer is about now: whenever that was.
                asOf: this.params.asOf === undefined ? null : this.asOf,
                timezone: this.workspace.timezone,
            },
        };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return { now: { required: true, type: () => Object, default: new Date() }, asOf: { required: true, type: () => Date } };
    }
}
/** Of a day its last millisecond. Throws `ValidationFailed` for a day after today or a later now. */
function asOfInstant(text, timezone, now) {
    if (isDay(text)) {
        // Days of four-digit years sort as text.
        if (text > dayOf(now, timezone))
            throw ValidationFailed.of('asOf', 'must not be after today');
        return new Date(endOfDay(text, timezone).getTime() - 1);
    }
    const instant = parseInstant(text);
    if (!instant || instant > now)
        throw ValidationFailed.of('asOf', 'must not be after now');
    return instant;
}
let GetLtvCohortsHandler = class GetLtvCohortsHandler {
    constructor(analytics) {
        this.analytics = analytics;
    }
    async execute({ workspace, params, asOf, now }) {
        const answer = await this.analytics.ask(ltvCohorts, {
            workspaceId: workspace.id,
            groupBy: params.group_by,
            months: params.months,
            asOf,
            timezone: workspace.timezone,
            now,
        });
        return {
            groupBy: params.group_by,
            truncated: answer.truncated,
            months: params.months,
            asOf: asOf.toISOString(),
            timezone: workspace.timezone,
            currency: workspace.currency,
            cohorts: answer.cohorts,
        };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
GetLtvCohortsHandler = __decorate([
    QueryHandler(GetLtvCohorts),
    __metadata("design:paramtypes", [AnalyticsStore])
], GetLtvCohortsHandler);
export { GetLtvCohortsHandler };
//# sourceMappingURL=get-ltv-cohorts.query.js.map