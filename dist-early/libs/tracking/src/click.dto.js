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
import { NULLABLE_TEXT, OPTIONAL_NAME, IsCountry, IsEventTime, IsName, IsText, } from "../../platform/src/index.js";
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
/** One visit through a tracked link. */
export class TrackClickDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { clickId: { required: true, type: () => String, description: "The caller's id of the click, 1 to 255 characters: a click is stored once." }, linkId: { required: true, type: () => String, description: "The tracked link." }, campaignId: { required: false, type: () => String, nullable: true, description: "The campaign that the link belongs to." }, source: { required: false, type: () => String, nullable: true, description: "Where the visitor came from, such as `newsletter`." }, medium: { required: false, type: () => String, nullable: true, description: "By which means, such as `email`." }, referrer: { required: false, type: () => String, nullable: true, description: "The page that the click came from, up to 2,048 characters." }, country: { required: false, type: () => String, nullable: true, description: "The visitor's country as ISO 3166-1 alpha-2." }, visitorId: { required: false, type: () => String, nullable: true, description: "Ties the clicks of one visitor together: who claims one of them has touched all." }, occurredAt: { required: false, type: () => String, nullable: true, description: "When the click happened (default now)." } };
    }
}
__decorate([
    IsName(),
    ApiProperty({ minLength: 1, maxLength: 255, example: 'clk_1' }),
    __metadata("design:type", String)
], TrackClickDto.prototype, "clickId", void 0);
__decorate([
    IsName(),
    ApiProperty({ minLength: 1, maxLength: 255, example: 'link_home' }),
    __metadata("design:type", String)
], TrackClickDto.prototype, "linkId", void 0);
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'spring' }),
    __metadata("design:type", Object)
], TrackClickDto.prototype, "campaignId", void 0);
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'newsletter' }),
    __metadata("design:type", Object)
], TrackClickDto.prototype, "source", void 0);
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'email' }),
    __metadata("design:type", Object)
], TrackClickDto.prototype, "medium", void 0);
__decorate([
    IsOptional(),
    IsText(1, 2_048),
    ApiPropertyOptional({ ...OPTIONAL_NAME, maxLength: 2_048, example: 'https://example.org/post' }),
    __metadata("design:type", Object)
], TrackClickDto.prototype, "referrer", void 0);
__decorate([
    IsOptional(),
    IsCountry(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, minLength: 2, maxLength: 2, example: 'GB' }),
    __metadata("design:type", Object)
], TrackClickDto.prototype, "country", void 0);
__decorate([
    IsOptional(),
    IsName(),
    ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'vis_7' }),
    __metadata("design:type", Object)
], TrackClickDto.prototype, "visitorId", void 0);
__decorate([
    IsOptional(),
    IsEventTime(),
    ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time', example: '2026-03-01T09:00:00Z' }),
    __metadata("design:type", Object)
], TrackClickDto.prototype, "occurredAt", void 0);
/** A stored click. */
export class ClickDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { clickId: { required: true, type: () => String, description: "The caller's id of the click." }, linkId: { required: true, type: () => String, description: "The tracked link." }, campaignId: { required: true, type: () => String, nullable: true, description: "The campaign, or null." }, source: { required: true, type: () => String, nullable: true, description: "The source, or null." }, medium: { required: true, type: () => String, nullable: true, description: "The medium, or null." }, referrer: { required: true, type: () => String, nullable: true, description: "The referring page, or null." }, country: { required: true, type: () => String, nullable: true, description: "The visitor's country, or null." }, visitorId: { required: true, type: () => String, nullable: true, description: "The visitor, or null." }, occurredAt: { required: true, type: () => String, description: "When the click happened." }, createdAt: { required: true, type: () => String, description: "When the click was stored." }, duplicate: { required: true, type: () => Boolean, description: "Whether the click had been stored before." }, differs: { required: true, type: () => [String], description: "The fields of a repeat that the stored click has otherwise." } };
    }
}
__decorate([
    ApiProperty({ example: 'clk_1' }),
    __metadata("design:type", String)
], ClickDto.prototype, "clickId", void 0);
__decorate([
    ApiProperty({ example: 'link_home' }),
    __metadata("design:type", String)
], ClickDto.prototype, "linkId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'spring' }),
    __metadata("design:type", Object)
], ClickDto.prototype, "campaignId", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'newsletter' }),
    __metadata("design:type", Object)
], ClickDto.prototype, "source", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'email' }),
    __metadata("design:type", Object)
], ClickDto.prototype, "medium", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: null }),
    __metadata("design:type", Object)
], ClickDto.prototype, "referrer", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'GB' }),
    __metadata("design:type", Object)
], ClickDto.prototype, "country", void 0);
__decorate([
    ApiProperty({ ...NULLABLE_TEXT, example: 'vis_7' }),
    __metadata("design:type", Object)
], ClickDto.prototype, "visitorId", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' }),
    __metadata("design:type", String)
], ClickDto.prototype, "occurredAt", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.412Z' }),
    __metadata("design:type", String)
], ClickDto.prototype, "createdAt", void 0);
__decorate([
    ApiProperty({ example: false }),
    __metadata("design:type", Boolean)
], ClickDto.prototype, "duplicate", void 0);
__decorate([
    ApiProperty({ type: [String], example: [] }),
    __metadata("design:type", Array)
], ClickDto.prototype, "differs", void 0);
//# sourceMappingURL=click.dto.js.map