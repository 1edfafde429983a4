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
/**
 * An identity in a workspace. The columns from `firstSeenAt` on are the projection of the
 * customer's events: only `identity/` writes them.
 */
let Customer = class Customer {
};
__decorate([
    PrimaryColumn({
        type: 'text',
        collation: 'C',
        name: 'workspace_id',
        primaryKeyConstraintName: 'customers_pkey',
    }),
    __metadata("design:type", String)
], Customer.prototype, "workspaceId", void 0);
__decorate([
    PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'customers_pkey' }),
    __metadata("design:type", String)
], Customer.prototype, "id", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'external_id', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "externalId", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "email", void 0);
__decorate([
    Column({ type: 'text', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "name", void 0);
__decorate([
    Column({ type: 'text', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "avatar", void 0);
__decorate([
    Column({ type: 'text', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "country", void 0);
__decorate([
    Column({ type: 'jsonb' }),
    __metadata("design:type", Object)
], Customer.prototype, "metadata", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'search_text' }),
    __metadata("design:type", String)
], Customer.prototype, "searchText", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'created_at' }),
    __metadata("design:type", Date)
], Customer.prototype, "createdAt", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'updated_at' }),
    __metadata("design:type", Date)
], Customer.prototype, "updatedAt", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'deleted_at', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "deletedAt", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'first_seen_at' }),
    __metadata("design:type", Date)
], Customer.prototype, "firstSeenAt", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'earliest_touch_at', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "earliestTouchAt", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'earliest_touch_click_id', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "earliestTouchClickId", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'first_conversion_at', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "firstConversionAt", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'first_touch_click_id', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "firstTouchClickId", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'last_activity_at', nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "lastActivityAt", void 0);
__decorate([
    Column({ type: 'integer' }),
    __metadata("design:type", Number)
], Customer.prototype, "leads", void 0);
__decorate([
    Column({ type: 'integer' }),
    __metadata("design:type", Number)
], Customer.prototype, "sales", void 0);
__decorate([
    Column({ type: 'bigint' }),
    __metadata("design:type", Number)
], Customer.prototype, "ltv", void 0);
Customer = __decorate([
    Entity('customers'),
    Index('customers_external_id', ['workspaceId', 'externalId'], { unique: true }),
    Index('customers_email', ['workspaceId', 'email'], { where: '"email" is not null' }),
    Index('customers_created', ['workspaceId', 'createdAt', 'id'], { where: '"deleted_at" is null' }),
    Index('customers_ltv', ['workspaceId', 'ltv', 'id'], { where: '"deleted_at" is null' }),
    Index('customers_activity', ['workspaceId', 'lastActivityAt', 'id'], {
        where: '"deleted_at" is null',
    }),
    Index('customers_first_seen', ['workspaceId', 'firstSeenAt']),
    Index('customers_activity_desc', { synchronize: false }),
    Index('customers_search', { synchronize: false })
], Customer);
export { Customer };
//# sourceMappingURL=customer.entity.js.map