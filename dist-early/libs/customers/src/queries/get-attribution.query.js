var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi_import_1 from "../customer.dto.js";
import * as openapi from "@nestjs/swagger";
import { NULLABLE_TEXT } from "../../../platform/src/index.js";
import { AnalyticsStore, CONVERSION_STATUSES, CONVERSION_TYPES, attribution, } from "../../../analytics/src/index.js";
import { Query, QueryHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { TouchDto } from '../customer.dto.js';
/** The touches of one link, campaign or source. */
export class TouchGroupDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String, nullable: true, description: "The link, campaign or source; null for none." }, touches: { required: true, type: () => Number, description: "How many touches it has." }, firstAt: { required: true, type: () => String, description: "The earliest of them." }, lastAt: { required: true, type: () => String, description: "The latest of them." } };
    }
}
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'link_home' }),
    __metadata("design:type", Object)
], TouchGroupDto.prototype, "id", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 1, example: 2 }),
    __metadata("design:type", Number)
], TouchGroupDto.prototype, "touches", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' }),
    __metadata("design:type", String)
], TouchGroupDto.prototype, "firstAt", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-02T09:00:00.000Z' }),
    __metadata("design:type", String)
], TouchGroupDto.prototype, "lastAt", void 0);
/** A conversion, and the touches that may have brought it about. */
export class AttributedConversionDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String, description: "The conversion's id." }, type: { required: true, description: "What kind of outcome it is.", enum: ["custom", "lead", "sale"] }, eventName: { required: true, type: () => String, description: "Its name." }, status: { required: true, description: "Its status; a sale counts while it is `approved`.", enum: ["pending", "approved", "refunded", "rejected", "fraud"] }, occurredAt: { required: true, type: () => String, description: "When it happened." }, reportingNet: { required: true, type: () => Number, nullable: true, description: "Net while the sale counts, else 0, in reporting minor units; null for leads and customs." }, touches: { required: true, type: () => Number, description: "The number of its eligible touches: those in the attribution window up to it." }, attributedTouch: { required: true, type: () => openapi_import_1.TouchDto, nullable: true, description: "The last of its eligible touches, or null." } };
    }
}
__decorate([
    ApiProperty({ example: 'con_01KAS5E3V7Q1T4M8YB2ZC6D9XF' }),
    __metadata("design:type", String)
], AttributedConversionDto.prototype, "id", void 0);
__decorate([
    ApiProperty({ enum: CONVERSION_TYPES }),
    __metadata("design:type", String)
], AttributedConversionDto.prototype, "type", void 0);
__decorate([
    ApiProperty({ example: 'Sale' }),
    __metadata("design:type", String)
], AttributedConversionDto.prototype, "eventName", void 0);
__decorate([
    ApiProperty({ enum: CONVERSION_STATUSES }),
    __metadata("design:type", String)
], AttributedConversionDto.prototype, "status", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-02T10:00:00.000Z' }),
    __metadata("design:type", String)
], AttributedConversionDto.prototype, "occurredAt", void 0);
__decorate([
    ApiProperty({ type: 'integer', nullable: true, example: 4_200 }),
    __metadata("design:type", Object)
], AttributedConversionDto.prototype, "reportingNet", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 2 }),
    __metadata("design:type", Number)
], AttributedConversionDto.prototype, "touches", void 0);
__decorate([
    ApiProperty({ type: TouchDto, nullable: true }),
    __metadata("design:type", Object)
], AttributedConversionDto.prototype, "attributedTouch", void 0);
/** What a model gives to a link, campaign and source; all null for sales that no touch brought. */
export class AttributionEntryDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { linkId: { required: true, type: () => String, nullable: true, description: "The link, or null." }, campaignId: { required: true, type: () => String, nullable: true, description: "The campaign, or null." }, source: { required: true, type: () => String, nullable: true, description: "The source, or null." }, credit: { required: true, type: () => Number, description: "Its shares of counting sales, summed, to 4 decimals." }, revenue: { required: true, type: () => Number, description: "Its shares of their net, in reporting minor units." } };
    }
}
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'link_home' }),
    __metadata("design:type", Object)
], AttributionEntryDto.prototype, "linkId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'spring' }),
    __metadata("design:type", Object)
], AttributionEntryDto.prototype, "campaignId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'newsletter' }),
    __metadata("design:type", Object)
], AttributionEntryDto.prototype, "source", void 0);
__decorate([
    ApiProperty({ example: 1.5 }),
    __metadata("design:type", Number)
], AttributionEntryDto.prototype, "credit", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 6_300 }),
    __metadata("design:type", Number)
], AttributionEntryDto.prototype, "revenue", void 0);
/** The same sales by five models: most revenue first, then most credit. */
export class AttributionModelsDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { firstTouch: { required: true, type: () => [AttributionEntryDto], description: "All to the first eligible touch." }, lastTouch: { required: true, type: () => [AttributionEntryDto], description: "All to the last eligible touch." }, linear: { required: true, type: () => [AttributionEntryDto], description: "In equal shares." }, timeDecay: { required: true, type: () => [AttributionEntryDto], description: "By weights that halve with every 7 days before the sale." }, positionBased: { required: true, type: () => [AttributionEntryDto], description: "40 % to the first, 40 % to the last, 20 % shared between the others; of two, half each." } };
    }
}
__decorate([
    ApiProperty({ type: [AttributionEntryDto] }),
    __metadata("design:type", Array)
], AttributionModelsDto.prototype, "firstTouch", void 0);
__decorate([
    ApiProperty({ type: [AttributionEntryDto] }),
    __metadata("design:type", Array)
], AttributionModelsDto.prototype, "lastTouch", void 0);
__decorate([
    ApiProperty({ type: [AttributionEntryDto] }),
    __metadata("design:type", Array)
], AttributionModelsDto.prototype, "linear", void 0);
__decorate([
    ApiProperty({ type: [AttributionEntryDto] }),
    __metadata("design:type", Array)
], AttributionModelsDto.prototype, "timeDecay", void 0);
__decorate([
    ApiProperty({ type: [AttributionEntryDto] }),
    __metadata("design:type", Array)
], AttributionModelsDto.prototype, "positionBased", void 0);
/** What brought a customer, and which touches its conversions are owed to. */
export class AttributionDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { customerId: { required: true, type: () => String, description: "The customer's id." }, firstTouch: { required: true, type: () => openapi_import_1.TouchDto, nullable: true, description: "The touch that brought the customer; null when it had converted before its first click." }, lastTouch: { required: true, type: () => openapi_import_1.TouchDto, nullable: true, description: "The latest touch, or null." }, touches: { required: true, type: () => Number, description: "How many touches the customer has." }, links: { required: true, type: () => [TouchGroupDto], description: "Touches by link: most touches first, then by id." }, campaigns: { required: true, type: () => [TouchGroupDto], description: "Touches by campaign: most touches first, then by id, null last." }, sources: { required: true, type: () => [TouchGroupDto], description: "Touches by source: most touches first, then by id, null last." }, conversions: { required: true, type: () => [AttributedConversionDto], description: "The latest 1,000 conversions of any type and status, in time order." }, models: { required: true, type: () => AttributionModelsDto, description: "All counting sales, attributed by each model." } };
    }
}
__decorate([
    ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' }),
    __metadata("design:type", String)
], AttributionDto.prototype, "customerId", void 0);
__decorate([
    ApiProperty({ type: TouchDto, nullable: true }),
    __metadata("design:type", Object)
], AttributionDto.prototype, "firstTouch", void 0);
__decorate([
    ApiProperty({ type: TouchDto, nullable: true }),
    __metadata("design:type", Object)
], AttributionDto.prototype, "lastTouch", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 3 }),
    __metadata("design:type", Number)
], AttributionDto.prototype, "touches", void 0);
__decorate([
    ApiProperty({ type: [TouchGroupDto] }),
    __metadata("design:type", Array)
], AttributionDto.prototype, "links", void 0);
__decorate([
    ApiProperty({ type: [TouchGroupDto] }),
    __metadata("design:type", Array)
], AttributionDto.prototype, "campaigns", void 0);
__decorate([
    ApiProperty({ type: [TouchGroupDto] }),
    __metadata("design:type", Array)
], AttributionDto.prototype, "sources", void 0);
__decorate([
    ApiProperty({ type: [AttributedConversionDto] }),
    __metadata("design:type", Array)
], AttributionDto.prototype, "conversions", void 0);
/** The attribution of a live customer. */
export class GetAttribution extends Query {
    constructor(workspace, 
    /** `cus_…`, known to exist. */
    customerId) {
        super();
        this.workspace = workspace;
        this.customerId = customerId;
    }
    get snapshotKey() {
        return {
            workspaceId: this.workspace.id,
            question: 'attribution',
            subject: this.customerId,
            params: { attributionWindowDays: this.workspace.attributionWindowDays },
        };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
const touchOf = (touch) => ({
    clickId: touch.clickId,
    linkId: touch.linkId,
    campaignId: touch.campaignId,
    source: touch.source,
    medium: touch.medium,
    referrer: touch.referrer,
    occurredAt: touch.occurredAt.toISOString(),
});
const groupOf = ({ id, touches, firstAt, lastAt }) => ({
    id,
    touches,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
});
const conversionOf = (conversion) => ({
    ...conversion,
    occurredAt: conversion.occurredAt.toISOString(),
    attributedTouch: conversion.attributedTouch && touchOf(conversion.attributedTouch),
});
let GetAttributionHandler = class GetAttributionHandler {
    constructor(analytics) {
        this.analytics = analytics;
    }
    async execute({ workspace, customerId }) {
        const answer = await this.analytics.ask(attribution, {
            workspaceId: workspace.id,
            customerId,
            windowDays: workspace.attributionWindowDays,
        });
        return {
            customerId,
            firstTouch: answer.firstTouch && touchOf(answer.firstTouch),
            lastTouch: answer.lastTouch && touchOf(answer.lastTouch),
            touches: answer.touches,
            links: answer.links.map(groupOf),
            campaigns: answer.campaigns.map(groupOf),
            sources: answer.sources.map(groupOf),
            conversions: answer.conversions.map(conversionOf),
            models: answer.models,
        };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
GetAttributionHandler = __decorate([
    QueryHandler(GetAttribution),
    __metadata("design:paramtypes", [AnalyticsStore])
], GetAttributionHandler);
export { GetAttributionHandler };
//# sourceMappingURL=get-attribution.query.js.map