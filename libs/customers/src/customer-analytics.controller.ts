import { SnapshotInterceptor } from '@app/platform';
import { Access, CurrentWorkspace, Workspace } from '@app/workspaces';
import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CustomerIds } from './customer-ids.js';
import { AttributionDto, GetAttribution } from './queries/get-attribution.query.js';
import { CohortsDto, CohortsParams, GetCohorts } from './queries/get-cohorts.query.js';
import { JourneyDto, JourneyParams } from './queries/get-journey.dto.js';
import { GetJourney } from './queries/get-journey.query.js';
import { GetLtvCohorts, LtvCohortsDto, LtvCohortsParams } from './queries/get-ltv-cohorts.query.js';

const entitlement = 'revenueTracking';

/** The routes that are served from snapshots: a method says what is asked, not the answer. */
@ApiTags('analytics')
@Controller('customers')
@UseInterceptors(SnapshotInterceptor)
export class CustomerAnalyticsController {
  constructor(private readonly customerIds: CustomerIds) {}

  /** Cohorts of customers by first-seen week or month, or by what brought them. */
  @Get('cohorts')
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'customers.cohorts' })
  @ApiOkResponse({ type: CohortsDto })
  cohorts(@CurrentWorkspace() workspace: Workspace, @Query() params: CohortsParams): GetCohorts {
    return new GetCohorts(workspace, params);
  }

  /** Lifetime-value curves of cohorts, month by month after each customer's first. */
  @Get('ltv-cohorts')
  @Access({ scope: 'analytics:read', entitlement })
  @ApiOperation({ operationId: 'customers.ltvCohorts' })
  @ApiOkResponse({ type: LtvCohortsDto })
  ltvCohorts(
    @CurrentWorkspace() workspace: Workspace,
    @Query() params: LtvCohortsParams,
  ): GetLtvCohorts {
    return new GetLtvCohorts(workspace, params);
  }

  /** A customer's touches, conversions and refunds in time order, or a summary of them. */
  @Get(':id/journey')
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'customers.journey' })
  @ApiOkResponse({ type: JourneyDto })
  async journey(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id') id: string,
    @Query() params: JourneyParams,
  ): Promise<GetJourney> {
    return new GetJourney(workspace, await this.customerIds.resolve(workspace, id), params);
  }

  /** What brought a customer's revenue, by five attribution models. */
  @Get(':id/attribution')
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'customers.attribution' })
  @ApiOkResponse({ type: AttributionDto })
  async attribution(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id') id: string,
  ): Promise<GetAttribution> {
    return new GetAttribution(workspace, await this.customerIds.resolve(workspace, id));
  }
}
