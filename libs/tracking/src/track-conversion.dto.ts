import { CONVERSION_STATUSES } from '@app/analytics';
import type { ConversionStatus } from '@app/analytics';
import { METADATA_SCHEMA } from '@app/customers';
import {
  NULLABLE_TEXT,
  OPTIONAL_COUNTRY,
  OPTIONAL_CURRENCY,
  OPTIONAL_EMAIL,
  OPTIONAL_NAME,
  IsAmount,
  IsCountry,
  IsCurrencyCode,
  IsEmailText,
  IsEventTime,
  IsMetadata,
  IsName,
  IsText,
  MAX_AMOUNT,
  type Metadata,
} from '@app/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const AMOUNT = { type: 'integer', minimum: 0, maximum: MAX_AMOUNT } as const;
const STATUS_MESSAGE = `must be one of ${CONVERSION_STATUSES.join(', ')}`;

/** Who did it, and when: at least one of externalId, email and clickId is needed. */
class TrackedFields {
  /** The caller's id of the customer; one that does not exist yet is created. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'user_42' })
  externalId?: string | null;

  /** The customer's email address; trimmed and lower-cased. */
  @IsOptional()
  @IsEmailText()
  @ApiPropertyOptional({ ...OPTIONAL_EMAIL, example: 'ada@example.com' })
  email?: string | null;

  /** The click that led here; the customer claims it. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'clk_1' })
  clickId?: string | null;

  /** Fills the customer's name where it is empty. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'Ada' })
  name?: string | null;

  /** Fills the customer's avatar where it is empty. */
  @IsOptional()
  @IsText(1, 2_048)
  @ApiPropertyOptional({ ...OPTIONAL_NAME, maxLength: 2_048 })
  avatar?: string | null;

  /** Fills the customer's country where it is empty; ISO 3166-1 alpha-2. */
  @IsOptional()
  @IsCountry()
  @ApiPropertyOptional({ ...OPTIONAL_COUNTRY, example: 'GB' })
  country?: string | null;

  /** The caller's id of the order: with it, the conversion is stored once. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'o-1' })
  orderId?: string | null;

  /** Where the conversion stands. */
  @IsOptional()
  @IsIn(CONVERSION_STATUSES, { message: STATUS_MESSAGE })
  @ApiPropertyOptional({ enum: CONVERSION_STATUSES, default: 'approved' })
  status?: ConversionStatus | null;

  /** When it happened (default now). */
  @IsOptional()
  @IsEventTime()
  @ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time', example: '2026-03-04T12:00:00Z' })
  occurredAt?: string | null;

  /** The caller's own flat key-value pairs. */
  @IsOptional()
  @IsMetadata()
  @ApiPropertyOptional({ ...METADATA_SCHEMA, nullable: true })
  metadata?: Metadata | null;
}

/** A lead: somebody showed interest. */
export class TrackLeadDto extends TrackedFields {
  /** What the lead is called. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...OPTIONAL_NAME, default: 'Lead' })
  eventName?: string | null;
}

/** A sale: somebody paid. */
export class TrackSaleDto extends TrackedFields {
  /** What the sale is called. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...OPTIONAL_NAME, default: 'Sale' })
  eventName?: string | null;

  /** What was paid, in minor units of `currency` (cents; yen have none). */
  @IsAmount()
  @ApiProperty({ ...AMOUNT, example: 4_200 })
  amount: number;

  /** ISO 4217 code in either case (default: the workspace's currency). */
  @IsOptional()
  @IsCurrencyCode()
  @ApiPropertyOptional({ ...OPTIONAL_CURRENCY, example: 'EUR' })
  currency?: string | null;

  /** The part that was paid back, in minor units of `currency`; not together with `status`. */
  @IsOptional()
  @IsAmount()
  @ApiPropertyOptional({ ...AMOUNT, nullable: true, example: 0 })
  refundedAmount?: number | null;

  /** When it was paid back (default: `occurredAt`); only with a refund. */
  @IsOptional()
  @IsEventTime()
  @ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time' })
  refundedAt?: string | null;
}

/** Any other event of a customer. */
export class TrackCustomDto extends TrackedFields {
  /** What happened. */
  @IsName()
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'Demo booked' })
  eventName: string;
}

/** A refund of a sale that was tracked with an `orderId`. */
export class TrackRefundDto {
  /** The sale's `orderId`. */
  @IsName()
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'o-1' })
  orderId: string;

  /** All that has been paid back so far, in minor units of the sale's currency (default: all). */
  @IsOptional()
  @IsAmount()
  @ApiPropertyOptional({ ...AMOUNT, nullable: true, example: 4_200 })
  refundedAmount?: number | null;

  /** When it was paid back (default now); not before the sale. */
  @IsOptional()
  @IsEventTime()
  @ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time' })
  refundedAt?: string | null;
}

/** A conversion's next status, or a partial refund of a sale. */
export class UpdateConversionDto {
  /** The next status; not together with `refundedAmount`. */
  @IsOptional()
  @IsIn(CONVERSION_STATUSES, { message: STATUS_MESSAGE })
  @ApiPropertyOptional({ enum: CONVERSION_STATUSES })
  status?: ConversionStatus | null;

  /** All that has been paid back so far, in minor units of the sale's currency. */
  @IsOptional()
  @IsAmount()
  @ApiPropertyOptional({ ...AMOUNT, nullable: true, example: 1_000 })
  refundedAmount?: number | null;

  /** When it was paid back (default now); not before the sale, and only with a refund. */
  @IsOptional()
  @IsEventTime()
  @ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time' })
  refundedAt?: string | null;
}
