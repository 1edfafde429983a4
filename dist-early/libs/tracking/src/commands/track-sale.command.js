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
import { ConversionRecorder, keysOfConversion } from '../record-conversion.js';
/** Stores a sale once, and stitches it to its customer. Throws `UnsupportedCurrency`. */
export class TrackSale extends Command {
    constructor(workspace, sale) {
        super();
        this.workspace = workspace;
        this.sale = sale;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let TrackSaleHandler = class TrackSaleHandler {
    constructor(writes, recorder) {
        this.writes = writes;
        this.recorder = recorder;
    }
    execute({ workspace, sale }) {
        const sent = { type: 'sale', body: sale };
        return this.writes.run(workspace, keysOfConversion(sent), (write) => this.recorder.record(write, sent));
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
TrackSaleHandler = __decorate([
    CommandHandler(TrackSale),
    __metadata("design:paramtypes", [IdentityWrites,
        ConversionRecorder])
], TrackSaleHandler);
export { TrackSaleHandler };
//# sourceMappingURL=track-sale.command.js.map