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
import { newId } from "../../../platform/src/index.js";
import { Command, CommandHandler } from '@nestjs/cqrs';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { checkSettings } from '../workspace-settings.js';
import { Workspace } from '../workspace.entity.js';
import { SlugTaken } from '../workspaces.errors.js';
/** Makes a workspace. Throws `ValidationFailed` or `SlugTaken`. */
export class CreateWorkspace extends Command {
    constructor(settings) {
        super();
        this.settings = settings;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let CreateWorkspaceHandler = class CreateWorkspaceHandler {
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    async execute({ settings }) {
        const checked = await checkSettings(this.dataSource, settings);
        const createdAt = new Date();
        const workspace = {
            id: newId('ws'),
            slug: settings.slug,
            name: checked.name ?? settings.slug,
            plan: checked.plan ?? 'starter',
            timezone: checked.timezone ?? 'UTC',
            currency: checked.currency ?? 'USD',
            attributionWindowDays: checked.attributionWindowDays ?? 30,
            hashSecret: randomBytes(32).toString('base64url'),
            createdAt,
            // Nothing has happened yet: empty rollups say so.
            rollupsBuiltAt: createdAt,
        };
        const inserted = await this.dataSource
            .createQueryBuilder()
            .insert()
            .into(Workspace)
            .values(workspace)
            .orIgnore()
            .returning('id')
            .execute();
        if (inserted.raw.length === 0)
            throw new SlugTaken(settings.slug);
        return workspace;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
CreateWorkspaceHandler = __decorate([
    CommandHandler(CreateWorkspace),
    __metadata("design:paramtypes", [DataSource])
], CreateWorkspaceHandler);
export { CreateWorkspaceHandler };
//# sourceMappingURL=create-workspace.command.js.map