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
import { Database } from "../../../platform/src/index.js";
import { Query, QueryHandler } from '@nestjs/cqrs';
import { CONVERSION_BY_ID } from '../conversion.store.js';
import { toConversionDto } from '../conversion-view.js';
import { ConversionNotFound } from '../tracking.errors.js';
/** One conversion. Throws `ConversionNotFound`. */
export class GetConversion extends Query {
    constructor(workspace, id) {
        super();
        this.workspace = workspace;
        this.id = id;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let GetConversionHandler = class GetConversionHandler {
    constructor(database) {
        this.database = database;
    }
    async execute({ workspace, id }) {
        const conversion = await this.database.first(CONVERSION_BY_ID, [workspace.id, id]);
        if (!conversion)
            throw new ConversionNotFound();
        return toConversionDto(conversion, workspace.currency);
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
GetConversionHandler = __decorate([
    QueryHandler(GetConversion),
    __metadata("design:paramtypes", [Database])
], GetConversionHandler);
export { GetConversionHandler };
//# sourceMappingURL=get-conversion.query.js.map