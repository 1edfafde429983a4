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
import { CONVERSION_STATUSES, JOURNEY_EVENT_TYPES } from "../../../analytics/src/index.js";
import { NULLABLE_TEXT, BooleanParameter, IntegerParameter, IsDayOrInstant, IsText, } from "../../../platform/src/index.js";
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
const NULLABLE_INSTANT = { ...NULLABLE_TEXT, format: 'date-time' };
/** A touch, a conversion or a refund; what its type does not have is null. */
export class JourneyEventDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { type: { required: true, description: "What happened.", enum: ["custom", "lead", "sale", "click", "refund"] }, id: { required: true, type: () => String, description: "The click's id or the conversion's; of a refund, its sale's." }, name: { required: true, type: () => String, nullable: true, description: "The name of the conversion, or null." }, occurredAt: { required: true, type: () => String, description: "When it happened; of a refund, when the sale was last refunded." }, linkId: { required: true, type: () => String, nullable: true, description: "The link of a click." }, campaignId: { required: true, type: () => String, nullable: true, description: "The campaign of a click." }, source: { required: true, type: () => String, nullable: true, description: "The source of a click." }, medium: { required: true, type: () => String, nullable: true, description: "The medium of a click." }, referrer: { required: true, type: () => String, nullable: true, description: "The page that a click came from." }, amount: { required: true, type: () => Number, nullable: true, description: "The whole amount of a sale, or the refunded part, in minor units of `currency`." }, currency: { required: true, type: () => String, nullable: true, description: "The workspace's reporting currency for a sale or refund, ISO 4217." }, status: { required: true, nullable: true, description: "The status of the conversion; of a refund, its sale's.", enum: ["pending", "approved", "refunded", "rejected", "fraud"] }, orderId: { required: true, type: () => String, nullable: true, description: "The order of the conversion, or null." } };
    }
}
__decorate([
    ApiProperty({ enum: JOURNEY_EVENT_TYPES }),
    __metadata("design:type", String)
], JourneyEventDto.prototype, "type", void 0);
__decorate([
    ApiProperty({ example: 'clk_1' }),
    __metadata("design:type", String)
], JourneyEventDto.prototype, "id", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: null }),
    __metadata("design:type", Object)
], JourneyEventDto.prototype, "name", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' }),
    __metadata("design:type", String)
], JourneyEventDto.prototype, "occurredAt", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'link_home' }),
    __metadata("design:type", Object)
], JourneyEventDto.prototype, "linkId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'spring' }),
    __metadata("design:type", Object)
], JourneyEventDto.prototype, "campaignId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'newsletter' }),
    __metadata("design:type", Object)
], JourneyEventDto.prototype, "source", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'email' }),
    __metadata("design:type", Object)
], JourneyEventDto.prototype, "medium", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: null }),
    __metadata("design:type", Object)
], JourneyEventDto.prototype, "referrer", void 0);
__decorate([
    ApiProperty({ type: 'integer', nullable: true, example: null }),
    __metadata("design:type", Object)
], JourneyEventDto.prototype, "amount", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: null }),
    __metadata("design:type", Object)
], JourneyEventDto.prototype, "currency", void 0);
__decorate([
    ApiProperty({ enum: [...CONVERSION_STATUSES, null], nullable: true, example: null }),
    __metadata("design:type", Object)
], JourneyEventDto.prototype, "status", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: null }),
    __metadata("design:type", Object)
], JourneyEventDto.prototype, "orderId", void 0);
/** A journey in numbers: of events of any status, between `start` and `end`. */
export class JourneySummaryDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { touches: { required: true, type: () => Number, description: "Clicks that are touches of the customer." }, leads: { required: true, type: () => Number, description: "Leads." }, sales: { required: true, type: () => Number, description: "Sales." }, customs: { required: true, type: () => Number, description: "Custom events." }, refunds: { required: true, type: () => Number, description: "Sales with a refunded part that were refunded in the range." }, revenue: { required: true, type: () => Number, description: "Net of the counting sales, in minor units of the workspace's currency." }, firstTouchAt: { required: true, type: () => String, nullable: true, description: "The earliest touch, or null." }, lastTouchAt: { required: true, type: () => String, nullable: true, description: "The latest touch, or null." }, firstConversionAt: { required: true, type: () => String, nullable: true, description: "The earliest conversion of any type, or null." }, lastActivityAt: { required: true, type: () => String, nullable: true, description: "The latest touch or conversion, or null." }, secondsToFirstConversion: { required: true, type: () => Number, nullable: true, description: "Whole seconds from the first touch to the first conversion; null where either is missing or\nthe conversion came first." } };
    }
}
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 3 }),
    __metadata("design:type", Number)
], JourneySummaryDto.prototype, "touches", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 1 }),
    __metadata("design:type", Number)
], JourneySummaryDto.prototype, "leads", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 2 }),
    __metadata("design:type", Number)
], JourneySummaryDto.prototype, "sales", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 0 }),
    __metadata("design:type", Number)
], JourneySummaryDto.prototype, "customs", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 0 }),
    __metadata("design:type", Number)
], JourneySummaryDto.prototype, "refunds", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 12_900 }),
    __metadata("design:type", Number)
], JourneySummaryDto.prototype, "revenue", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_INSTANT, example: '2026-03-01T09:00:00.000Z' }),
    __metadata("design:type", Object)
], JourneySummaryDto.prototype, "firstTouchAt", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_INSTANT, example: '2026-03-02T09:00:00.000Z' }),
    __metadata("design:type", Object)
], JourneySummaryDto.prototype, "lastTouchAt", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_INSTANT, example: '2026-03-01T10:00:00.000Z' }),
    __metadata("design:type", Object)
], JourneySummaryDto.prototype, "firstConversionAt", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_INSTANT, example: '2026-03-04T12:00:00.000Z' }),
    __metadata("design:type", Object)
], JourneySummaryDto.prototype, "lastActivityAt", void 0);
__decorate([
    ApiProperty({ type: 'integer', nullable: true, minimum: 0, example: 3_600 }),
    __metadata("design:type", Object)
], JourneySummaryDto.prototype, "secondsToFirstConversion", void 0);
/** What a customer did, in time order. */
export class JourneyEventsDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { customerId: { required: true, type: () => String, description: "The customer's id." }, events: { required: true, type: () => [JourneyEventDto], description: "Events in time order." }, nextCursor: { required: true, type: () => String, nullable: true, description: "Goes on behind these events; null when nothing is left." } };
    }
}
__decorate([
    ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' }),
    __metadata("design:type", String)
], JourneyEventsDto.prototype, "customerId", void 0);
__decorate([
    ApiProperty({ type: [JourneyEventDto] }),
    __metadata("design:type", Array)
], JourneyEventsDto.prototype, "events", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: null }),
    __metadata("design:type", Object)
], JourneyEventsDto.prototype, "nextCursor", void 0);
/** What a customer did, in numbers: the answer to `summary=true`. */
export class SummarizedJourneyDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { customerId: { required: true, type: () => String, description: "The customer's id." }, summary: { required: true, type: () => JourneySummaryDto, description: "The journey in numbers." } };
    }
}
__decorate([
    ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' }),
    __metadata("design:type", String)
], SummarizedJourneyDto.prototype, "customerId", void 0);
__decorate([
    ApiProperty({ type: JourneySummaryDto }),
    __metadata("design:type", JourneySummaryDto)
], SummarizedJourneyDto.prototype, "summary", void 0);
/** Which part of a journey to tell. */
export class JourneyParams {
    constructor() {
        /** Whether to answer in numbers instead of events; `limit` and `cursor` mean nothing then. */
        this.summary = false;
        /** Events on a page. */
        this.limit = 100;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return { summary: { required: true, type: () => Object, description: "Whether to answer in numbers instead of events; `limit` and `cursor` mean nothing then.", default: false }, start: { required: false, type: () => String, description: "From this day in the workspace's time zone, or this instant." }, end: { required: false, type: () => String, description: "To this day in the workspace's time zone, inclusive, or this instant, exclusive." }, limit: { required: true, type: () => Object, description: "Events on a page.", default: 100 }, cursor: { required: false, type: () => String, description: "The `nextCursor` of the page before, with the same `start` and `end`." } };
    }
}
__decorate([
    BooleanParameter(),
    ApiPropertyOptional({ type: Boolean, default: false }),
    __metadata("design:type", Object)
], JourneyParams.prototype, "summary", void 0);
__decorate([
    IsOptional(),
    IsDayOrInstant(),
    ApiPropertyOptional({ example: '2026-03-01' }),
    __metadata("design:type", String)
], JourneyParams.prototype, "start", void 0);
__decorate([
    IsOptional(),
    IsDayOrInstant(),
    ApiPropertyOptional({ example: '2026-03-31' }),
    __metadata("design:type", String)
], JourneyParams.prototype, "end", void 0);
__decorate([
    IntegerParameter(1, 1_000),
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1_000, default: 100 }),
    __metadata("design:type", Object)
], JourneyParams.prototype, "limit", void 0);
__decorate([
    IsOptional(),
    IsText(1, 4_096),
    ApiPropertyOptional({ maxLength: 4_096 }),
    __metadata("design:type", String)
], JourneyParams.prototype, "cursor", void 0);
//# sourceMappingURL=get-journey.dto.js.map