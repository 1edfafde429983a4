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
import { WorkspaceNotFound } from '../workspaces.errors.js';
/** One workspace by its slug. Throws `WorkspaceNotFound`. */
export class GetWorkspace extends Query {
    constructor(slug) {
        super();
        this.slug = slug;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let GetWorkspaceHandler = class GetWorkspaceHandler {
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    async execute({ slug }) {
        const workspace = await this.dataSource.getRepository(Workspace).findOneBy({ slug });
        if (!workspace)
            throw new WorkspaceNotFound(slug);
        return workspace;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
GetWorkspaceHandler = __decorate([
    QueryHandler(GetWorkspace),
    __metadata("design:paramtypes", [DataSource])
], GetWorkspaceHandler);
export { GetWorkspaceHandler };
//# sourceMappingURL=get-workspace.query.js.map