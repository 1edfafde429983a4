import { AlsoAsFile, SnapshotInterceptor } from '@app/platform';
import { Access, CurrentWorkspace, Workspace } from '@app/workspaces';
import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { CustomerIds } from './customer-ids.js';
import { AttributionDto, GetAttribution } from './queries/get-attribution.query.js';
import { CohortsDto, CohortsFileParams, GetCohorts } from './queries/get-cohorts.query.js';
import {
  JourneyEventsDto,
  JourneyParams,
  SummarizedJourneyDto,
} from './queries/get-journey.dto.js';
import { GetJourney } from './queries/get-journey.query.js';
import {
  GetLtvCohorts,
  LtvCohortsDto,
  LtvCohortsFileParams,
} from './queries/get-ltv-cohorts.query.js';

const entitlement = 'revenueTracking';

/** The routes that are served from snapshots: a method says what is asked, not the answer. */
@ApiTags('analytics')
@Controller('customers')
@UseInterceptors(SnapshotInterceptor)
export class CustomerAnalyticsController {
  constructor(private readonly customerIds: CustomerIds) {}

  /**
   * Cohorts of customers by first-seen week or month, or by what brought them.
   *
   * @remarks
   * Counts all customers whose `firstSeenAt` lies in the range, deleted ones too. Weeks are ISO
   * weeks; weeks, months and days are meant in the workspace's time zone.
   */
  @Get('cohorts')
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'customers.cohorts' })
  @AlsoAsFile()
  @ApiOkResponse({ type: CohortsDto })
  cohorts(
    @CurrentWorkspace() workspace: Workspace,
    @Query() params: CohortsFileParams,
  ): GetCohorts {
    return new GetCohorts(workspace, params, params.format);
  }

  /**
   * Lifetime-value curves of cohorts, month by month after each customer's first.
   *
   * @remarks
   * Follows the customers first seen in the `months` calendar months that end with the month of
   * `asOf`, deleted ones too. Sales after `asOf` are left out; statuses and refunds are as they
   * are now.
   */
  @Get('ltv-cohorts')
  @Access({ scope: 'analytics:read', entitlement })
  @ApiOperation({ operationId: 'customers.ltvCohorts' })
  @AlsoAsFile()
  @ApiOkResponse({ type: LtvCohortsDto })
  ltvCohorts(
    @CurrentWorkspace() workspace: Workspace,
    @Query() params: LtvCohortsFileParams,
  ): GetLtvCohorts {
    return new GetLtvCohorts(workspace, params, params.format);
  }

  /**
   * A customer's touches, conversions and refunds in time order, or a summary of them.
   *
   * @remarks
   * A sale shows its whole reporting amount, a refund the refunded part. With `summary=true` there
   * are no events but their numbers; `start` and `end` narrow both.
   *
   * @throws {404} NOT_FOUND There is no such customer.
   */
  @Get(':id/journey')
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'customers.journey' })
  @ApiExtraModels(JourneyEventsDto, SummarizedJourneyDto)
  @ApiOkResponse({
    schema: {
      oneOf: [JourneyEventsDto, SummarizedJourneyDto].map((dto) => ({ $ref: getSchemaPath(dto) })),
    },
  })
  journey(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id') ref: string,
    @Query() params: JourneyParams,
  ): Promise<GetJourney> {
    return this.customerIds.resolve(workspace, ref, (id) => new GetJourney(workspace, id, params));
  }

  /**
   * What brought a customer's revenue, by five attribution models.
   *
   * @remarks
   * Eligible for a conversion are the touches in the workspace's attribution window up to it. Each
   * model shares out the net of the counting sales: its entries add up to it exactly.
   *
   * @throws {404} NOT_FOUND There is no such customer.
   */
  @Get(':id/attribution')
  @Access({ scope: 'links:read', entitlement })
  @ApiOperation({ operationId: 'customers.attribution' })
  @ApiOkResponse({ type: AttributionDto })
  attribution(
    @CurrentWorkspace() workspace: Workspace,
    @Param('id') ref: string,
  ): Promise<GetAttribution> {
    return this.customerIds.resolve(workspace, ref, (id) => new GetAttribution(workspace, id));
  }
}
