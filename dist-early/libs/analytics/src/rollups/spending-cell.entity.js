var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, PrimaryColumn } from 'typeorm';
const primaryKeyConstraintName = 'spending_cells_pkey';
const key = { type: 'text', collation: 'C', primaryKeyConstraintName };
/** What the customers first seen in a month spent so many months later, all of them or by origin. */
let SpendingCell = class SpendingCell {
};
__decorate([
    PrimaryColumn({ ...key, name: 'workspace_id' }),
    __metadata("design:type", String)
], SpendingCell.prototype, "workspaceId", void 0);
__decorate([
    PrimaryColumn(key),
    __metadata("design:type", String)
], SpendingCell.prototype, "dimension", void 0);
__decorate([
    PrimaryColumn({ type: 'date', primaryKeyConstraintName }),
    __metadata("design:type", String)
], SpendingCell.prototype, "month", void 0);
__decorate([
    PrimaryColumn(key),
    __metadata("design:type", String)
], SpendingCell.prototype, "origin", void 0);
__decorate([
    PrimaryColumn({ type: 'smallint', primaryKeyConstraintName }),
    __metadata("design:type", Number)
], SpendingCell.prototype, "age", void 0);
__decorate([
    Column({ type: 'bigint' }),
    __metadata("design:type", Number)
], SpendingCell.prototype, "revenue", void 0);
__decorate([
    Column({ type: 'integer', name: 'new_buyers' }),
    __metadata("design:type", Number)
], SpendingCell.prototype, "newBuyers", void 0);
SpendingCell = __decorate([
    Entity('spending_cells')
], SpendingCell);
export { SpendingCell };
//# sourceMappingURL=spending-cell.entity.js.map