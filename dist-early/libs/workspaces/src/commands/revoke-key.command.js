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
import { ApiKey } from '../api-key.entity.js';
import { KeyNotFound } from '../workspaces.errors.js';
/** Ends a key; again is no error. Running servers refuse it within 5 seconds. */
export class RevokeKey extends Command {
    constructor(id) {
        super();
        this.id = id;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let RevokeKeyHandler = class RevokeKeyHandler {
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    async execute({ id }) {
        const keys = this.dataSource.getRepository(ApiKey);
        const key = await keys.findOneBy({ id });
        if (!key)
            throw new KeyNotFound(id);
        return keys.save({ ...key, revokedAt: key.revokedAt ?? new Date() });
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
RevokeKeyHandler = __decorate([
    CommandHandler(RevokeKey),
    __metadata("design:paramtypes", [DataSource])
], RevokeKeyHandler);
export { RevokeKeyHandler };
//# sourceMappingURL=revoke-key.command.js.map