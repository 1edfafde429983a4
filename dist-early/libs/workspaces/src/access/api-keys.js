var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { Database, Statement } from "../../../platform/src/index.js";
import { LRUCache } from 'lru-cache';
import { KeyInvalid } from './access.errors.js';
import { hashOf, isSameHash } from './secret.js';
/** A revoked key works on for this long at most. */
const REMEMBERED_MS = 5_000;
const KEY_BY_HASH = new Statement('access.key-by-hash', `select k.id as "keyId", k.hash, k.scopes, k.expires_at as "expiresAt",
          k.revoked_at as "revokedAt", w.id, w.slug, w.name, w.plan, w.timezone, w.currency,
          w.attribution_window_days as "attributionWindowDays",
          w.hash_secret as "hashSecret", w.created_at as "createdAt",
          w.rollups_built_at as "rollupsBuiltAt"
   from api_keys k join workspaces w on w.id = k.workspace_id
   where k.hash = $1`);
/** Finds the caller behind a key. */
let ApiKeys = class ApiKeys {
    constructor(database) {
        this.database = database;
        this.remembered = new LRUCache({
            max: 10_000,
            ttl: REMEMBERED_MS,
        });
    }
    /** Throws `KeyInvalid` for a key that is unknown, expired or revoked. */
    async callerOf(secret) {
        const row = await this.find(secret);
        const isOver = row?.expiresAt && row.expiresAt.getTime() <= Date.now();
        if (!row || row.revokedAt || isOver)
            throw new KeyInvalid(row === undefined);
        const { keyId, hash: _hash, scopes, expiresAt: _expires, revokedAt: _revoked, ...workspace } = row;
        return { keyId, scopes, workspace };
    }
    find(secret) {
        const hash = hashOf(secret);
        const key = hash.toString('base64');
        const remembered = this.remembered.get(key);
        if (remembered)
            return remembered;
        const found = this.database
            .first(KEY_BY_HASH, [hash])
            .then((row) => (row && isSameHash(row.hash, hash) ? row : undefined));
        this.remembered.set(key, found);
        // A failed look-up must not be remembered, and an unknown key may be made in the next second.
        found.then((row) => row ?? this.remembered.delete(key), () => this.remembered.delete(key));
        return found;
    }
};
ApiKeys = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Database])
], ApiKeys);
export { ApiKeys };
//# sourceMappingURL=api-keys.js.map