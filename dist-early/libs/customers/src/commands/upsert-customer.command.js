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
import { Recorded, eventTime } from "../../../platform/src/index.js";
import { Command, CommandHandler } from '@nestjs/cqrs';
import { changeProfile } from '../customer-profile.js';
import { findCustomer, toCustomerDto } from '../customer.store.js';
import { CustomerNotFound } from '../customers.errors.js';
import { IdentityWrites, keysOf } from '../identity/identity-writes.js';
/** Creates a customer, or updates the one with the same externalId. */
export class UpsertCustomer extends Command {
    constructor(workspace, customer) {
        super();
        this.workspace = workspace;
        this.customer = customer;
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
/** The part of the command that a batch runs inside its own transaction. */
export async function upsertCustomer(write, given) {
    const existing = await write.customers.byExternalId(given.externalId);
    const since = eventTime(given.createdAt, write.now);
    const customer = await write.customerOf(given.externalId, since);
    await changeProfile(write, customer, given);
    await write.settle();
    return { id: customer.id, created: existing === undefined };
}
let UpsertCustomerHandler = class UpsertCustomerHandler {
    constructor(writes) {
        this.writes = writes;
    }
    async execute({ workspace, customer }) {
        return this.writes.run(workspace, keysOf(customer), async (write) => {
            const { id, created } = await upsertCustomer(write, customer);
            await write.save();
            const view = await findCustomer(write.transaction, workspace.id, id);
            if (!view)
                throw new CustomerNotFound();
            return new Recorded(toCustomerDto(view, workspace.currency), created);
        });
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
UpsertCustomerHandler = __decorate([
    CommandHandler(UpsertCustomer),
    __metadata("design:paramtypes", [IdentityWrites])
], UpsertCustomerHandler);
export { UpsertCustomerHandler };
//# sourceMappingURL=upsert-customer.command.js.map