var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
/** An API key of a workspace. Only the SHA-256 of the key itself is kept. */
let ApiKey = class ApiKey {
};
__decorate([
    PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'api_keys_pkey' }),
    __metadata("design:type", String)
], ApiKey.prototype, "id", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'workspace_id' }),
    __metadata("design:type", String)
], ApiKey.prototype, "workspaceId", void 0);
__decorate([
    Column({ type: 'text' }),
    __metadata("design:type", String)
], ApiKey.prototype, "name", void 0);
__decorate([
    Column({ type: 'text' }),
    __metadata("design:type", String)
], ApiKey.prototype, "prefix", void 0);
__decorate([
    Column({ type: 'bytea' }),
    __metadata("design:type", Buffer)
], ApiKey.prototype, "hash", void 0);
__decorate([
    Column({ type: 'text', array: true }),
    __metadata("design:type", Array)
], ApiKey.prototype, "scopes", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'created_at' }),
    __metadata("design:type", Date)
], ApiKey.prototype, "createdAt", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'expires_at', nullable: true }),
    __metadata("design:type", Object)
], ApiKey.prototype, "expiresAt", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'revoked_at', nullable: true }),
    __metadata("design:type", Object)
], ApiKey.prototype, "revokedAt", void 0);
ApiKey = __decorate([
    Entity('api_keys'),
    Index('api_keys_hash', ['hash'], { unique: true }),
    Index('api_keys_workspace', ['workspaceId', 'id'])
], ApiKey);
export { ApiKey };
//# sourceMappingURL=api-key.entity.js.map