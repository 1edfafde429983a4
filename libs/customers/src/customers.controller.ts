import type { Page, Recorded } from '@app/platform';
import {
  Access,
  CurrentActor,
  CurrentIdempotencyKey,
  CurrentWorkspace,
  IdempotencyKey,
  Workspace,
  type Actor,
} from '@app/workspaces';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeleteCustomer, DeletionDto } from './commands/delete-customer.command.js';
import { RecalculateLtv, RecalculationDto } from './commands/recalculate-ltv.command.js';
import { UpdateCustomer } from './commands/update-customer.command.js';
import { UpsertCustomer } from './commands/upsert-customer.command.js';
import { CountCustomersParams, ListCustomersParams } from './customer-filter.dto.js';
import { CustomerDto, UpdateCustomerDto, UpsertCustomerDto } from './customer.dto.js';
import { CountCustomers, CustomerCountDto } from './queries/count-customers.query.js';
import { GetCustomer } from './queries/get-customer.query.js';
import { ListCustomers } from './queries/list-customers.query.js';

const entitlement = 'revenueTracking';

@ApiTags('customers')
@Controller('customers')
export class CustomersController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  /** List customers, newest first unless sorted otherwise; a search and filters narrow the list. */
  @Get()
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'customers.list' })
  @ApiOkResponse({ type: [CustomerDto] })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @Query() params: ListCustomersParams,
  ): Promise<Page<CustomerDto>> {
    return this.queries.execute(new ListCustomers(workspace, params));
  }

  /**
   * Count customers, all of them or those that a search and filters let through.
   *
   * @remarks
   * Counts to the last one, where a list with a `search` stops at 10,000.
   */
  @Get('count')
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'customers.count' })
  count(
    @CurrentWorkspace() workspace: Workspace,
    @Query() params: CountCustomersParams,
  ): Promise<CustomerCountDto> {
    return this.queries.execute(new CountCustomers(workspace, params));
  }

  /**
   * Create a customer (201), or update the one with this externalId (200).
   *
   * @remarks
   * A field left out keeps its value, null clears it, and `metadata` is replaced whole. A `clickId`
   * is claimed for good, also before its click arrives.
   */
  @Post()
  @Access({ scope: 'links:create', entitlement })
  @ApiOperation({ operationId: 'customers.upsert' })
  @ApiCreatedResponse({ type: CustomerDto })
  @ApiOkResponse({ type: CustomerDto })
  upsert(
    @CurrentWorkspace() workspace: Workspace,
    @Body() customer: UpsertCustomerDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<Recorded<CustomerDto>> {
    return this.commands.execute(new UpsertCustomer(workspace, customer, key));
  }

  /**
   * Get one customer.
   *
   * @throws {404} NOT_FOUND There is no such customer.
   */
  @Get(':id')
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'customers.get' })
  get(@CurrentWorkspace() workspace: Workspace, @Param('id') id: string): Promise<CustomerDto> {
    return this.queries.execute(new GetCustomer(workspace, id));
  }

  /**
   * Change a customer: a field left out keeps its value, null clears it.
   *
   * @throws {404} NOT_FOUND There is no such customer.
   * @throws {409} DUPLICATE_EXTERNAL_ID Another customer has this externalId.
   */
  @Patch(':id')
  @Access({ scope: 'links:update', entitlement })
  @ApiOperation({ operationId: 'customers.update' })
  update(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id') id: string,
    @Body() changes: UpdateCustomerDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<CustomerDto> {
    return this.commands.execute(new UpdateCustomer(workspace, id, changes, key));
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
  @Delete(':id')
  @Access({ scope: 'links:delete', entitlement })
  @ApiOperation({ operationId: 'customers.delete' })
  delete(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<DeletionDto> {
    return this.commands.execute(new DeleteCustomer(workspace, id, actor));
  }

  /**
   * Recompute everything that is derived from a customer's events, from the events.
   *
   * @remarks
   * Never needed in normal operation: every write keeps these numbers up to date. Takes no body.
   *
   * @throws {404} NOT_FOUND There is no such customer.
   */
  @Post(':id/recalculate-ltv')
  @HttpCode(200)
  @Access({ scope: 'links:create', entitlement })
  @ApiOperation({ operationId: 'customers.recalculateLtv' })
  recalculateLtv(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id') id: string,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<RecalculationDto> {
    return this.commands.execute(new RecalculateLtv(workspace, id, key));
  }
}
