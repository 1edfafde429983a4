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
import { ApiKey } from '../api-key.entity.js';
import { Workspace } from '../workspace.entity.js';
/** Every key of every workspace, oldest first; secrets are not kept. */
export class ListKeys extends Query {
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let ListKeysHandler = class ListKeysHandler {
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    async execute() {
        const keys = await this.dataSource.getRepository(ApiKey).find({ order: { id: 'asc' } });
        const workspaces = await this.dataSource.getRepository(Workspace).find();
        const slugs = new Map(workspaces.map(({ id, slug }) => [id, slug]));
        return keys.map((key) => ({ ...key, workspace: slugs.get(key.workspaceId) ?? '' }));
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
ListKeysHandler = __decorate([
    QueryHandler(ListKeys),
    __metadata("design:paramtypes", [DataSource])
], ListKeysHandler);
export { ListKeysHandler };
//# sourceMappingURL=list-keys.query.js.map