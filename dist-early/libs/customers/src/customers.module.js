var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeleteCustomerHandler } from './commands/delete-customer.command.js';
import { RecalculateAllHandler } from './commands/recalculate-all.command.js';
import { RecalculateLtvHandler } from './commands/recalculate-ltv.command.js';
import { UpdateCustomerHandler } from './commands/update-customer.command.js';
import { UpsertCustomerHandler } from './commands/upsert-customer.command.js';
import { CustomerAnalyticsController } from './customer-analytics.controller.js';
import { CustomerIds } from './customer-ids.js';
import { Customer } from './customer.entity.js';
import { CustomersController } from './customers.controller.js';
import { Claim } from './identity/claim.entity.js';
import { CustomerVisitor } from './identity/customer-visitor.entity.js';
import { IdentityWrites } from './identity/identity-writes.js';
import { CountCustomersHandler } from './queries/count-customers.query.js';
import { GetAttributionHandler } from './queries/get-attribution.query.js';
import { GetCohortsHandler } from './queries/get-cohorts.query.js';
import { GetCustomerHandler } from './queries/get-customer.query.js';
import { GetJourneyHandler } from './queries/get-journey.query.js';
import { GetLtvCohortsHandler } from './queries/get-ltv-cohorts.query.js';
import { ListCustomersHandler } from './queries/list-customers.query.js';
let CustomersModule = class CustomersModule {
};
CustomersModule = __decorate([
    Module({
        imports: [TypeOrmModule.forFeature([Customer, Claim, CustomerVisitor])],
        // Analytics first: `customers/cohorts` must not be taken for a customer's id.
        controllers: [CustomerAnalyticsController, CustomersController],
        providers: [
            CustomerIds,
            IdentityWrites,
            UpsertCustomerHandler,
            UpdateCustomerHandler,
            DeleteCustomerHandler,
            RecalculateLtvHandler,
            RecalculateAllHandler,
            ListCustomersHandler,
            CountCustomersHandler,
            GetCustomerHandler,
            GetCohortsHandler,
            GetLtvCohortsHandler,
            GetJourneyHandler,
            GetAttributionHandler,
        ],
        exports: [IdentityWrites],
    })
], CustomersModule);
export { CustomersModule };
//# sourceMappingURL=customers.module.js.map