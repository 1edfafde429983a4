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
const key = {
    type: 'text',
    collation: 'C',
    primaryKeyConstraintName: 'cohort_cells_pkey',
};
/** Sums over the customers first seen in a day, week or month, all of them or by origin. */
let CohortCell = class CohortCell {
};
__decorate([
    PrimaryColumn({ ...key, name: 'workspace_id' }),
    __metadata("design:type", String)
], CohortCell.prototype, "workspaceId", void 0);
__decorate([
    PrimaryColumn(key),
    __metadata("design:type", String)
], CohortCell.prototype, "dimension", void 0);
__decorate([
    PrimaryColumn(key),
    __metadata("design:type", String)
], CohortCell.prototype, "grain", void 0);
__decorate([
    PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'cohort_cells_pkey' }),
    __metadata("design:type", String)
], CohortCell.prototype, "period", void 0);
__decorate([
    PrimaryColumn(key),
    __metadata("design:type", String)
], CohortCell.prototype, "origin", void 0);
__decorate([
    Column({ type: 'integer' }),
    __metadata("design:type", Number)
], CohortCell.prototype, "customers", void 0);
__decorate([
    Column({ type: 'integer' }),
    __metadata("design:type", Number)
], CohortCell.prototype, "live", void 0);
__decorate([
    Column({ type: 'integer', name: 'with_leads' }),
    __metadata("design:type", Number)
], CohortCell.prototype, "withLeads", void 0);
__decorate([
    Column({ type: 'integer' }),
    __metadata("design:type", Number)
], CohortCell.prototype, "converted", void 0);
__decorate([
    Column({ type: 'bigint' }),
    __metadata("design:type", Number)
], CohortCell.prototype, "sales", void 0);
__decorate([
    Column({ type: 'bigint' }),
    __metadata("design:type", Number)
], CohortCell.prototype, "revenue", void 0);
CohortCell = __decorate([
    Entity('cohort_cells')
], CohortCell);
export { CohortCell };
//# sourceMappingURL=cohort-cell.entity.js.map