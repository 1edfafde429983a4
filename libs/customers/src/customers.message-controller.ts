import {
  BodyParams,
  QueryParams,
  RecordId,
  SnapshotInterceptor,
  type Page,
  type Recorded,
} from '@app/platform';
import {
  Access,
  CurrentActor,
  CurrentIdempotencyKey,
  CurrentWorkspace,
  IdempotencyKey,
  Workspace,
  type Actor,
} from '@app/workspaces';
import { Controller, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { MessagePattern } from '@nestjs/microservices';
import { DeleteCustomer, type DeletionDto } from './commands/delete-customer.command.js';
import { RecalculateLtv, type RecalculationDto } from './commands/recalculate-ltv.command.js';
import { UpdateCustomer } from './commands/update-customer.command.js';
import { UpsertCustomer } from './commands/upsert-customer.command.js';
import { CustomerIds } from './customer-ids.js';
import { CountCustomersParams, ListCustomersParams } from './customer-filter.dto.js';
import { UpdateCustomerDto, UpsertCustomerDto, type CustomerDto } from './customer.dto.js';
import { CountCustomers, type CustomerCountDto } from './queries/count-customers.query.js';
import { GetAttribution } from './queries/get-attribution.query.js';
import { CohortsParams, GetCohorts } from './queries/get-cohorts.query.js';
import { GetCustomer } from './queries/get-customer.query.js';
import { JourneyParams } from './queries/get-journey.dto.js';
import { GetJourney } from './queries/get-journey.query.js';
import { GetLtvCohorts, LtvCohortsParams } from './queries/get-ltv-cohorts.query.js';
import { ListCustomers } from './queries/list-customers.query.js';

const entitlement = 'revenueTracking';

/** The routes under `/customers` for messages: each pattern is the operation of the same name. */
@Controller()
export class CustomersMessageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
    private readonly customerIds: CustomerIds,
  ) {}

  @MessagePattern('customers.list')
  @Access({ scope: 'links:read', entitlement })
  list(
    @CurrentWorkspace() workspace: Workspace,
    @QueryParams() params: ListCustomersParams,
  ): Promise<Page<CustomerDto>> {
    return this.queries.execute(new ListCustomers(workspace, params));
  }

  @MessagePattern('customers.count')
  @Access({ scope: 'links:read', entitlement })
  count(
    @CurrentWorkspace() workspace: Workspace,
    @QueryParams() params: CountCustomersParams,
  ): Promise<CustomerCountDto> {
    return this.queries.execute(new CountCustomers(workspace, params));
  }

  @MessagePattern('customers.get')
  @Access({ scope: 'links:read', entitlement })
  get(@CurrentWorkspace() workspace: Workspace, @RecordId() id: string): Promise<CustomerDto> {
    return this.queries.execute(new GetCustomer(workspace, id));
  }

  @MessagePattern('customers.upsert')
  @Access({ scope: 'links:create', entitlement })
  upsert(
    @CurrentWorkspace() workspace: Workspace,
    @BodyParams() customer: UpsertCustomerDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<Recorded<CustomerDto>> {
    return this.commands.execute(new UpsertCustomer(workspace, customer, key));
  }

  @MessagePattern('customers.update')
  @Access({ scope: 'links:update', entitlement })
  update(
    @CurrentWorkspace() workspace: Workspace,
    @RecordId() id: string,
    @BodyParams() changes: UpdateCustomerDto,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<CustomerDto> {
    return this.commands.execute(new UpdateCustomer(workspace, id, changes, key));
  }

  @MessagePattern('customers.delete')
  @Access({ scope: 'links:delete', entitlement })
  delete(
    @CurrentWorkspace() workspace: Workspace,
    @RecordId() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<DeletionDto> {
    return this.commands.execute(new DeleteCustomer(workspace, id, actor));
  }

  @MessagePattern('customers.recalculate-ltv')
  @Access({ scope: 'links:create', entitlement })
  recalculateLtv(
    @CurrentWorkspace() workspace: Workspace,
    @RecordId() id: string,
    @CurrentIdempotencyKey() key?: IdempotencyKey,
  ): Promise<RecalculationDto> {
    return this.commands.execute(new RecalculateLtv(workspace, id, key));
  }

  @MessagePattern('customers.cohorts')
  @Access({ scope: 'links:read', entitlement })
  @UseInterceptors(SnapshotInterceptor)
  cohorts(
    @CurrentWorkspace() workspace: Workspace,
    @QueryParams() params: CohortsParams,
  ): GetCohorts {
    return new GetCohorts(workspace, params);
  }

  @MessagePattern('customers.ltv-cohorts')
  @Access({ scope: 'analytics:read', entitlement })
  @UseInterceptors(SnapshotInterceptor)
  ltvCohorts(
    @CurrentWorkspace() workspace: Workspace,
    @QueryParams() params: LtvCohortsParams,
  ): GetLtvCohorts {
    return new GetLtvCohorts(workspace, params);
  }

  @MessagePattern('customers.journey')
  @Access({ scope: 'links:read', entitlement })
  @UseInterceptors(SnapshotInterceptor)
  journey(
    @CurrentWorkspace() workspace: Workspace,
    @RecordId() ref: string,
    @QueryParams() params: JourneyParams,
  ): Promise<GetJourney> {
    return this.customerIds.resolve(workspace, ref, (id) => new GetJourney(workspace, id, params));
  }

  @MessagePattern('customers.attribution')
  @Access({ scope: 'links:read', entitlement })
  @UseInterceptors(SnapshotInterceptor)
  attribution(
    @CurrentWorkspace() workspace: Workspace,
    @RecordId() ref: string,
  ): Promise<GetAttribution> {
    return this.customerIds.resolve(workspace, ref, (id) => new GetAttribution(workspace, id));
  }
}
