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
import { ApiProperty } from '@nestjs/swagger';
import { countSql } from '../customer-list.store.js';
/** How many customers there are. */
export class CustomerCountDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { count: { required: true, type: () => Number, description: "Live customers that match, counted to the last one." } };
    }
}
__decorate([
    ApiProperty({ type: 'integer', minimum: 0, example: 2_000 }),
    __metadata("design:type", Number)
], CustomerCountDto.prototype, "count", void 0);
/** The number of a workspace's live customers. */
export class CountCustomers extends Query {
    constructor(workspace, params) {
        super();
        this.workspace = workspace;
        this.params = params;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let CountCustomersHandler = class CountCustomersHandler {
    constructor(database) {
        this.database = database;
    }
    async execute({ workspace, params }) {
        const sql = countSql({ workspaceId: workspace.id, search: params.search });
        const [row] = await this.database.query(sql);
        return { count: row?.count ?? 0 };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
CountCustomersHandler = __decorate([
    QueryHandler(CountCustomers),
    __metadata("design:paramtypes", [Database])
], CountCustomersHandler);
export { CountCustomersHandler };
//# sourceMappingURL=count-customers.query.js.map