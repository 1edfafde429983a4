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
import { Database, Env } from "../../../platform/src/index.js";
import { IdentityLocks } from './identity-locks.js';
import { IdentityWrite } from './identity-write.js';
import { WriterGate } from './writer-gate.js';
/** Runs every write that can change who a customer is or what it has done. */
let IdentityWrites = class IdentityWrites {
    constructor(database, env) {
        this.database = database;
        this.gate = new WriterGate(Math.ceil(env.DATABASE_POOL_SIZE / 2), env.DATABASE_TIMEOUT_MS);
    }
    /**
     * One transaction that holds the identity keys which the request names. `work` may run more than
     * once, so it must not act outside of its transaction.
     */
    run(workspace, keys, work) {
        const wanted = IdentityLocks.bucketsOf(keys);
        return this.gate.pass(workspace.id, () => this.database.transaction(async (transaction) => {
            const locks = new IdentityLocks(transaction, workspace.id, wanted);
            await locks.acquireWanted();
            const write = new IdentityWrite(transaction, workspace, locks);
            const result = await work(write);
            await write.save();
            return result;
        }));
    }
};
IdentityWrites = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Database,
        Env])
], IdentityWrites);
export { IdentityWrites };
/** The keys by which an identity is found. */
export function keysOf(identity) {
    const keys = [];
    if (identity.externalId)
        keys.push(`external:${identity.externalId}`);
    if (identity.email)
        keys.push(`email:${identity.email}`);
    if (identity.clickId)
        keys.push(`click:${identity.clickId}`);
    return keys;
}
//# sourceMappingURL=identity-writes.js.map