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
import { NULLABLE_TEXT, IsCountry, IsEmailText, IsEventTime, IsMetadata, IsName, IsText, PagingParams, } from "../../platform/src/index.js";
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, ValidateIf } from 'class-validator';
/** Any JSON scalar a metadata value may be, for the OpenAPI document. */
export const METADATA_SCHEMA = {
    type: 'object',
    additionalProperties: {
        oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }],
    },
    maxProperties: 50,
    example: { plan: 'pro', seats: 6, trial: false },
};
/** A click that brought or touched a customer. */
export class TouchDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { clickId: { required: true, type: () => String, description: "The click's id, as the caller sent it." }, linkId: { required: true, type: () => String, description: "The tracked link that was clicked." }, campaignId: { required: true, type: () => String, nullable: true, description: "The campaign of the click, or null." }, source: { required: true, type: () => String, nullable: true, description: "The source of the click, or null." }, medium: { required: true, type: () => String, nullable: true, description: "The medium of the click, or null." }, referrer: { required: true, type: () => String, nullable: true, description: "The page that the click came from, or null." }, occurredAt: { required: true, type: () => String, description: "When the click happened." } };
    }
}
__decorate([
    ApiProperty({ example: 'clk_1' }),
    __metadata("design:type", String)
], TouchDto.prototype, "clickId", void 0);
__decorate([
    ApiProperty({ example: 'link_home' }),
    __metadata("design:type", String)
], TouchDto.prototype, "linkId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'spring' }),
    __metadata("design:type", Object)
], TouchDto.prototype, "campaignId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'newsletter' }),
    __metadata("design:type", Object)
], TouchDto.prototype, "source", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'email' }),
    __metadata("design:type", Object)
], TouchDto.prototype, "medium", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'https://example.org/post' }),
    __metadata("design:type", Object)
], TouchDto.prototype, "referrer", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' }),
    __metadata("design:type", String)
], TouchDto.prototype, "occurredAt", void 0);
/** A customer: who it is, what brought it, and what it is worth. */
export class CustomerDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String, description: "The customer's id in this service; sorts by creation." }, externalId: { required: true, type: () => String, description: "The id that the caller knows the customer by." }, email: { required: true, type: () => String, nullable: true, description: "The email address, lower-cased, or null." }, name: { required: true, type: () => String, nullable: true, description: "The name, or null." }, avatar: { required: true, type: () => String, nullable: true, description: "The address of a picture, or null." }, country: { required: true, type: () => String, nullable: true, description: "The country as ISO 3166-1 alpha-2, or null." }, metadata: { required: true, type: "object", additionalProperties: true, description: "The caller's own flat key-value pairs." }, createdAt: { required: true, type: () => String, description: "When the customer came to be: the earliest time that the caller or an event gave." }, updatedAt: { required: true, type: () => String, description: "When the record last changed." }, firstSeenAt: { required: true, type: () => String, description: "The earliest of `createdAt`, the earliest touch and the first conversion." }, lastActivityAt: { required: true, type: () => String, nullable: true, description: "The latest touch or conversion, or null." }, firstTouch: { required: true, type: () => TouchDto, nullable: true, description: "The touch that brought the customer; null when it had converted before its first click." }, leads: { required: true, type: () => Number, description: "How many approved leads the customer has." }, sales: { required: true, type: () => Number, description: "How many counting sales the customer has." }, ltv: { required: true, type: () => Number, description: "Net of the counting sales, in minor units of `currency`." }, currency: { required: true, type: () => String, description: "The workspace's reporting currency, ISO 4217." } };
    }
}
__decorate([
    ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' }),
    __metadata("design:type", String)
], CustomerDto.prototype, "id", void 0);
__decorate([
    ApiProperty({ example: 'user_42' }),
    __metadata("design:type", String)
], CustomerDto.prototype, "externalId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'ada@example.com' }),
    __metadata("design:type", Object)
], CustomerDto.prototype, "email", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'Ada' }),
    __metadata("design:type", Object)
], CustomerDto.prototype, "name", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: null }),
    __metadata("design:type", Object)
], CustomerDto.prototype, "avatar", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'GB' }),
    __metadata("design:type", Object)
], CustomerDto.prototype, "country", void 0);
__decorate([
    ApiProperty(METADATA_SCHEMA),
    __metadata("design:type", Object)
], CustomerDto.prototype, "metadata", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-01T10:00:00.000Z' }),
    __metadata("design:type", String)
], CustomerDto.prototype, "createdAt", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-04T12:00:00.000Z' }),
    __metadata("design:type", String)
], CustomerDto.prototype, "updatedAt", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' }),
    __metadata("design:type", String)
], CustomerDto.prototype, "firstSeenAt", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, format: 'date-time', example: '2026-03-04T12:00:00.000Z' }),
    __metadata("design:type", Object)
], CustomerDto.prototype, "lastActivityAt", void 0);
__decorate([
    ApiProperty({ type: TouchDto, nullable: true }),
    __metadata("design:type", Object)
], CustomerDto.prototype, "firstTouch", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 1 }),
    __metadata("design:type", Number)
], CustomerDto.prototype, "leads", void 0);
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 2 }),
    __metadata("design:type", Number)
], CustomerDto.prototype, "sales", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 12_900 }),
    __metadata("design:type", Number)
], CustomerDto.prototype, "ltv", void 0);
__decorate([
    ApiProperty({ example: 'USD' }),
    __metadata("design:type", String)
], CustomerDto.prototype, "currency", void 0);
/** The fields that a caller may set; a field left out keeps its value, null clears it. */
class CustomerFields {
    static _OPENAPI_METADATA_FACTORY() {
        return { email: { required: false, type: () => String, nullable: true, description: "Email address; trimmed and lower-cased. Need not be unique." }, name: { required: false, type: () => String, nullable: true, description: "Name, 1 to 255 characters." }, avatar: { required: false, type: () => String, nullable: true, description: "Address of a picture, 1 to 2,048 characters." }, country: { required: false, type: () => String, nullable: true, description: "Country as ISO 3166-1 alpha-2." }, clickId: { required: false, type: () => String, nullable: true, description: "A click that the customer claims, also before it arrives. Null changes nothing." }, metadata: { required: false, type: "object", additionalProperties: true, nullable: true, description: "Replaces the metadata whole; null empties it." } };
    }
}
__decorate([
    IsOptional(),
    IsEmailText(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, maxLength: 255, example: 'ada@example.com' }),
    __metadata("design:type", Object)
], CustomerFields.prototype, "email", void 0);
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, minLength: 1, maxLength: 255, example: 'Ada' }),
    __metadata("design:type", Object)
], CustomerFields.prototype, "name", void 0);
__decorate([
    IsOptional(),
    IsText(1, 2_048),
    ApiPropertyOptional({ ...NULLABLE_TEXT, minLength: 1, maxLength: 2_048 }),
    __metadata("design:type", Object)
], CustomerFields.prototype, "avatar", void 0);
__decorate([
    IsOptional(),
    IsCountry(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, minLength: 2, maxLength: 2, example: 'GB' }),
    __metadata("design:type", Object)
], CustomerFields.prototype, "country", void 0);
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, minLength: 1, maxLength: 255, example: 'clk_1' }),
    __metadata("design:type", Object)
], CustomerFields.prototype, "clickId", void 0);
__decorate([
    IsOptional(),
    IsMetadata(),
    ApiPropertyOptional({ ...METADATA_SCHEMA, nullable: true }),
    __metadata("design:type", Object)
], CustomerFields.prototype, "metadata", void 0);
/** A customer to create, or to update by its `externalId`. */
export class UpsertCustomerDto extends CustomerFields {
    static _OPENAPI_METADATA_FACTORY() {
        return { externalId: { required: true, type: () => String, description: "The id that the caller knows the customer by, 1 to 255 characters." }, createdAt: { required: false, type: () => String, nullable: true, description: "When the customer came to be (default now); may only move a stored time earlier." } };
    }
}
__decorate([
    IsName(),
    ApiProperty({ minLength: 1, maxLength: 255, example: 'user_42' }),
    __metadata("design:type", String)
], UpsertCustomerDto.prototype, "externalId", void 0);
__decorate([
    IsOptional(),
    IsEventTime(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time', example: '2026-03-01T10:00:00Z' }),
    __metadata("design:type", Object)
], UpsertCustomerDto.prototype, "createdAt", void 0);
/** Changes to a customer. */
export class UpdateCustomerDto extends CustomerFields {
    static _OPENAPI_METADATA_FACTORY() {
        return { externalId: { required: false, type: () => String, description: "A new externalId, 1 to 255 characters; it cannot be cleared." } };
    }
}
__decorate([
    ValidateIf((_dto, value) => value !== undefined),
    IsName(),
    ApiPropertyOptional({ minLength: 1, maxLength: 255, example: 'user_43' }),
    __metadata("design:type", String)
], UpdateCustomerDto.prototype, "externalId", void 0);
const SearchParameter = () => applyDecorators(IsOptional(), Transform(({ value }) => typeof value === 'string' ? value.trim() || undefined : value), IsText(1, 255), ApiPropertyOptional({ maxLength: 255, example: 'ada' }));
/** Which customers to count. */
export class CountCustomersParams {
    static _OPENAPI_METADATA_FACTORY() {
        return { search: { required: false, type: () => String, description: "A part of `externalId`, `email` or `name`, in any case, 1 to 255 characters after trimming.\n`%` and `_` are ordinary characters; a blank search is no search." } };
    }
}
__decorate([
    SearchParameter(),
    __metadata("design:type", String)
], CountCustomersParams.prototype, "search", void 0);
const CUSTOMER_SORTS = ['createdAt', 'ltv', 'lastActivityAt'];
/** Which customers to list, in which order. */
export class ListCustomersParams extends PagingParams {
    constructor() {
        super(...arguments);
        /** The field to sort by; customers without a value come last. */
        this.sortBy = 'createdAt';
    }
    static _OPENAPI_METADATA_FACTORY() {
        return { search: { required: false, type: () => String, description: "A part of `externalId`, `email` or `name`, in any case, 1 to 255 characters after trimming.\n`%` and `_` are ordinary characters; a blank search is no search." }, sortBy: { required: true, description: "The field to sort by; customers without a value come last.", default: "createdAt", enum: ["createdAt", "ltv", "lastActivityAt"], enum: CUSTOMER_SORTS } };
    }
}
__decorate([
    SearchParameter(),
    __metadata("design:type", String)
], ListCustomersParams.prototype, "search", void 0);
__decorate([
    IsOptional(),
    IsIn(CUSTOMER_SORTS, { message: `must be one of ${CUSTOMER_SORTS.join(', ')}` }),
    ApiPropertyOptional({ enum: CUSTOMER_SORTS, default: 'createdAt' }),
    __metadata("design:type", String)
], ListCustomersParams.prototype, "sortBy", void 0);
//# sourceMappingURL=customer.dto.js.map