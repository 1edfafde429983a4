var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import * as openapi_import_1 from "./queries/count-customers.query.js";
import * as openapi_import_2 from "./customer.dto.js";
import * as openapi_import_3 from "./commands/delete-customer.command.js";
import * as openapi_import_4 from "./commands/recalculate-ltv.command.js";
import * as openapi from "@nestjs/swagger";
import { Access, CurrentWorkspace, Workspace } from "../../workspaces/src/index.js";
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeleteCustomer } from './commands/delete-customer.command.js';
import { RecalculateLtv } from './commands/recalculate-ltv.command.js';
import { UpdateCustomer } from './commands/update-customer.command.js';
import { UpsertCustomer } from './commands/upsert-customer.command.js';
import { CountCustomersParams, CustomerDto, ListCustomersParams, UpdateCustomerDto, UpsertCustomerDto, } from './customer.dto.js';
import { CountCustomers } from './queries/count-customers.query.js';
import { GetCustomer } from './queries/get-customer.query.js';
import { ListCustomers } from './queries/list-customers.query.js';
const entitlement = 'revenueTracking';
let CustomersController = class CustomersController {
    constructor(queries, commands) {
        this.queries = queries;
        this.commands = commands;
    }
    /** List customers, newest first unless sorted otherwise; a search narrows the list. */
    list(workspace, params) {
        return this.queries.execute(new ListCustomers(workspace, params));
    }
    /**
     * Count customers, all of them or those that a search finds.
     *
     * @remarks
     * Counts to the last one, where a list with a `search` stops at 10,000.
     */
    count(workspace, params) {
        return this.queries.execute(new CountCustomers(workspace, params));
    }
    /**
     * Create a customer (201), or update the one with this externalId (200).
     *
     * @remarks
     * A field left out keeps its value, null clears it, and `metadata` is replaced whole. A `clickId`
     * is claimed for good, also before its click arrives.
     */
    upsert(workspace, customer) {
        return this.commands.execute(new UpsertCustomer(workspace, customer));
    }
    /**
     * Get one customer.
     *
     * @throws {404} NOT_FOUND There is no such customer.
     */
    get(workspace, id) {
        return this.queries.execute(new GetCustomer(workspace, id));
    }
    /**
     * Change a customer: a field left out keeps its value, null clears it.
     *
     * @throws {404} NOT_FOUND There is no such customer.
     * @throws {409} DUPLICATE_EXTERNAL_ID Another customer has this externalId.
     */
    update(workspace, id, changes) {
        return this.commands.execute(new UpdateCustomer(workspace, id, changes));
    }
    /**
     * Delete a customer and erase, for good, what says who it was; its numbers stay in the totals.
     *
     * @remarks
     * The record leaves lists, counts, search and look-ups at once. A later upsert with the same
     * `externalId` makes a new customer with no link to the old one.
     *
     * @throws {404} NOT_FOUND There is no such customer.
     */
    delete(workspace, id) {
        return this.commands.execute(new DeleteCustomer(workspace, id));
    }
    /**
     * Recompute everything that is derived from a customer's events, from the events.
     *
     * @remarks
     * Never needed in normal operation: every write keeps these numbers up to date. Takes no body.
     *
     * @throws {404} NOT_FOUND There is no such customer.
     */
    recalculateLtv(workspace, id) {
        return this.commands.execute(new RecalculateLtv(workspace, id));
    }
};
__decorate([
    ApiOperation({ summary: "List customers, newest first unless sorted otherwise; a search narrows the list.", operationId: 'customers.list' }),
    Get(),
    Access({ scope: 'links:read', entitlement }),
    ApiOkResponse({ type: [CustomerDto] }),
    __param(0, CurrentWorkspace()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        ListCustomersParams]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "list", null);
__decorate([
    ApiOperation({ summary: "Count customers, all of them or those that a search finds.", operationId: 'customers.count', description: "Counts to the last one, where a list with a `search` stops at 10,000." }),
    Get('count'),
    Access({ scope: 'links:read', entitlement }),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.CustomerCountDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        CountCustomersParams]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "count", null);
__decorate([
    ApiOperation({ summary: "Create a customer (201), or update the one with this externalId (200).", operationId: 'customers.upsert', description: "A field left out keeps its value, null clears it, and `metadata` is replaced whole. A `clickId`\nis claimed for good, also before its click arrives." }),
    Post(),
    Access({ scope: 'links:create', entitlement }),
    ApiCreatedResponse({ type: CustomerDto }),
    ApiOkResponse({ type: CustomerDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace,
        UpsertCustomerDto]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "upsert", null);
__decorate([
    ApiOperation({ summary: "Get one customer.", operationId: 'customers.get' }),
    openapi.ApiResponse({ status: 404, description: "NOT_FOUND There is no such customer." }),
    Get(':id'),
    Access({ scope: 'links:read', entitlement }),
    openapi.ApiResponse({ status: 200, type: openapi_import_2.CustomerDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace, String]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "get", null);
__decorate([
    ApiOperation({ summary: "Change a customer: a field left out keeps its value, null clears it.", operationId: 'customers.update' }),
    openapi.ApiResponse({ status: 404, description: "NOT_FOUND There is no such customer." }),
    openapi.ApiResponse({ status: 409, description: "DUPLICATE_EXTERNAL_ID Another customer has this externalId." }),
    Patch(':id'),
    Access({ scope: 'links:update', entitlement }),
    openapi.ApiResponse({ status: 200, type: openapi_import_2.CustomerDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Param('id')),
    __param(2, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace, String, UpdateCustomerDto]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "update", null);
__decorate([
    ApiOperation({ summary: "Delete a customer and erase, for good, what says who it was; its numbers stay in the totals.", operationId: 'customers.delete', description: "The record leaves lists, counts, search and look-ups at once. A later upsert with the same\n`externalId` makes a new customer with no link to the old one." }),
    openapi.ApiResponse({ status: 404, description: "NOT_FOUND There is no such customer." }),
    Delete(':id'),
    Access({ scope: 'links:delete', entitlement }),
    openapi.ApiResponse({ status: 200, type: openapi_import_3.DeletionDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace, String]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "delete", null);
__decorate([
    ApiOperation({ summary: "Recompute everything that is derived from a customer's events, from the events.", operationId: 'customers.recalculateLtv', description: "Never needed in normal operation: every write keeps these numbers up to date. Takes no body." }),
    openapi.ApiResponse({ status: 404, description: "NOT_FOUND There is no such customer." }),
    Post(':id/recalculate-ltv'),
    HttpCode(200),
    Access({ scope: 'links:create', entitlement }),
    openapi.ApiResponse({ status: 200, type: openapi_import_4.RecalculationDto }),
    __param(0, CurrentWorkspace()),
    __param(1, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Workspace, String]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "recalculateLtv", null);
CustomersController = __decorate([
    ApiTags('customers'),
    Controller('customers'),
    __metadata("design:paramtypes", [QueryBus,
        CommandBus])
], CustomersController);
export { CustomersController };
//# sourceMappingURL=customers.controller.js.map