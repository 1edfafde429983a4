import { AnalyticsStore, COHORT_GROUPS, cohorts, daysFrom, type CohortGroup } from '@app/analytics';
import {
  FormatParameter,
  IntegerParameter,
  IsDay,
  ValidationFailed,
  type ExportFormat,
  type SnapshotKey,
  type SnapshotTable,
} from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { cohortsTable } from '../cohort-tables.js';

const NULLABLE_DAY = { type: String, nullable: true, format: 'date' } as const;

/** What a group of customers did, whenever it did it. */
export class CohortTotalsDto {
  /** Customers first seen in the range, deleted ones too. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 10 })
  customers: number;

  /** Customers with an approved lead. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 4 })
  customersWithLeads: number;

  /** Customers with a counting sale. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 3 })
  convertedCustomers: number;

  /** `convertedCustomers` / `customers` to 4 decimals; null when there are no customers. */
  @ApiProperty({ type: Number, nullable: true, example: 0.3 })
  conversionRate: number | null;

  /** Counting sales. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 5 })
  sales: number;

  /** Net of the counting sales, in minor units of `currency`. */
  @ApiProperty({ type: 'integer', example: 41_200 })
  revenue: number;

  /** `revenue` / `customers`, in minor units; null when there are no customers. */
  @ApiProperty({ type: 'integer', nullable: true, example: 4_120 })
  averageLtv: number | null;

  /** `revenue` / `sales`, in minor units; null when there are no sales. */
  @ApiProperty({ type: 'integer', nullable: true, example: 8_240 })
  averageOrderValue: number | null;
}

/** Customers that were first seen in the same week or month, or brought by the same origin. */
export class CohortDto extends CohortTotalsDto {
  /** The ISO week, the month, the campaign or the source; null for none. */
  @ApiProperty({ type: String, nullable: true, example: '2026-W09' })
  cohort: string | null;

  /**
   * How many of the customers had a counting sale in the k-th week or month after the cohort's
   * own, from k = 0 up to the period that contains now; only with `periods`.
   */
  @ApiPropertyOptional({ type: 'array', items: { type: 'integer' }, example: [3, 1, 0] })
  retention?: number[];
}

/** Customers grouped by when they were first seen, or by what brought them. */
export class CohortsDto {
  /** What the customers are grouped by. */
  @ApiProperty({ enum: COHORT_GROUPS })
  groupBy: CohortGroup;

  /** Whether there are more than the 1,000 groups that are listed. */
  truncated: boolean;

  /** The first day asked for, or null. */
  @ApiProperty({ ...NULLABLE_DAY, example: '2026-03-01' })
  start: string | null;

  /** The last day asked for, or null. */
  @ApiProperty({ ...NULLABLE_DAY, example: '2026-03-31' })
  end: string | null;

  /** The workspace's time zone, in which weeks, months and days are meant. */
  @ApiProperty({ example: 'UTC' })
  timezone: string;

  /** The workspace's reporting currency, ISO 4217. */
  @ApiProperty({ example: 'USD' })
  currency: string;

  /** All groups together, also those that are not listed. */
  totals: CohortTotalsDto;

  /**
   * The groups: weeks and months in their order and without empty ones, others by most customers,
   * then by name, null last.
   */
  @ApiProperty({ type: [CohortDto] })
  cohorts: CohortDto[];
}

/** Which customers to group, and how. */
export class CohortsParams {
  /** What to group by: the time a customer was first seen, or its first touch's origin. */
  @IsIn(COHORT_GROUPS, { message: `must be one of ${COHORT_GROUPS.join(', ')}` })
  @ApiPropertyOptional({ enum: COHORT_GROUPS, default: 'week' })
  group_by: CohortGroup = 'week';

  /** The first day of `firstSeenAt`, in the workspace's time zone. */
  @IsOptional()
  @IsDay()
  @ApiPropertyOptional({ format: 'date', example: '2026-03-01' })
  start?: string;

  /** The last day of `firstSeenAt`, inclusive, in the workspace's time zone. */
  @IsOptional()
  @IsDay()
  @ApiPropertyOptional({ format: 'date', example: '2026-03-31' })
  end?: string;

  /** Weeks or months of retention to list, 0 for none; only for `week` and `month`. */
  @IntegerParameter(0, 26)
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 26, default: 0 })
  periods = 0;
}

/** The same over HTTP, where they can be had as a file. */
export class CohortsFileParams extends CohortsParams {
  /** A file of rows, one a cohort, instead of the JSON envelope. */
  @FormatParameter()
  format?: ExportFormat;
}

/** Cohorts of a workspace's customers. Throws `ValidationFailed`. */
export class GetCohorts extends Query<CohortsDto> {
  constructor(
    readonly workspace: Workspace,
    readonly params: CohortsParams,
    private readonly format?: ExportFormat,
  ) {
    super();
    const { start, end } = params;
    // Days of four-digit years sort as text.
    if (start && end && start > end) {
      throw ValidationFailed.of('start', 'must not be later than end');
    }
    const isByTime = params.group_by === 'week' || params.group_by === 'month';
    if (params.periods > 0 && !isByTime) {
      throw ValidationFailed.of('periods', 'is only for group_by week or month');
    }
  }

  get snapshotKey(): SnapshotKey {
    return {
      workspaceId: this.workspace.id,
      question: 'cohorts',
      params: {
        group_by: this.params.group_by,
        start: this.params.start,
        end: this.params.end,
        periods: this.params.periods,
        timezone: this.workspace.timezone,
      },
    };
  }

  get table(): SnapshotTable | undefined {
    return this.format && cohortsTable(this.workspace, this.format, this.params.periods);
  }
}

@QueryHandler(GetCohorts)
export class GetCohortsHandler implements IQueryHandler<GetCohorts> {
  constructor(private readonly analytics: AnalyticsStore) {}

  async execute({ workspace, params }: GetCohorts): Promise<CohortsDto> {
    const answer = await this.analytics.ask(cohorts, {
      workspaceId: workspace.id,
      groupBy: params.group_by,
      days: daysFrom(params.start ?? null, params.end ?? null),
      periods: params.periods,
      now: new Date(),
    });
    return {
      groupBy: params.group_by,
      truncated: answer.truncated,
      start: params.start ?? null,
      end: params.end ?? null,
      timezone: answer.timezone,
      currency: workspace.currency,
      totals: answer.totals,
      cohorts: answer.cohorts,
    };
  }
}
