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
import { Command, CommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { checkSettings } from '../workspace-settings.js';
import { Workspace } from '../workspace.entity.js';
import { WorkspaceNotFound } from '../workspaces.errors.js';
/** Changes plan, time zone or attribution window. Throws `WorkspaceNotFound`, `ValidationFailed`. */
export class UpdateWorkspace extends Command {
    constructor(slug, changes) {
        super();
        this.slug = slug;
        this.changes = changes;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let UpdateWorkspaceHandler = class UpdateWorkspaceHandler {
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    async execute({ slug, changes }) {
        const workspaces = this.dataSource.getRepository(Workspace);
        const workspace = await workspaces.findOneBy({ slug });
        if (!workspace)
            throw new WorkspaceNotFound(slug);
        return workspaces.save({ ...workspace, ...(await checkSettings(this.dataSource, changes)) });
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
UpdateWorkspaceHandler = __decorate([
    CommandHandler(UpdateWorkspace),
    __metadata("design:paramtypes", [DataSource])
], UpdateWorkspaceHandler);
export { UpdateWorkspaceHandler };
//# sourceMappingURL=update-workspace.command.js.map