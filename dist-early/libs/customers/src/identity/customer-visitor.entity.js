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
const key = {
    type: 'text',
    collation: 'C',
    primaryKeyConstraintName: 'customer_visitors_pkey',
};
/** A live customer's tie to a visitor: it has claimed a click of this visitor. */
let CustomerVisitor = class CustomerVisitor {
};
__decorate([
    PrimaryColumn({ ...key, name: 'workspace_id' }),
    __metadata("design:type", String)
], CustomerVisitor.prototype, "workspaceId", void 0);
__decorate([
    PrimaryColumn({ ...key, name: 'visitor_key' }),
    __metadata("design:type", String)
], CustomerVisitor.prototype, "visitorKey", void 0);
__decorate([
    PrimaryColumn({ ...key, name: 'customer_id' }),
    __metadata("design:type", String)
], CustomerVisitor.prototype, "customerId", void 0);
CustomerVisitor = __decorate([
    Entity('customer_visitors'),
    Index('customer_visitors_customer', ['workspaceId', 'customerId'])
], CustomerVisitor);
export { CustomerVisitor };
//# sourceMappingURL=customer-visitor.entity.js.map