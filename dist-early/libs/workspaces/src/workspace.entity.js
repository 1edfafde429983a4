var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { PLANS } from './plans.js';
/** A tenant. Its currency is for ever: stored reporting amounts are in it. */
let Workspace = class Workspace {
};
__decorate([
    PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'workspaces_pkey' }),
    __metadata("design:type", String)
], Workspace.prototype, "id", void 0);
__decorate([
    Column({ type: 'text', collation: 'C' }),
    __metadata("design:type", String)
], Workspace.prototype, "slug", void 0);
__decorate([
    Column({ type: 'text' }),
    __metadata("design:type", String)
], Workspace.prototype, "name", void 0);
__decorate([
    Column({ type: 'text' }),
    __metadata("design:type", String)
], Workspace.prototype, "plan", void 0);
__decorate([
    Column({ type: 'text' }),
    __metadata("design:type", String)
], Workspace.prototype, "timezone", void 0);
__decorate([
    Column({ type: 'text' }),
    __metadata("design:type", String)
], Workspace.prototype, "currency", void 0);
__decorate([
    Column({ type: 'integer', name: 'attribution_window_days' }),
    __metadata("design:type", Number)
], Workspace.prototype, "attributionWindowDays", void 0);
__decorate([
    Column({ type: 'text', name: 'hash_secret' }),
    __metadata("design:type", String)
], Workspace.prototype, "hashSecret", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'created_at' }),
    __metadata("design:type", Date)
], Workspace.prototype, "createdAt", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'rollups_built_at', nullable: true }),
    __metadata("design:type", Object)
], Workspace.prototype, "rollupsBuiltAt", void 0);
Workspace = __decorate([
    Entity('workspaces'),
    Index('workspaces_slug', ['slug'], { unique: true }),
    Check('workspaces_window', `attribution_window_days between 1 and 365`)
], Workspace);
export { Workspace };
export const isPlan = (value) => PLANS.includes(value);
//# sourceMappingURL=workspace.entity.js.map