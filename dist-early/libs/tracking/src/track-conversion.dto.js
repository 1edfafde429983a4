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
import { CONVERSION_STATUSES } from "../../analytics/src/index.js";
import { METADATA_SCHEMA } from "../../customers/src/index.js";
import { NULLABLE_TEXT, OPTIONAL_NAME, IsAmount, IsCountry, IsCurrencyCode, IsEmailText, IsEventTime, IsMetadata, IsName, IsText, MAX_AMOUNT, } from "../../platform/src/index.js";
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
const AMOUNT = { type: 'integer', minimum: 0, maximum: MAX_AMOUNT };
const STATUS_MESSAGE = `must be one of ${CONVERSION_STATUSES.join(', ')}`;
/** Who did it, and when: at least one of externalId, email and clickId is needed. */
class TrackedFields {
    static _OPENAPI_METADATA_FACTORY() {
        return { externalId: { required: false, type: () => String, nullable: true, description: "The caller's id of the customer; one that does not exist yet is created." }, email: { required: false, type: () => String, nullable: true, description: "The customer's email address; trimmed and lower-cased." }, clickId: { required: false, type: () => String, nullable: true, description: "The click that led here; the customer claims it." }, name: { required: false, type: () => String, nullable: true, description: "Fills the customer's name where it is empty." }, avatar: { required: false, type: () => String, nullable: true, description: "Fills the customer's avatar where it is empty." }, country: { required: false, type: () => String, nullable: true, description: "Fills the customer's country where it is empty; ISO 3166-1 alpha-2." }, orderId: { required: false, type: () => String, nullable: true, description: "The caller's id of the order: with it, the conversion is stored once." }, status: { required: false, nullable: true, description: "Where the conversion stands.", enum: ["pending", "approved", "refunded", "rejected", "fraud"], enum: CONVERSION_STATUSES }, occurredAt: { required: false, type: () => String, nullable: true, description: "When it happened (default now)." }, metadata: { required: false, type: "object", additionalProperties: true, nullable: true, description: "The caller's own flat key-value pairs." } };
    }
}
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'user_42' }),
    __metadata("design:type", Object)
], TrackedFields.prototype, "externalId", void 0);
__decorate([
    IsOptional(),
    IsEmailText(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, maxLength: 255, example: 'ada@example.com' }),
    __metadata("design:type", Object)
], TrackedFields.prototype, "email", void 0);
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'clk_1' }),
    __metadata("design:type", Object)
], TrackedFields.prototype, "clickId", void 0);
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'Ada' }),
    __metadata("design:type", Object)
], TrackedFields.prototype, "name", void 0);
__decorate([
    IsOptional(),
    IsText(1, 2_048),
    ApiPropertyOptional({ ...OPTIONAL_NAME, maxLength: 2_048 }),
    __metadata("design:type", Object)
], TrackedFields.prototype, "avatar", void 0);
__decorate([
    IsOptional(),
    IsCountry(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, minLength: 2, maxLength: 2, example: 'GB' }),
    __metadata("design:type", Object)
], TrackedFields.prototype, "country", void 0);
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'o-1' }),
    __metadata("design:type", Object)
], TrackedFields.prototype, "orderId", void 0);
__decorate([
    IsOptional(),
    IsIn(CONVERSION_STATUSES, { message: STATUS_MESSAGE }),
    ApiPropertyOptional({ enum: CONVERSION_STATUSES, default: 'approved' }),
    __metadata("design:type", Object)
], TrackedFields.prototype, "status", void 0);
__decorate([
    IsOptional(),
    IsEventTime(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time', example: '2026-03-04T12:00:00Z' }),
    __metadata("design:type", Object)
], TrackedFields.prototype, "occurredAt", void 0);
__decorate([
    IsOptional(),
    IsMetadata(),
    ApiPropertyOptional({ ...METADATA_SCHEMA, nullable: true }),
    __metadata("design:type", Object)
], TrackedFields.prototype, "metadata", void 0);
/** A lead: somebody showed interest. */
export class TrackLeadDto extends TrackedFields {
    static _OPENAPI_METADATA_FACTORY() {
        return { eventName: { required: false, type: () => String, nullable: true, description: "What the lead is called." } };
    }
}
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...OPTIONAL_NAME, default: 'Lead' }),
    __metadata("design:type", Object)
], TrackLeadDto.prototype, "eventName", void 0);
/** A sale: somebody paid. */
export class TrackSaleDto extends TrackedFields {
    static _OPENAPI_METADATA_FACTORY() {
        return { eventName: { required: false, type: () => String, nullable: true, description: "What the sale is called." }, amount: { required: true, type: () => Number, description: "What was paid, in minor units of `currency` (cents; yen have none)." }, currency: { required: false, type: () => String, nullable: true, description: "ISO 4217 code in either case (default: the workspace's currency)." }, refundedAmount: { required: false, type: () => Number, nullable: true, description: "The part that was paid back, in minor units of `currency`; not together with `status`." }, refundedAt: { required: false, type: () => String, nullable: true, description: "When it was paid back (default: `occurredAt`); only with a refund." } };
    }
}
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...OPTIONAL_NAME, default: 'Sale' }),
    __metadata("design:type", Object)
], TrackSaleDto.prototype, "eventName", void 0);
__decorate([
    IsAmount(),
    ApiProperty({ ...AMOUNT, example: 4_200 }),
    __metadata("design:type", Number)
], TrackSaleDto.prototype, "amount", void 0);
__decorate([
    IsOptional(),
    IsCurrencyCode(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, minLength: 3, maxLength: 3, example: 'EUR' }),
    __metadata("design:type", Object)
], TrackSaleDto.prototype, "currency", void 0);
__decorate([
    IsOptional(),
    IsAmount(),
    ApiPropertyOptional({ ...AMOUNT, nullable: true, example: 0 }),
    __metadata("design:type", Object)
], TrackSaleDto.prototype, "refundedAmount", void 0);
__decorate([
    IsOptional(),
    IsEventTime(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time' }),
    __metadata("design:type", Object)
], TrackSaleDto.prototype, "refundedAt", void 0);
/** Any other event of a customer. */
export class TrackCustomDto extends TrackedFields {
    static _OPENAPI_METADATA_FACTORY() {
        return { eventName: { required: true, type: () => String, description: "What happened." } };
    }
}
__decorate([
    IsName(),
    ApiProperty({ minLength: 1, maxLength: 255, example: 'Demo booked' }),
    __metadata("design:type", String)
], TrackCustomDto.prototype, "eventName", void 0);
/** A refund of a sale that was tracked with an `orderId`. */
export class TrackRefundDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { orderId: { required: true, type: () => String, description: "The sale's `orderId`." }, refundedAmount: { required: false, type: () => Number, nullable: true, description: "All that has been paid back so far, in minor units of the sale's currency (default: all)." }, refundedAt: { required: false, type: () => String, nullable: true, description: "When it was paid back (default now); not before the sale." } };
    }
}
__decorate([
    IsName(),
    ApiProperty({ minLength: 1, maxLength: 255, example: 'o-1' }),
    __metadata("design:type", String)
], TrackRefundDto.prototype, "orderId", void 0);
__decorate([
    IsOptional(),
    IsAmount(),
    ApiPropertyOptional({ ...AMOUNT, nullable: true, example: 4_200 }),
    __metadata("design:type", Object)
], TrackRefundDto.prototype, "refundedAmount", void 0);
__decorate([
    IsOptional(),
    IsEventTime(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time' }),
    __metadata("design:type", Object)
], TrackRefundDto.prototype, "refundedAt", void 0);
/** A conversion's next status, or a partial refund of a sale. */
export class UpdateConversionDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { status: { required: false, nullable: true, description: "The next status; not together with `refundedAmount`.", enum: ["pending", "approved", "refunded", "rejected", "fraud"], enum: CONVERSION_STATUSES }, refundedAmount: { required: false, type: () => Number, nullable: true, description: "All that has been paid back so far, in minor units of the sale's currency." }, refundedAt: { required: false, type: () => String, nullable: true, description: "When it was paid back (default now); not before the sale, and only with a refund." } };
    }
}
__decorate([
    IsOptional(),
    IsIn(CONVERSION_STATUSES, { message: STATUS_MESSAGE }),
    ApiPropertyOptional({ enum: CONVERSION_STATUSES }),
    __metadata("design:type", Object)
], UpdateConversionDto.prototype, "status", void 0);
__decorate([
    IsOptional(),
    IsAmount(),
    ApiPropertyOptional({ ...AMOUNT, nullable: true, example: 1_000 }),
    __metadata("design:type", Object)
], UpdateConversionDto.prototype, "refundedAmount", void 0);
__decorate([
    IsOptional(),
    IsEventTime(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time' }),
    __metadata("design:type", Object)
], UpdateConversionDto.prototype, "refundedAt", void 0);
//# sourceMappingURL=track-conversion.dto.js.map