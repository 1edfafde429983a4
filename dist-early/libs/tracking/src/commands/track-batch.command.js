var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var TrackBatchHandler_1;
import * as openapi from "@nestjs/swagger";
import { IdentityWrites } from "../../../customers/src/index.js";
import { RunAgain, ServiceUnavailable, isConflict, isTimeout, isUnreachable, toAppError, } from "../../../platform/src/index.js";
import { Logger } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import { readItem } from '../batch-item.js';
import { ConversionRecorder } from '../record-conversion.js';
/**
 * A transaction holds what its items touch until its end: few items keep other writers' waits short,
 * many share the cost of a commit.
 */
const ITEMS_A_TRANSACTION = 60;
/** Applies several events in order, each on its own: all of an item stands, or nothing of it. */
export class TrackBatch extends Command {
    constructor(workspace, batch) {
        super();
        this.workspace = workspace;
        this.batch = batch;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
/**
 * Not one item's fault: the transaction is lost, or runs again by itself. It must not be tried once
 * more here: where the connection broke, its commit may have gone through.
 */
const concernsAll = (error) => error instanceof ServiceUnavailable ||
    error instanceof RunAgain ||
    isConflict(error) ||
    isUnreachable(error) ||
    isTimeout(error);
let TrackBatchHandler = TrackBatchHandler_1 = class TrackBatchHandler {
    constructor(writes, recorder) {
        this.writes = writes;
        this.recorder = recorder;
        this.logger = new Logger(TrackBatchHandler_1.name);
    }
    async execute({ workspace, batch }) {
        const items = batch.events.map((event) => this.read(workspace, event));
        const results = [];
        for (let i = 0; i < items.length; i += ITEMS_A_TRANSACTION) {
            const some = items.slice(i, i + ITEMS_A_TRANSACTION);
            try {
                results.push(...(await this.applyAll(workspace, some)));
            }
            catch (error) {
                // Nothing is stored yet: the whole request failed. Later, what is stored must be answered.
                if (i === 0)
                    throw error;
                results.push(...items.slice(i).map((item) => this.notReached(item, error)));
                break;
            }
        }
        return { results: results.map((result, index) => ({ index, ...result })) };
    }
    /** An item that was refused before it came to the database stays refused for its own reason. */
    notReached(item, error) {
        return 'keys' in item ? this.refusal(error) : item;
    }
    /** Without a savepoint for each item, which is a quarter faster; with them once one is refused. */
    async applyAll(workspace, items) {
        const keys = items.flatMap((item) => ('keys' in item ? item.keys : []));
        const inTurn = (apply) => this.writes.run(workspace, keys, async (write) => {
            const results = [];
            for (const item of items) {
                results.push('keys' in item ? await apply(write, item) : item);
            }
            return results;
        });
        try {
            return await inTurn((write, item) => item.apply(write));
        }
        catch (error) {
            if (concernsAll(error))
                throw error;
            return inTurn((write, item) => this.applyAlone(write, item));
        }
    }
    read(workspace, event) {
        try {
            return readItem(workspace, event, this.recorder);
        }
        catch (error) {
            return this.refusal(error);
        }
    }
    async applyAlone(write, item) {
        try {
            return await write.part(() => item.apply(write));
        }
        catch (error) {
            if (concernsAll(error))
                throw error;
            return this.refusal(error);
        }
    }
    refusal(thrown) {
        const error = toAppError(thrown);
        if (error.kind === 'failed')
            this.logger.error(error.cause);
        const { code, message, details } = error;
        return { status: 'error', id: null, error: { code, message, ...(details && { details }) } };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return { logger: { required: true, type: () => Object, default: new Logger(TrackBatchHandler_1.name) } };
    }
};
TrackBatchHandler = TrackBatchHandler_1 = __decorate([
    CommandHandler(TrackBatch),
    __metadata("design:paramtypes", [IdentityWrites,
        ConversionRecorder])
], TrackBatchHandler);
export { TrackBatchHandler };
//# sourceMappingURL=track-batch.command.js.map