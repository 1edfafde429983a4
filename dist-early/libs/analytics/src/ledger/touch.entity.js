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
const key = { type: 'text', collation: 'C', primaryKeyConstraintName: 'touches_pkey' };
/** A click that is stitched to a customer; one click can be a touch of several. */
let Touch = class Touch {
};
__decorate([
    PrimaryColumn({ ...key, name: 'workspace_id' }),
    __metadata("design:type", String)
], Touch.prototype, "workspaceId", void 0);
__decorate([
    PrimaryColumn({ ...key, name: 'customer_id' }),
    __metadata("design:type", String)
], Touch.prototype, "customerId", void 0);
__decorate([
    PrimaryColumn({ ...key, name: 'click_id' }),
    __metadata("design:type", String)
], Touch.prototype, "clickId", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'occurred_at' }),
    __metadata("design:type", Date)
], Touch.prototype, "occurredAt", void 0);
Touch = __decorate([
    Entity('touches'),
    Index('touches_occurred', ['workspaceId', 'customerId', 'occurredAt', 'clickId']),
    Index('touches_click', ['workspaceId', 'clickId'])
], Touch);
export { Touch };
//# sourceMappingURL=touch.entity.js.map