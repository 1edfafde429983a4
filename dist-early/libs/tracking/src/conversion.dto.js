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
import { CONVERSION_STATUSES, CONVERSION_TYPES } from "../../analytics/src/index.js";
import { METADATA_SCHEMA } from "../../customers/src/index.js";
import { NULLABLE_TEXT, IsDayOrInstant, PagingParams, IsName, IsText, } from "../../platform/src/index.js";
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
const NULLABLE_AMOUNT = { type: 'integer', nullable: true };
const STATUS_MESSAGE = `must be one of ${CONVERSION_STATUSES.join(', ')}`;
/** A stored conversion. */
export class ConversionDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String, description: "The conversion's id in this service; sorts by creation." }, type: { required: true, description: "Lead, sale or custom event.", enum: ["custom", "lead", "sale"] }, eventName: { required: true, type: () => String, description: "What it is called." }, customerId: { required: true, type: () => String, nullable: true, description: "The customer, or null while nobody has been found." }, clickId: { required: true, type: () => String, nullable: true, description: "The click that it came with, or null." }, orderId: { required: true, type: () => String, nullable: true, description: "The caller's id of the order, or null." }, status: { required: true, description: "Where it stands. A sale counts while it is approved.", enum: ["pending", "approved", "refunded", "rejected", "fraud"] }, amount: { required: true, type: () => Number, nullable: true, description: "What was paid, in minor units of `currency`; null for leads and customs." }, currency: { required: true, type: () => String, nullable: true, description: "ISO 4217 code of `amount`; null for leads and customs." }, refundedAmount: { required: true, type: () => Number, nullable: true, description: "What has been paid back, in minor units of `currency`; null for leads and customs." }, refundedAt: { required: true, type: () => String, nullable: true, description: "When it was paid back, or null." }, reportingAmount: { required: true, type: () => Number, nullable: true, description: "`amount` in minor units of `reportingCurrency`, at the rate of the sale's UTC day." }, reportingNet: { required: true, type: () => Number, nullable: true, description: "What counts of it: `reportingAmount` less refunds while the sale is approved, else 0." }, reportingCurrency: { required: true, type: () => String, nullable: true, description: "The workspace's currency; null for leads and customs." }, occurredAt: { required: true, type: () => String, description: "When it happened." }, createdAt: { required: true, type: () => String, description: "When it was stored." }, metadata: { required: true, type: "object", additionalProperties: true, description: "The caller's own flat key-value pairs." } };
    }
}
__decorate([
    ApiProperty({ example: 'con_01KAS5E3V7Q1T4M8YB2ZC6D9XF' }),
    __metadata("design:type", String)
], ConversionDto.prototype, "id", void 0);
__decorate([
    ApiProperty({ enum: CONVERSION_TYPES, example: 'sale' }),
    __metadata("design:type", String)
], ConversionDto.prototype, "type", void 0);
__decorate([
    ApiProperty({ example: 'Sale' }),
    __metadata("design:type", String)
], ConversionDto.prototype, "eventName", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' }),
    __metadata("design:type", Object)
], ConversionDto.prototype, "customerId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: null }),
    __metadata("design:type", Object)
], ConversionDto.prototype, "clickId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'o-1' }),
    __metadata("design:type", Object)
], ConversionDto.prototype, "orderId", void 0);
__decorate([
    ApiProperty({ enum: CONVERSION_STATUSES, example: 'approved' }),
    __metadata("design:type", String)
], ConversionDto.prototype, "status", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_AMOUNT, example: 4_200 }),
    __metadata("design:type", Object)
], ConversionDto.prototype, "amount", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'EUR' }),
    __metadata("design:type", Object)
], ConversionDto.prototype, "currency", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_AMOUNT, example: 0 }),
    __metadata("design:type", Object)
], ConversionDto.prototype, "refundedAmount", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, format: 'date-time', example: null }),
    __metadata("design:type", Object)
], ConversionDto.prototype, "refundedAt", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_AMOUNT, example: 4_553 }),
    __metadata("design:type", Object)
], ConversionDto.prototype, "reportingAmount", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_AMOUNT, example: 4_553 }),
    __metadata("design:type", Object)
], ConversionDto.prototype, "reportingNet", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'USD' }),
    __metadata("design:type", Object)
], ConversionDto.prototype, "reportingCurrency", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-04T12:00:00.000Z' }),
    __metadata("design:type", String)
], ConversionDto.prototype, "occurredAt", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-04T12:00:00.230Z' }),
    __metadata("design:type", String)
], ConversionDto.prototype, "createdAt", void 0);
__decorate([
    ApiProperty(METADATA_SCHEMA),
    __metadata("design:type", Object)
], ConversionDto.prototype, "metadata", void 0);
/** A conversion as `POST /track/*` answers it. */
export class TrackedConversionDto extends ConversionDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { duplicate: { required: true, type: () => Boolean, description: "Whether the conversion had been stored before." }, differs: { required: true, type: () => [String], description: "The fields of a repeat that the stored conversion has otherwise." } };
    }
}
__decorate([
    ApiProperty({ example: false }),
    __metadata("design:type", Boolean)
], TrackedConversionDto.prototype, "duplicate", void 0);
__decorate([
    ApiProperty({ type: [String], example: [] }),
    __metadata("design:type", Array)
], TrackedConversionDto.prototype, "differs", void 0);
/** Which conversions to list. */
export class ListConversionsParams extends PagingParams {
    static _OPENAPI_METADATA_FACTORY() {
        return { type: { required: false, description: "Only leads, sales or customs.", enum: ["custom", "lead", "sale"], enum: CONVERSION_TYPES }, status: { required: false, description: "Only conversions that stand here.", enum: ["pending", "approved", "refunded", "rejected", "fraud"], enum: CONVERSION_STATUSES }, customerId: { required: false, type: () => String, description: "Only conversions of this customer: `cus_\u2026`, or `ext_` and its externalId." }, orderId: { required: false, type: () => String, description: "Only conversions with this `orderId`." }, stitched: { required: false, description: "Only conversions that have a customer (`true`) or have none yet (`false`).", enum: ["true", "false"], enum: ['true', 'false'] }, start: { required: false, type: () => String, description: "Only from this day or instant on; a day means the workspace's time zone." }, end: { required: false, type: () => String, description: "Only up to this day (inclusive) or instant (exclusive)." } };
    }
}
__decorate([
    IsOptional(),
    IsIn(CONVERSION_TYPES, { message: `must be one of ${CONVERSION_TYPES.join(', ')}` }),
    ApiPropertyOptional({ enum: CONVERSION_TYPES }),
    __metadata("design:type", String)
], ListConversionsParams.prototype, "type", void 0);
__decorate([
    IsOptional(),
    IsIn(CONVERSION_STATUSES, { message: STATUS_MESSAGE }),
    ApiPropertyOptional({ enum: CONVERSION_STATUSES }),
    __metadata("design:type", String)
], ListConversionsParams.prototype, "status", void 0);
__decorate([
    IsOptional(),
    IsText(1, 260),
    ApiPropertyOptional({ maxLength: 260, example: 'ext_user_42' }),
    __metadata("design:type", String)
], ListConversionsParams.prototype, "customerId", void 0);
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ maxLength: 255, example: 'o-1' }),
    __metadata("design:type", String)
], ListConversionsParams.prototype, "orderId", void 0);
__decorate([
    IsOptional(),
    IsIn(['true', 'false'], { message: 'must be true or false' }),
    ApiPropertyOptional({ enum: ['true', 'false'] }),
    __metadata("design:type", String)
], ListConversionsParams.prototype, "stitched", void 0);
__decorate([
    IsOptional(),
    IsDayOrInstant(),
    ApiPropertyOptional({ example: '2026-03-01' }),
    __metadata("design:type", String)
], ListConversionsParams.prototype, "start", void 0);
__decorate([
    IsOptional(),
    IsDayOrInstant(),
    ApiPropertyOptional({ example: '2026-03-31' }),
    __metadata("design:type", String)
], ListConversionsParams.prototype, "end", void 0);
//# sourceMappingURL=conversion.dto.js.map