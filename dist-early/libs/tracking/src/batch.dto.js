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
import { ERROR_REFERENCE } from "../../platform/src/index.js";
import { UpsertCustomerDto } from "../../customers/src/index.js";
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { TrackClickDto } from './click.dto.js';
import { TrackCustomDto, TrackLeadDto, TrackRefundDto, TrackSaleDto, } from './track-conversion.dto.js';
export const MAX_EVENTS = 1_000;
const CODES = Object.keys(ERROR_REFERENCE);
/** The body that an item of each type has. */
export const ITEM_BODIES = {
    click: TrackClickDto,
    lead: TrackLeadDto,
    sale: TrackSaleDto,
    refund: TrackRefundDto,
    custom: TrackCustomDto,
    customer: UpsertCustomerDto,
};
const itemSchemas = Object.entries(ITEM_BODIES).map(([type, body]) => ({
    title: type,
    allOf: [
        { $ref: getSchemaPath(body) },
        {
            type: 'object',
            required: ['type'],
            properties: { type: { type: 'string', enum: [type] } },
        },
    ],
}));
/** Several events, applied in order, each on its own. */
let TrackBatchDto = class TrackBatchDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { events: { required: true, type: () => [Object], description: "1 to 1,000 items: the body of the item's own route, plus its `type`.", minItems: 1 } };
    }
};
__decorate([
    IsArray({ message: 'must be a list' }),
    ArrayMinSize(1, { message: 'must have at least 1 item' }),
    ArrayMaxSize(MAX_EVENTS, { message: `must have at most ${String(MAX_EVENTS)} items` }),
    ApiProperty({
        type: 'array',
        minItems: 1,
        maxItems: MAX_EVENTS,
        items: { oneOf: itemSchemas },
        example: [
            { type: 'click', clickId: 'clk_1', linkId: 'link_home' },
            { type: 'sale', externalId: 'user_42', clickId: 'clk_1', amount: 4_200, orderId: 'o-1' },
        ],
    }),
    __metadata("design:type", Array)
], TrackBatchDto.prototype, "events", void 0);
TrackBatchDto = __decorate([
    ApiExtraModels(...Object.values(ITEM_BODIES))
], TrackBatchDto);
export { TrackBatchDto };
/** A fault of one field of an item. */
export class ItemErrorDetailDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { path: { required: true, type: () => String, description: "The field of the item." }, message: { required: true, type: () => String, description: "What is wrong with it." } };
    }
}
__decorate([
    ApiProperty({ example: 'amount' }),
    __metadata("design:type", String)
], ItemErrorDetailDto.prototype, "path", void 0);
__decorate([
    ApiProperty({ example: 'must be an integer of minor units from 0 to 999999999999' }),
    __metadata("design:type", String)
], ItemErrorDetailDto.prototype, "message", void 0);
/** Why an item was refused. */
export class ItemErrorDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { code: { required: true, description: "An error code, as its own route would answer.", enum: ["VALIDATION_ERROR", "UNAUTHORIZED", "INVALID_API_KEY", "FEATURE_NOT_AVAILABLE", "FORBIDDEN", "NOT_FOUND", "METHOD_NOT_ALLOWED", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "DUPLICATE_EXTERNAL_ID", "INVALID_STATUS_TRANSITION", "IDEMPOTENCY_CONFLICT", "UNSUPPORTED_CURRENCY", "RATE_LIMITED", "ANALYTICS_ERROR", "INTERNAL_ERROR", "SERVICE_UNAVAILABLE"] }, message: { required: true, type: () => String, description: "What is wrong, as a sentence." }, details: { required: false, type: () => [ItemErrorDetailDto], description: "The faulty fields of the item." } };
    }
}
__decorate([
    ApiProperty({ enum: CODES, enumName: 'ErrorCode', example: 'VALIDATION_ERROR' }),
    __metadata("design:type", String)
], ItemErrorDto.prototype, "code", void 0);
__decorate([
    ApiProperty({ example: 'amount: must be an integer of minor units from 0 to 999999999999' }),
    __metadata("design:type", String)
], ItemErrorDto.prototype, "message", void 0);
__decorate([
    ApiPropertyOptional({ type: [ItemErrorDetailDto] }),
    __metadata("design:type", Array)
], ItemErrorDto.prototype, "details", void 0);
const RESULTS = ['created', 'updated', 'duplicate', 'error'];
/** What became of one item. */
export class ItemResultDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { index: { required: true, type: () => Number, description: "The item's place in the request, from 0." }, status: { required: true, description: "What the item did.", enum: ["error", "created", "duplicate", "updated"] }, id: { required: true, type: () => String, nullable: true, description: "The record's id; null for an error." }, error: { required: false, type: () => ItemErrorDto, description: "Why the item was refused; only with the status `error`." } };
    }
}
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 0 }),
    __metadata("design:type", Number)
], ItemResultDto.prototype, "index", void 0);
__decorate([
    ApiProperty({ enum: RESULTS, example: 'created' }),
    __metadata("design:type", Object)
], ItemResultDto.prototype, "status", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true, example: 'con_01KAS5E3V7Q1T4M8YB2ZC6D9XF' }),
    __metadata("design:type", Object)
], ItemResultDto.prototype, "id", void 0);
__decorate([
    ApiPropertyOptional({ type: ItemErrorDto }),
    __metadata("design:type", ItemErrorDto)
], ItemResultDto.prototype, "error", void 0);
/** What became of a batch. */
export class BatchResultDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { results: { required: true, type: () => [ItemResultDto], description: "One result for each item, in order." } };
    }
}
__decorate([
    ApiProperty({ type: [ItemResultDto] }),
    __metadata("design:type", Array)
], BatchResultDto.prototype, "results", void 0);
//# sourceMappingURL=batch.dto.js.map