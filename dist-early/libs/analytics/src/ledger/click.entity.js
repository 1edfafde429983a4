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
/** One visit through a tracked link. Never changed, but for the scrub of a deletion. */
let Click = class Click {
};
__decorate([
    PrimaryColumn({
        type: 'text',
        collation: 'C',
        name: 'workspace_id',
        primaryKeyConstraintName: 'clicks_pkey',
    }),
    __metadata("design:type", String)
], Click.prototype, "workspaceId", void 0);
__decorate([
    PrimaryColumn({
        type: 'text',
        collation: 'C',
        name: 'click_id',
        primaryKeyConstraintName: 'clicks_pkey',
    }),
    __metadata("design:type", String)
], Click.prototype, "clickId", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'link_id' }),
    __metadata("design:type", String)
], Click.prototype, "linkId", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'campaign_id', nullable: true }),
    __metadata("design:type", Object)
], Click.prototype, "campaignId", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', nullable: true }),
    __metadata("design:type", Object)
], Click.prototype, "source", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', nullable: true }),
    __metadata("design:type", Object)
], Click.prototype, "medium", void 0);
__decorate([
    Column({ type: 'text', nullable: true }),
    __metadata("design:type", Object)
], Click.prototype, "referrer", void 0);
__decorate([
    Column({ type: 'text', nullable: true }),
    __metadata("design:type", Object)
], Click.prototype, "country", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'visitor_id', nullable: true }),
    __metadata("design:type", Object)
], Click.prototype, "visitorId", void 0);
__decorate([
    Column({ type: 'text', collation: 'C', name: 'visitor_key', nullable: true }),
    __metadata("design:type", Object)
], Click.prototype, "visitorKey", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'occurred_at' }),
    __metadata("design:type", Date)
], Click.prototype, "occurredAt", void 0);
__decorate([
    Column({ type: 'timestamptz', precision: 3, name: 'created_at' }),
    __metadata("design:type", Date)
], Click.prototype, "createdAt", void 0);
Click = __decorate([
    Entity('clicks'),
    Index('clicks_visitor', ['workspaceId', 'visitorKey'], { where: '"visitor_key" is not null' })
], Click);
export { Click };
//# sourceMappingURL=click.entity.js.map