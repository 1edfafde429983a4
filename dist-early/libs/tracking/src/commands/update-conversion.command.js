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
import { checkMove } from '../conversion-moves.js';
import { toConversionDto } from '../conversion-view.js';
import { moveConversion } from '../move-conversion.js';
/** Moves a conversion. Throws `ConversionNotFound`, `StatusMoveRefused`, `RefundRefused`. */
export class UpdateConversion extends Command {
    constructor(workspace, id, changes) {
        super();
        this.workspace = workspace;
        this.id = id;
        this.changes = changes;
        checkMove(changes);
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let UpdateConversionHandler = class UpdateConversionHandler {
    constructor(writes) {
        this.writes = writes;
    }
    execute({ workspace, id, changes }) {
        return this.writes.run(workspace, [], async (write) => toConversionDto(await moveConversion(write, id, changes), workspace.currency));
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
UpdateConversionHandler = __decorate([
    CommandHandler(UpdateConversion),
    __metadata("design:paramtypes", [IdentityWrites])
], UpdateConversionHandler);
export { UpdateConversionHandler };
//# sourceMappingURL=update-conversion.command.js.map