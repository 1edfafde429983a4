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
import { Database } from "../../../platform/src/index.js";
import { Query, QueryHandler } from '@nestjs/cqrs';
import { findCustomer, toCustomerDto } from '../customer.store.js';
import { CustomerNotFound } from '../customers.errors.js';
/** One live customer. Throws `CustomerNotFound`. */
export class GetCustomer extends Query {
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
let GetCustomerHandler = class GetCustomerHandler {
    constructor(database) {
        this.database = database;
    }
    async execute({ workspace, ref }) {
        const view = await findCustomer(this.database, workspace.id, ref);
        if (!view)
            throw new CustomerNotFound();
        return toCustomerDto(view, workspace.currency);
    }
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
};
GetCustomerHandler = __decorate([
    QueryHandler(GetCustomer),
    __metadata("design:paramtypes", [Database])
], GetCustomerHandler);
export { GetCustomerHandler };
//# sourceMappingURL=get-customer.query.js.map