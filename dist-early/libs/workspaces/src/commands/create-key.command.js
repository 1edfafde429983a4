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
import { ValidationFailed, newId } from "../../../platform/src/index.js";
import { Command, CommandHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { hashOf, newSecret, shownPrefixOf } from '../access/secret.js';
import { ApiKey } from '../api-key.entity.js';
import { SCOPES, isScope } from '../scopes.js';
import { Workspace } from '../workspace.entity.js';
import { WorkspaceNotFound } from '../workspaces.errors.js';
/** Makes a key of a workspace. Throws `WorkspaceNotFound` or `ValidationFailed`. */
export class CreateKey extends Command {
    constructor(slug, options = {}) {
        super();
        this.slug = slug;
        this.options = options;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let CreateKeyHandler = class CreateKeyHandler {
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    async execute({ slug, options }) {
        const { scopes = [...SCOPES], name = 'default', expiresAt = null } = options;
        const workspace = await this.dataSource.getRepository(Workspace).findOneBy({ slug });
        if (!workspace)
            throw new WorkspaceNotFound(slug);
        if (name.trim() === '' || Array.from(name).length > 255) {
            throw ValidationFailed.of('name', 'must be 1 to 255 characters');
        }
        const known = scopes.filter(isScope);
        if (scopes.length === 0 || known.length < scopes.length) {
            throw ValidationFailed.of('scopes', `must be among ${SCOPES.join(', ')}`);
        }
        const secret = newSecret();
        const key = {
            id: newId('key'),
            workspaceId: workspace.id,
            name,
            prefix: shownPrefixOf(secret),
            hash: hashOf(secret),
            scopes: known,
            createdAt: new Date(),
            expiresAt,
            revokedAt: null,
        };
        await this.dataSource.getRepository(ApiKey).insert(key);
        return { key, secret };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
CreateKeyHandler = __decorate([
    CommandHandler(CreateKey),
    __metadata("design:paramtypes", [DataSource])
], CreateKeyHandler);
export { CreateKeyHandler };
//# sourceMappingURL=create-key.command.js.map