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
import { Command, CommandHandler } from '@nestjs/cqrs';
import { changeProfile } from '../customer-profile.js';
import { findCustomer, toCustomerDto } from '../customer.store.js';
import { CustomerNotFound, ExternalIdTaken } from '../customers.errors.js';
import { IdentityWrites, keysOf } from '../identity/identity-writes.js';
/** Changes a customer. Throws `CustomerNotFound` or `ExternalIdTaken`. */
export class UpdateCustomer extends Command {
    constructor(workspace, 
    /** `cus_…` or `ext_…`. */
    ref, changes) {
        super();
        this.workspace = workspace;
        this.ref = ref;
        this.changes = changes;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
let UpdateCustomerHandler = class UpdateCustomerHandler {
    constructor(writes) {
        this.writes = writes;
    }
    async execute({ workspace, ref, changes }) {
        return this.writes.run(workspace, keysOf(changes), async (write) => {
            const found = await findCustomer(write.transaction, workspace.id, ref);
            if (!found)
                throw new CustomerNotFound();
            const customer = await write.customers.liveById(found.id);
            const { externalId } = changes;
            if (externalId !== undefined && externalId !== customer.externalId) {
                if (await write.customers.byExternalId(externalId))
                    throw new ExternalIdTaken();
                write.customers.change(customer).externalId = externalId;
            }
            await changeProfile(write, customer, changes);
            await write.save();
            const view = await findCustomer(write.transaction, workspace.id, customer.id);
            if (!view)
                throw new CustomerNotFound();
            return toCustomerDto(view, workspace.currency);
        });
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
UpdateCustomerHandler = __decorate([
    CommandHandler(UpdateCustomer),
    __metadata("design:paramtypes", [IdentityWrites])
], UpdateCustomerHandler);
export { UpdateCustomerHandler };
//# sourceMappingURL=update-customer.command.js.map