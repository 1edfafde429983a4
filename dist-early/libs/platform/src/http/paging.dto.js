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
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IntegerParameter } from '../validation/parameters.js';
import { IsText } from '../validation/text.js';
/** Which part of a list, in which direction. */
export class PagingParams {
    constructor() {
        /** Records on a page. */
        this.limit = 20;
        /** The direction of the sort; ties go by id, in the same direction. */
        this.sortOrder = 'desc';
    }
    static _OPENAPI_METADATA_FACTORY() {
        return { page: { required: false, type: () => Number, description: "The page, from 1 (default 1); not together with `cursor`." }, cursor: { required: false, type: () => String, description: "A `nextCursor` of the same list: goes on behind its page." }, limit: { required: true, type: () => Object, description: "Records on a page.", default: 20 }, sortOrder: { required: true, description: "The direction of the sort; ties go by id, in the same direction.", default: "desc", enum: ["asc", "desc"], enum: ['asc', 'desc'] } };
    }
}
__decorate([
    IsOptional(),
    IntegerParameter(1),
    ApiPropertyOptional({ type: 'integer', minimum: 1 }),
    __metadata("design:type", Number)
], PagingParams.prototype, "page", void 0);
__decorate([
    IsOptional(),
    IsText(1, 4_096),
    ApiPropertyOptional({ maxLength: 4_096 }),
    __metadata("design:type", String)
], PagingParams.prototype, "cursor", void 0);
__decorate([
    IsOptional(),
    IntegerParameter(1, 100),
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 }),
    __metadata("design:type", Object)
], PagingParams.prototype, "limit", void 0);
__decorate([
    IsOptional(),
    IsIn(['asc', 'desc'], { message: 'must be asc or desc' }),
    ApiPropertyOptional({ enum: ['asc', 'desc'], default: 'desc' }),
    __metadata("design:type", String)
], PagingParams.prototype, "sortOrder", void 0);
//# sourceMappingURL=paging.dto.js.map