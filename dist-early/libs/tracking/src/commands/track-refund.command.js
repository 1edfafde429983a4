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
import { IdentityWrites } from "../../../customers/src/index.js";
import { Command, CommandHandler } from '@nestjs/cqrs';
import { CONVERSION_BY_ORDER } from '../conversion.store.js';
import { toConversionDto } from '../conversion-view.js';
import { moveConversion } from '../move-conversion.js';
import { ConversionNotFound } from '../tracking.errors.js';
/** Refunds the sale with this orderId. Throws `ConversionNotFound`, `RefundRefused`. */
export class TrackRefund extends Command {
    constructor(workspace, refund) {
        super();
        this.workspace = workspace;
        this.refund = refund;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
/** The part of the command that a batch runs inside its own transaction. */
export async function recordRefund(write, { orderId, refundedAmount, refundedAt }) {
    const values = [write.workspace.id, 'sale', orderId];
    const sale = await write.transaction.first(CONVERSION_BY_ORDER, values);
    if (!sale)
        throw new ConversionNotFound();
    const move = refundedAmount === undefined || refundedAmount === null
        ? { status: 'refunded', refundedAt: refundedAt ?? null }
        : { refundedAmount, refundedAt: refundedAt ?? null };
    return moveConversion(write, sale.id, move);
}
let TrackRefundHandler = class TrackRefundHandler {
    constructor(writes) {
        this.writes = writes;
    }
    execute({ workspace, refund }) {
        return this.writes.run(workspace, [], async (write) => toConversionDto(await recordRefund(write, refund), workspace.currency));
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
TrackRefundHandler = __decorate([
    CommandHandler(TrackRefund),
    __metadata("design:paramtypes", [IdentityWrites])
], TrackRefundHandler);
export { TrackRefundHandler };
//# sourceMappingURL=track-refund.command.js.map