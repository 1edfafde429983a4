import { AnalyticsStore, LTV_GROUPS, ltvCohorts, type LtvGroup } from '@app/analytics';
import {
  DAY_OR_INSTANT,
  FormatParameter,
  IntegerParameter,
  IsDayOrInstant,
  ValidationFailed,
  dayOf,
  isDay,
  parseInstant,
  type ExportFormat,
  type SnapshotKey,
  type SnapshotTable,
} from '@app/platform';
import type { Workspace } from '@app/workspaces';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ltvCohortsTable } from '../cohort-tables.js';

/** One month of a cohort's curve. */
export class LtvPointDto {
  /** The k-th calendar month after each customer's own first month, from 0. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 0 })
  month: number;

  /** Net of the cohort's counting sales in that month, in minor units of `currency`. */
  @ApiProperty({ type: 'integer', example: 60_000 })
  revenue: number;

  /** `revenue` of this month and all before it, in minor units. */
  @ApiProperty({ type: 'integer', example: 60_000 })
  cumulativeRevenue: number;

  /** `cumulativeRevenue` / `customers`, in minor units; null when there are no customers. */
  @ApiProperty({ type: 'integer', nullable: true, example: 500 })
  ltv: number | null;

  /** Whether the month has ended for every customer of the cohort; otherwise it may still grow. */
  complete: boolean;
}

/** Customers of one first month or origin, and what they have spent since. */
export class LtvCohortDto {
  /** The month, the campaign or the source; null for none. */
  @ApiProperty({ type: String, nullable: true, example: '2026-03' })
  cohort: string | null;

  /** Customers first seen in the months asked for, deleted ones too. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 120 })
  customers: number;

  /** Customers with a counting sale not after `asOf`. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 40 })
  payingCustomers: number;

  /** Net of the counting sales not after `asOf`, in minor units of `currency`. */
  @ApiProperty({ type: 'integer', example: 99_000 })
  revenue: number;

  /** `revenue` / `customers`, in minor units; null when there are no customers. */
  @ApiProperty({ type: 'integer', nullable: true, example: 825 })
  ltv: number | null;

  /** By month of age, up to the last month that has begun for some customer of the cohort. */
  @ApiProperty({ type: [LtvPointDto] })
  curve: LtvPointDto[];
}

/** Lifetime-value curves of the customers of the last months. */
export class LtvCohortsDto {
  /** What the customers are grouped by. */
  @ApiProperty({ enum: LTV_GROUPS })
  groupBy: LtvGroup;

  /** Whether there are more than the 1,000 groups that are listed. */
  truncated: boolean;

  /** How many calendar months of customers, ending with the month of `asOf`. */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 24, example: 12 })
  months: number;

  /** The instant up to which customers and sales are taken; of a day its last millisecond. */
  @ApiProperty({ format: 'date-time', example: '2026-03-31T23:59:59.999Z' })
  asOf: string;

  /** The workspace's time zone, in which months are meant. */
  @ApiProperty({ example: 'UTC' })
  timezone: string;

  /** The workspace's reporting currency, ISO 4217. */
  @ApiProperty({ example: 'USD' })
  currency: string;

  /** Months in their order, also empty ones; others by most customers, then by name, null last. */
  @ApiProperty({ type: [LtvCohortDto] })
  cohorts: LtvCohortDto[];
}

/** Which customers to follow, and how to group them. */
export class LtvCohortsParams {
  /** How many calendar months of customers, ending with the month of `asOf`. */
  @IntegerParameter(1, 24)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 24, default: 12 })
  months = 12;

  /**
   * A day, meaning its end, or an instant, up to which customers and sales are taken (default now).
   * A day after today or an instant after now is refused.
   */
  @IsOptional()
  @IsDayOrInstant()
  @ApiPropertyOptional({ ...DAY_OR_INSTANT, example: '2026-03-31' })
  asOf?: string;

  /** What to group by: the month a customer was first seen in, or its first touch's origin. */
  @IsIn(LTV_GROUPS, { message: `must be one of ${LTV_GROUPS.join(', ')}` })
  @ApiPropertyOptional({ enum: LTV_GROUPS, default: 'month' })
  group_by: LtvGroup = 'month';
}

/** The same over HTTP, where they can be had as a file. */
export class LtvCohortsFileParams extends LtvCohortsParams {
  /** A file of rows instead of the JSON envelope: CSV has one a month, NDJSON one a cohort. */
  @FormatParameter()
  format?: ExportFormat;
}

/** Lifetime-value curves of a workspace's customers. Throws `ValidationFailed`. */
export class GetLtvCohorts extends Query<LtvCohortsDto> {
  readonly now = new Date();
  readonly asOf: Date | string;

  constructor(
    readonly workspace: Workspace,
    readonly params: LtvCohortsParams,
    private readonly format?: ExportFormat,
  ) {
    super();
    this.asOf = params.asOf ? checkedAsOf(params.asOf, workspace.timezone, this.now) : this.now;
  }

  get snapshotKey(): SnapshotKey {
    return {
      workspaceId: this.workspace.id,
      question: 'ltv-cohorts',
      params: {
        months: this.params.months,
        group_by: this.params.group_by,
        // Without it, the answer is about now: whenever that was.
        asOf: this.params.asOf === undefined ? null : this.asOf,
        timezone: this.workspace.timezone,
      },
    };
  }

  get table(): SnapshotTable | undefined {
    return this.format && ltvCohortsTable(this.workspace, this.format);
  }
}

/** A day stays one. Throws `ValidationFailed` for a day after today or an instant after now. */
function checkedAsOf(text: string, timezone: string, now: Date): Date | string {
  if (isDay(text)) {
    // Days of four-digit years sort as text.
    if (text > dayOf(now, timezone)) throw ValidationFailed.of('asOf', 'must not be after today');
    return text;
  }
  const instant = parseInstant(text);
  if (!instant || instant > now) throw ValidationFailed.of('asOf', 'must not be after now');
  return instant;
}

@QueryHandler(GetLtvCohorts)
export class GetLtvCohortsHandler implements IQueryHandler<GetLtvCohorts> {
  constructor(private readonly analytics: AnalyticsStore) {}

  async execute({ workspace, params, asOf, now }: GetLtvCohorts): Promise<LtvCohortsDto> {
    const answer = await this.analytics.ask(ltvCohorts, {
      workspaceId: workspace.id,
      groupBy: params.group_by,
      months: params.months,
      asOf,
      now,
    });
    return {
      groupBy: params.group_by,
      truncated: answer.truncated,
      months: params.months,
      asOf: answer.asOf.toISOString(),
      timezone: answer.timezone,
      currency: workspace.currency,
      cohorts: answer.cohorts,
    };
  }
}
