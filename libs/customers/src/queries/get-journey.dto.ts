import { CONVERSION_STATUSES, JOURNEY_EVENT_TYPES } from '@app/analytics';
import type { ConversionStatus, JourneyEventType } from '@app/analytics';
import {
  DAY_OR_INSTANT,
  NULLABLE_TEXT,
  BooleanParameter,
  IntegerParameter,
  IsDayOrInstant,
  IsText,
} from '@app/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

const NULLABLE_INSTANT = { ...NULLABLE_TEXT, format: 'date-time' } as const;

/** A touch, a conversion or a refund; what its type does not have is null. */
export class JourneyEventDto {
  /** What happened. */
  @ApiProperty({ enum: JOURNEY_EVENT_TYPES })
  type: JourneyEventType;

  /** The click's id or the conversion's; of a refund, its sale's. */
  @ApiProperty({ example: 'clk_1' })
  id: string;

  /** The name of the conversion, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: null })
  name: string | null;

  /** When it happened; of a refund, when the sale was last refunded. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' })
  occurredAt: string;

  /** The link of a click. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'link_home' })
  linkId: string | null;

  /** The campaign of a click. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'spring' })
  campaignId: string | null;

  /** The source of a click. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'newsletter' })
  source: string | null;

  /** The medium of a click. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'email' })
  medium: string | null;

  /** The page that a click came from. */
  @ApiProperty({ ...NULLABLE_TEXT, example: null })
  referrer: string | null;

  /** The whole amount of a sale, or the refunded part, in minor units of `currency`. */
  @ApiProperty({ type: 'integer', nullable: true, example: null })
  amount: number | null;

  /** The workspace's reporting currency for a sale or refund, ISO 4217. */
  @ApiProperty({ ...NULLABLE_TEXT, example: null })
  currency: string | null;

  /** The status of the conversion; of a refund, its sale's. */
  @ApiProperty({ enum: [...CONVERSION_STATUSES, null], nullable: true, example: null })
  status: ConversionStatus | null;

  /** The order of the conversion, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: null })
  orderId: string | null;
}

/** A journey in numbers: of events of any status, between `start` and `end`. */
export class JourneySummaryDto {
  /** Clicks that are touches of the customer. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 3 })
  touches: number;

  /** Leads. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 1 })
  leads: number;

  /** Sales. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 2 })
  sales: number;

  /** Custom events. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 0 })
  customs: number;

  /** Sales with a refunded part that were refunded in the range. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 0 })
  refunds: number;

  /** Net of the counting sales, in minor units of the workspace's currency. */
  @ApiProperty({ type: 'integer', example: 12_900 })
  revenue: number;

  /** The earliest touch, or null. */
  @ApiProperty({ ...NULLABLE_INSTANT, example: '2026-03-01T09:00:00.000Z' })
  firstTouchAt: string | null;

  /** The latest touch, or null. */
  @ApiProperty({ ...NULLABLE_INSTANT, example: '2026-03-02T09:00:00.000Z' })
  lastTouchAt: string | null;

  /** The earliest conversion of any type, or null. */
  @ApiProperty({ ...NULLABLE_INSTANT, example: '2026-03-01T10:00:00.000Z' })
  firstConversionAt: string | null;

  /** The latest touch or conversion, or null. */
  @ApiProperty({ ...NULLABLE_INSTANT, example: '2026-03-04T12:00:00.000Z' })
  lastActivityAt: string | null;

  /**
   * Whole seconds from the first touch to the first conversion; null where either is missing or
   * the conversion came first.
   */
  @ApiProperty({ type: 'integer', nullable: true, minimum: 0, example: 3_600 })
  secondsToFirstConversion: number | null;
}

/** What a customer did, in time order. */
export class JourneyEventsDto {
  /** The customer's id. */
  @ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' })
  customerId: string;

  /** Events in time order. */
  @ApiProperty({ type: [JourneyEventDto] })
  events: JourneyEventDto[];

  /** Goes on behind these events; null when nothing is left. */
  @ApiProperty({ ...NULLABLE_TEXT, example: null })
  nextCursor: string | null;
}

/** What a customer did, in numbers: the answer to `summary=true`. */
export class SummarizedJourneyDto {
  /** The customer's id. */
  @ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' })
  customerId: string;

  /** The journey in numbers. */
  @ApiProperty({ type: JourneySummaryDto })
  summary: JourneySummaryDto;
}

export type JourneyDto = JourneyEventsDto | SummarizedJourneyDto;

/** Which part of a journey to tell. */
export class JourneyParams {
  /** Whether to answer in numbers instead of events; `limit` and `cursor` mean nothing then. */
  @BooleanParameter()
  @ApiPropertyOptional({ type: Boolean, default: false })
  summary = false;

  /** From this day in the workspace's time zone, or this instant. */
  @IsOptional()
  @IsDayOrInstant()
  @ApiPropertyOptional({ ...DAY_OR_INSTANT, example: '2026-03-01' })
  start?: string;

  /** To this day in the workspace's time zone, inclusive, or this instant, exclusive. */
  @IsOptional()
  @IsDayOrInstant()
  @ApiPropertyOptional({ ...DAY_OR_INSTANT, example: '2026-03-31' })
  end?: string;

  /** Events on a page. */
  @IntegerParameter(1, 1_000)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1_000, default: 100 })
  limit = 100;

  /** The `nextCursor` of the page before, with the same `start` and `end`. */
  @IsOptional()
  @IsText(1, 4_096)
  @ApiPropertyOptional({ minLength: 1, maxLength: 4_096 })
  cursor?: string;
}
