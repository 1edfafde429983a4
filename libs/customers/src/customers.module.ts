import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeTimezoneHandler } from './commands/change-timezone.command.js';
import { DeleteCustomerHandler } from './commands/delete-customer.command.js';
import { EraseIdentityHandler } from './commands/erase-identity.command.js';
import { GiveOutTouchesHandler } from './commands/give-out-touches.command.js';
import { RecalculateAllHandler } from './commands/recalculate-all.command.js';
import { RecalculateLtvHandler } from './commands/recalculate-ltv.command.js';
import { RepairWorkspaceHandler } from './commands/repair-workspace.command.js';
import { UpdateCustomerHandler } from './commands/update-customer.command.js';
import { UpsertCustomerHandler } from './commands/upsert-customer.command.js';
import { CustomerAnalyticsController } from './customer-analytics.controller.js';
import { CustomerExportsController } from './customer-exports.controller.js';
import { CustomerFinder } from './customer-finder.js';
import { CustomerIds } from './customer-ids.js';
import { Customer } from './customer.entity.js';
import { CustomersController } from './customers.controller.js';
import { CustomersMessageController } from './customers.message-controller.js';
import { DirectoryIndexing } from './directory/directory-indexing.js';
import { Claim } from './identity/claim.entity.js';
import { CustomerVisitor } from './identity/customer-visitor.entity.js';
import { IdentityWrites } from './identity/identity-writes.js';
import { PendingTouch } from './identity/pending-touch.entity.js';
import { TouchBacklog } from './identity/touch-backlog.js';
import { CountCustomersHandler } from './queries/count-customers.query.js';
import { ExamineWorkspaceHandler } from './queries/examine-workspace.query.js';
import { ExportCustomersHandler } from './queries/export-customers.query.js';
import { GetAttributionHandler } from './queries/get-attribution.query.js';
import { GetCohortsHandler } from './queries/get-cohorts.query.js';
import { GetCustomerHandler } from './queries/get-customer.query.js';
import { GetJourneyHandler } from './queries/get-journey.query.js';
import { GetLtvCohortsHandler } from './queries/get-ltv-cohorts.query.js';
import { ListCustomersHandler } from './queries/list-customers.query.js';

@Module({
  imports: [TypeOrmModule.forFeature([Customer, Claim, CustomerVisitor, PendingTouch])],
  // Names first: `customers/cohorts` must not be taken for a customer's id.
  controllers: [
    CustomerAnalyticsController,
    CustomerExportsController,
    CustomersController,
    CustomersMessageController,
  ],
  providers: [
    CustomerIds,
    CustomerFinder,
    IdentityWrites,
    TouchBacklog,
    DirectoryIndexing,
    UpsertCustomerHandler,
    UpdateCustomerHandler,
    DeleteCustomerHandler,
    EraseIdentityHandler,
    RecalculateLtvHandler,
    RecalculateAllHandler,
    GiveOutTouchesHandler,
    ChangeTimezoneHandler,
    ExamineWorkspaceHandler,
    RepairWorkspaceHandler,
    ListCustomersHandler,
    CountCustomersHandler,
    ExportCustomersHandler,
    GetCustomerHandler,
    GetCohortsHandler,
    GetLtvCohortsHandler,
    GetJourneyHandler,
    GetAttributionHandler,
  ],
  exports: [IdentityWrites, TouchBacklog, DirectoryIndexing],
})
export class CustomersModule {}
