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
import { KeyNotFound } from '../workspaces.errors.js';
/**
 * Makes a key like another one, which goes on working for `overlapMs`. Throws `KeyNotFound`, or
 * `ValidationFailed` for an expired one.
 */
export class RotateKey extends Command {
    constructor(id, overlapMs) {
        super();
        this.id = id;
        this.overlapMs = overlapMs;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let RotateKeyHandler = class RotateKeyHandler {
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    async execute({ id, overlapMs }) {
        return this.dataSource.transaction(async (manager) => {
            const keys = manager.getRepository(ApiKey);
            const old = await keys.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
            if (!old || old.revokedAt)
                throw new KeyNotFound(id);
            if (old.expiresAt && old.expiresAt.getTime() <= Date.now()) {
                throw ValidationFailed.of('id', 'is a key that has expired; create a new one');
            }
            const secret = newSecret();
            const key = {
                ...old,
                id: newId('key'),
                prefix: shownPrefixOf(secret),
                hash: hashOf(secret),
                createdAt: new Date(),
            };
            await keys.insert(key);
            const overlapEnd = new Date(Date.now() + overlapMs);
            const ends = old.expiresAt && old.expiresAt < overlapEnd ? old.expiresAt : overlapEnd;
            await keys.update({ id }, { expiresAt: ends });
            return { key, secret };
        });
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
RotateKeyHandler = __decorate([
    CommandHandler(RotateKey),
    __metadata("design:paramtypes", [DataSource])
], RotateKeyHandler);
export { RotateKeyHandler };
//# sourceMappingURL=rotate-key.command.js.map