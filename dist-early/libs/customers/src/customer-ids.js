var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Database } from "../../platform/src/index.js";
import { Injectable } from '@nestjs/common';
import { findCustomer } from './customer.store.js';
import { CustomerNotFound } from './customers.errors.js';
/** Looks up who a route's `:id` is, ahead of any snapshot. */
let CustomerIds = class CustomerIds {
    constructor(database) {
        this.database = database;
    }
    /**
     * The question that `ask` makes of a live customer's `cus_` id. Throws what `ask` throws ahead of
     * `CustomerNotFound`: validation comes before existence.
     */
    async resolve(workspace, ref, ask) {
        const customer = await findCustomer(this.database, workspace.id, ref);
        const question = ask(customer?.id ?? '');
        if (!customer)
            throw new CustomerNotFound();
        return question;
    }
};
CustomerIds = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Database])
], CustomerIds);
export { CustomerIds };
//# sourceMappingURL=customer-ids.js.map