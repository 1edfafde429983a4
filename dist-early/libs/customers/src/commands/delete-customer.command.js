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
import { Snapshots } from "../../../platform/src/index.js";
import { Command, CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { findCustomer } from '../customer.store.js';
import { CustomerNotFound } from '../customers.errors.js';
import { erase, keysOfCustomer } from '../identity/erasure.js';
import { IdentityWrites } from '../identity/identity-writes.js';
/** A deletion that was carried out. */
export class DeletionDto {
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String, description: "The id of the customer that is no more." }, deleted: { required: true, type: () => Boolean, description: "Always true." } };
    }
}
__decorate([
    ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' }),
    __metadata("design:type", String)
], DeletionDto.prototype, "id", void 0);
__decorate([
    ApiProperty({ example: true }),
    __metadata("design:type", Boolean)
], DeletionDto.prototype, "deleted", void 0);
/** Deletes a customer and scrubs what says who it was. Throws `CustomerNotFound`. */
export class DeleteCustomer extends Command {
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
let DeleteCustomerHandler = class DeleteCustomerHandler {
    constructor(writes, snapshots) {
        this.writes = writes;
        this.snapshots = snapshots;
    }
    async execute({ workspace, ref }) {
        const id = await this.writes.run(workspace, [], async (write) => {
            const found = await findCustomer(write.transaction, workspace.id, ref);
            if (!found)
                throw new CustomerNotFound();
            await write.locks.hold(...(await keysOfCustomer(write, found.id)));
            await erase(write, await write.customers.liveById(found.id));
            return found.id;
        });
        await this.snapshots.drop(workspace.id, id);
        return { id, deleted: true };
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
DeleteCustomerHandler = __decorate([
    CommandHandler(DeleteCustomer),
    __metadata("design:paramtypes", [IdentityWrites,
        Snapshots])
], DeleteCustomerHandler);
export { DeleteCustomerHandler };
//# sourceMappingURL=delete-customer.command.js.map