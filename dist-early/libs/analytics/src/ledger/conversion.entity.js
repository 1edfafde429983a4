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
export const CONVERSION_TYPES = ['lead', 'sale', 'custom'];
export const CONVERSION_STATUSES = [
    'pending',
    'approved',
    'refunded',
    'rejected',
    'fraud',
];
/** An outcome: a lead, a sale or a custom event. */
let Conversion = class Conversion {
};
__decorate([
    PrimaryColumn({
        type: 'text',
        collation: 'C',
        name: 'workspace_id',
        primaryKeyConstraintName: 'conversions_pkey',
    }),
    __metadata("design:type", String)
], Conversion.prototype, "workspaceId", void 0);
__decorate([
    PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'conversions_pkey' }),
    __metadata("design:type", String)
], Conversion.prototype, "id", void 0);
__decorate([
    Column({ type: 'text', collation: 'C' }),
    __metadata("design:type", String)
], Conversion.prototype, "type", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'event_name' }),
    __metadata("design:type", String)
], Conversion.prototype, "eventName", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'customer_id', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "customerId", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'click_id', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "clickId", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'order_id', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "orderId", void 0);
__decorate([
    Column({ type: 'text', collation: 'C' }),
    __metadata("design:type", String)
], Conversion.prototype, "status", void 0);
__decorate([
    Column({ type: 'bigint', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "amount", void 0);
__decorate([
    Column({ type: 'text', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "currency", void 0);
__decorate([
    Column({ type: 'bigint', name: 'refunded_amount', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "refundedAmount", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'refunded_at', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "refundedAt", void 0);
__decorate([
    Column({ type: 'text', name: 'rate_from', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "rateFrom", void 0);
__decorate([
    Column({ type: 'text', name: 'rate_to', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "rateTo", void 0);
__decorate([
    Column({ type: 'bigint', name: 'reporting_amount', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "reportingAmount", void 0);
__decorate([
    Column({ type: 'bigint', name: 'reporting_refunded', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "reportingRefunded", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'occurred_at' }),
    __metadata("design:type", Date)
], Conversion.prototype, "occurredAt", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'created_at' }),
    __metadata("design:type", Date)
], Conversion.prototype, "createdAt", void 0);
__decorate([
    Column({ type: 'jsonb' }),
    __metadata("design:type", Object)
], Conversion.prototype, "metadata", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'external_id', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "externalId", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "email", void 0);
__decorate([
    Column({ type: 'text', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "name", void 0);
__decorate([
    Column({ type: 'text', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "avatar", void 0);
__decorate([
    Column({ type: 'text', nullable: true }),
    __metadata("design:type", Object)
], Conversion.prototype, "country", void 0);
Conversion = __decorate([
    Entity('conversions'),
    Index('conversions_order', ['workspaceId', 'type', 'orderId'], {
        unique: true,
        where: `"order_id" is not null and "type" <> 'custom'`,
    }),
    Index('conversions_custom_order', ['workspaceId', 'eventName', 'orderId'], {
        unique: true,
        where: `"order_id" is not null and "type" = 'custom'`,
    }),
    Index('conversions_occurred', ['workspaceId', 'occurredAt', 'id']),
    Index('conversions_customer', ['workspaceId', 'customerId', 'occurredAt', 'id']),
    Index('conversions_refunds', ['workspaceId', 'customerId', 'refundedAt', 'id'], {
        where: '"refunded_amount" > 0',
    }),
    Index('conversions_waiting_email', ['workspaceId', 'email'], {
        where: `"customer_id" is null and "email" is not null`,
    }),
    Index('conversions_waiting_click', ['workspaceId', 'clickId'], {
        where: `"customer_id" is null and "click_id" is not null`,
    }),
    Index('conversions_counting', { synchronize: false }),
    Index('conversions_order_id', ['workspaceId', 'orderId'], { where: '"order_id" is not null' })
], Conversion);
export { Conversion };
//# sourceMappingURL=conversion.entity.js.map