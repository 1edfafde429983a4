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
import { Database, Statement } from "../../../platform/src/index.js";
import { Command, CommandHandler } from '@nestjs/cqrs';
import { IdentityWrites } from '../identity/identity-writes.js';
import { recalculate } from '../identity/recalculate.js';
const IDS_A_READ = 1_000;
/** Customers at a time: most of a recalculation is waiting for the database. */
const WORKERS = 4;
const COUNT = new Statement('recalculate.count', 'select count(*) as count from customers where workspace_id = $1');
const IDS_AFTER = new Statement('recalculate.ids-after', `select id from customers where workspace_id = $1 and id > $2
   order by id limit ${String(IDS_A_READ)}`);
/** Recomputes every customer from its events, deleted ones too; running servers go on writing. */
export class RecalculateAll extends Command {
    constructor(workspace, 
    /** Is told now and then. */
    onProgress = () => undefined) {
        super();
        this.workspace = workspace;
        this.onProgress = onProgress;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let RecalculateAllHandler = class RecalculateAllHandler {
    constructor(database, writes) {
        this.database = database;
        this.writes = writes;
    }
    async execute({ workspace, onProgress }) {
        const counted = await this.database.first(COUNT, [workspace.id]);
        const progress = { customers: 0, changed: 0, total: counted?.count ?? 0 };
        for (let after = ''; after !== undefined;) {
            const values = [workspace.id, after];
            const ids = await this.database.rows(IDS_AFTER, values);
            const queue = ids.values();
            const work = async () => {
                for (const { id } of queue) {
                    if (await this.recalculate(workspace, id))
                        progress.changed += 1;
                    progress.customers += 1;
                    if (progress.customers % 100 === 0)
                        onProgress(progress);
                }
            };
            await Promise.all(Array.from({ length: WORKERS }, work));
            after = ids.at(-1)?.id;
        }
        return progress;
    }
    /** Its own transaction: no writer waits longer than for one customer. */
    recalculate(workspace, id) {
        return this.writes.run(workspace, [], async (write) => {
            const customer = await write.customers.byId(id);
            return customer !== undefined && recalculate(write, customer);
        });
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
RecalculateAllHandler = __decorate([
    CommandHandler(RecalculateAll),
    __metadata("design:paramtypes", [Database,
        IdentityWrites])
], RecalculateAllHandler);
export { RecalculateAllHandler };
//# sourceMappingURL=recalculate-all.command.js.map