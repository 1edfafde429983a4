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
/** Stores a custom event once, and stitches it to its customer. */
export class TrackCustom extends Command {
    constructor(workspace, custom) {
        super();
        this.workspace = workspace;
        this.custom = custom;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let TrackCustomHandler = class TrackCustomHandler {
    constructor(writes, recorder) {
        this.writes = writes;
        this.recorder = recorder;
    }
    execute({ workspace, custom }) {
        const sent = { type: 'custom', body: custom };
        return this.writes.run(workspace, keysOfConversion(sent), (write) => this.recorder.record(write, sent));
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
TrackCustomHandler = __decorate([
    CommandHandler(TrackCustom),
    __metadata("design:paramtypes", [IdentityWrites,
        ConversionRecorder])
], TrackCustomHandler);
export { TrackCustomHandler };
//# sourceMappingURL=track-custom.command.js.map