var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Entity, Index, PrimaryColumn } from 'typeorm';
const key = { type: 'text', collation: 'C', primaryKeyConstraintName: 'claims_pkey' };
/** A live customer's word that a click is its own; the click may not have arrived yet. */
let Claim = class Claim {
};
__decorate([
    PrimaryColumn({ ...key, name: 'workspace_id' }),
    __metadata("design:type", String)
], Claim.prototype, "workspaceId", void 0);
__decorate([
    PrimaryColumn({ ...key, name: 'click_id' }),
    __metadata("design:type", String)
], Claim.prototype, "clickId", void 0);
__decorate([
    PrimaryColumn({ ...key, name: 'customer_id' }),
    __metadata("design:type", String)
], Claim.prototype, "customerId", void 0);
Claim = __decorate([
    Entity('claims'),
    Index('claims_customer', ['workspaceId', 'customerId'])
], Claim);
export { Claim };
//# sourceMappingURL=claim.entity.js.map