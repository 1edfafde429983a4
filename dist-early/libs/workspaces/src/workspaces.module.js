var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessHook } from './access/access.hook.js';
import { ApiKeys } from './access/api-keys.js';
import { RateLimiter } from './access/rate-limiter.js';
import { ApiKey } from './api-key.entity.js';
import { CreateKeyHandler } from './commands/create-key.command.js';
import { CreateWorkspaceHandler } from './commands/create-workspace.command.js';
import { RevokeKeyHandler } from './commands/revoke-key.command.js';
import { RotateKeyHandler } from './commands/rotate-key.command.js';
import { UpdateWorkspaceHandler } from './commands/update-workspace.command.js';
import { GetWorkspaceHandler } from './queries/get-workspace.query.js';
import { ListKeysHandler } from './queries/list-keys.query.js';
import { ListWorkspacesHandler } from './queries/list-workspaces.query.js';
import { Workspace } from './workspace.entity.js';
let WorkspacesModule = class WorkspacesModule {
};
WorkspacesModule = __decorate([
    Global(),
    Module({
        imports: [TypeOrmModule.forFeature([Workspace, ApiKey])],
        providers: [
            AccessHook,
            ApiKeys,
            RateLimiter,
            CreateWorkspaceHandler,
            UpdateWorkspaceHandler,
            CreateKeyHandler,
            RevokeKeyHandler,
            RotateKeyHandler,
            GetWorkspaceHandler,
            ListWorkspacesHandler,
            ListKeysHandler,
        ],
        exports: [AccessHook],
    })
], WorkspacesModule);
export { WorkspacesModule };
//# sourceMappingURL=workspaces.module.js.map