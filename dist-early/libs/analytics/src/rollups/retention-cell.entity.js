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
const primaryKeyConstraintName = 'retention_cells_pkey';
const key = { type: 'text', collation: 'C', primaryKeyConstraintName };
/** How many customers first seen in a day, week or month bought again so many periods later. */
let RetentionCell = class RetentionCell {
};
__decorate([
    PrimaryColumn({ ...key, name: 'workspace_id' }),
    __metadata("design:type", String)
], RetentionCell.prototype, "workspaceId", void 0);
__decorate([
    PrimaryColumn(key),
    __metadata("design:type", String)
], RetentionCell.prototype, "unit", void 0);
__decorate([
    PrimaryColumn(key),
    __metadata("design:type", String)
], RetentionCell.prototype, "grain", void 0);
__decorate([
    PrimaryColumn({ type: 'date', primaryKeyConstraintName }),
    __metadata("design:type", String)
], RetentionCell.prototype, "period", void 0);
__decorate([
    PrimaryColumn({ type: 'smallint', primaryKeyConstraintName }),
    __metadata("design:type", Number)
], RetentionCell.prototype, "age", void 0);
__decorate([
    Column({ type: 'integer' }),
    __metadata("design:type", Number)
], RetentionCell.prototype, "customers", void 0);
RetentionCell = __decorate([
    Entity('retention_cells')
], RetentionCell);
export { RetentionCell };
//# sourceMappingURL=retention-cell.entity.js.map