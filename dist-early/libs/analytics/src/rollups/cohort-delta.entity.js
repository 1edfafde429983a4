var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
const primaryKeyConstraintName = 'cohort_deltas_pkey';
const ORIGIN = { type: 'text', collation: 'C' };
/**
 * What a write changed of the sums over a workspace's customers, not folded into the cells yet. All
 * rows of a group add up: a customer that moves to another day is one row less here and one more there.
 */
let CohortDelta = class CohortDelta {
};
__decorate([
    PrimaryColumn({ type: 'text', collation: 'C', name: 'workspace_id', primaryKeyConstraintName }),
    __metadata("design:type", String)
], CohortDelta.prototype, "workspaceId", void 0);
__decorate([
    PrimaryGeneratedColumn('identity', {
        type: 'bigint',
        generatedIdentity: 'ALWAYS',
        primaryKeyConstraintName,
    }),
    __metadata("design:type", Number)
], CohortDelta.prototype, "id", void 0);
__decorate([
    Column({ type: 'date', name: 'first_seen_day' }),
    __metadata("design:type", String)
], CohortDelta.prototype, "firstSeenDay", void 0);
__decorate([
    Column({ ...ORIGIN, name: 'campaign_id' }),
    __metadata("design:type", String)
], CohortDelta.prototype, "campaignId", void 0);
__decorate([
    Column(ORIGIN),
    __metadata("design:type", String)
], CohortDelta.prototype, "source", void 0);
__decorate([
    Column({ type: 'smallint', name: 'week_age', nullable: true }),
    __metadata("design:type", Object)
], CohortDelta.prototype, "weekAge", void 0);
__decorate([
    Column({ type: 'smallint', name: 'month_age', nullable: true }),
    __metadata("design:type", Object)
], CohortDelta.prototype, "monthAge", void 0);
__decorate([
    Column({ type: 'integer' }),
    __metadata("design:type", Number)
], CohortDelta.prototype, "customers", void 0);
__decorate([
    Column({ type: 'integer' }),
    __metadata("design:type", Number)
], CohortDelta.prototype, "live", void 0);
__decorate([
    Column({ type: 'integer', name: 'with_leads' }),
    __metadata("design:type", Number)
], CohortDelta.prototype, "withLeads", void 0);
__decorate([
    Column({ type: 'integer' }),
    __metadata("design:type", Number)
], CohortDelta.prototype, "converted", void 0);
__decorate([
    Column({ type: 'integer' }),
    __metadata("design:type", Number)
], CohortDelta.prototype, "sales", void 0);
__decorate([
    Column({ type: 'bigint' }),
    __metadata("design:type", Number)
], CohortDelta.prototype, "revenue", void 0);
__decorate([
    Column({ type: 'integer', name: 'active_weeks' }),
    __metadata("design:type", Number)
], CohortDelta.prototype, "activeWeeks", void 0);
__decorate([
    Column({ type: 'integer', name: 'active_months' }),
    __metadata("design:type", Number)
], CohortDelta.prototype, "activeMonths", void 0);
__decorate([
    Column({ type: 'integer', name: 'new_buyers' }),
    __metadata("design:type", Number)
], CohortDelta.prototype, "newBuyers", void 0);
CohortDelta = __decorate([
    Entity('cohort_deltas')
], CohortDelta);
export { CohortDelta };
//# sourceMappingURL=cohort-delta.entity.js.map