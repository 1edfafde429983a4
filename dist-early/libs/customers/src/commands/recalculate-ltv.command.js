var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi from "@nestjs/swagger";
import { ApiProperty } from '@nestjs/swagger';
import { Command, CommandHandler } from '@nestjs/cqrs';
import { findCustomer } from '../customer.store.js';
import { CustomerNotFound } from '../customers.errors.js';
import { IdentityWrites } from '../identity/identity-writes.js';
import { recalculate } from '../identity/recalculate.js';
/** What a recalculation found. */
export class RecalculationDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { customerId: { required: true, type: () => String, description: "The customer's id." }, ltv: { required: true, type: () => Number, description: "Net of the counting sales, from the events, in minor units of `currency`." }, previousLtv: { required: true, type: () => Number, description: "What was stored before, in minor units of `currency`." }, sales: { required: true, type: () => Number, description: "How many counting sales the events have." }, leads: { required: true, type: () => Number, description: "How many approved leads the events have." }, currency: { required: true, type: () => String, description: "The workspace's reporting currency, ISO 4217." }, recalculatedAt: { required: true, type: () => String, description: "When it was recomputed." } };
    }
}
__decorate([
    ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' }),
    __metadata("design:type", String)
], RecalculationDto.prototype, "customerId", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 12_900 }),
    __metadata("design:type", Number)
], RecalculationDto.prototype, "ltv", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 12_900 }),
    __metadata("design:type", Number)
], RecalculationDto.prototype, "previousLtv", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 2 }),
    __metadata("design:type", Number)
], RecalculationDto.prototype, "sales", void 0);
__decorate([
    ApiProperty({ type: 'integer', example: 1 }),
    __metadata("design:type", Number)
], RecalculationDto.prototype, "leads", void 0);
__decorate([
    ApiProperty({ example: 'USD' }),
    __metadata("design:type", String)
], RecalculationDto.prototype, "currency", void 0);
__decorate([
    ApiProperty({ format: 'date-time', example: '2026-03-04T12:00:00.000Z' }),
    __metadata("design:type", String)
], RecalculationDto.prototype, "recalculatedAt", void 0);
/** Recomputes all that is derived from a customer's events. Throws `CustomerNotFound`. */
export class RecalculateLtv extends Command {
    constructor(workspace, 
    /** `cus_…` or `ext_…`. */
    ref) {
        super();
        this.workspace = workspace;
        this.ref = ref;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let RecalculateLtvHandler = class RecalculateLtvHandler {
    constructor(writes) {
        this.writes = writes;
    }
    async execute({ workspace, ref }) {
        return this.writes.run(workspace, [], async (write) => {
            const found = await findCustomer(write.transaction, workspace.id, ref);
            if (!found)
                throw new CustomerNotFound();
            const customer = await write.customers.liveById(found.id);
            const previousLtv = customer.ltv;
            await recalculate(write, customer);
            const { id: customerId, ltv, sales, leads } = customer;
            return {
                customerId,
                ltv,
                previousLtv,
                sales,
                leads,
                currency: workspace.currency,
                recalculatedAt: write.now.toISOString(),
            };
        });
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
RecalculateLtvHandler = __decorate([
    CommandHandler(RecalculateLtv),
    __metadata("design:paramtypes", [IdentityWrites])
], RecalculateLtvHandler);
export { RecalculateLtvHandler };
//# sourceMappingURL=recalculate-ltv.command.js.map