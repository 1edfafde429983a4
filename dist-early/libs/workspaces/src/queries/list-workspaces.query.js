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
import { Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Workspace } from '../workspace.entity.js';
/** Every workspace, by slug. */
export class ListWorkspaces extends Query {
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let ListWorkspacesHandler = class ListWorkspacesHandler {
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    execute() {
        return this.dataSource.getRepository(Workspace).find({ order: { slug: 'asc' } });
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
ListWorkspacesHandler = __decorate([
    QueryHandler(ListWorkspaces),
    __metadata("design:paramtypes", [DataSource])
], ListWorkspacesHandler);
export { ListWorkspacesHandler };
//# sourceMappingURL=list-workspaces.query.js.map