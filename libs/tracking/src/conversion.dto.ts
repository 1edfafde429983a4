import { CONVERSION_STATUSES, CONVERSION_TYPES } from '@app/analytics';
import type { ConversionStatus, ConversionType } from '@app/analytics';
import { METADATA_SCHEMA } from '@app/customers';
import {
  DAY_OR_INSTANT,
  NULLABLE_TEXT,
  IsDayOrInstant,
  PagingParams,
  IsName,
  IsText,
  type Metadata,
} from '@app/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const NULLABLE_AMOUNT = { type: 'integer', nullable: true } as const;
const STATUS_MESSAGE = `must be one of ${CONVERSION_STATUSES.join(', ')}`;

/** A stored conversion. */
export class ConversionDto {
  /** The conversion's id in this service; sorts by creation. */
  @ApiProperty({ example: 'con_01KAS5E3V7Q1T4M8YB2ZC6D9XF' })
  id: string;

  /** Lead, sale or custom event. */
  @ApiProperty({ enum: CONVERSION_TYPES, example: 'sale' })
  type: ConversionType;

  /** What it is called. */
  @ApiProperty({ example: 'Sale' })
  eventName: string;

  /** The customer, or null while nobody has been found. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' })
  customerId: string | null;

  /** The click that it came with, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: null })
  clickId: string | null;

  /** The caller's id of the order, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'o-1' })
  orderId: string | null;

  /** Where it stands. A sale counts while it is approved. */
  @ApiProperty({ enum: CONVERSION_STATUSES, example: 'approved' })
  status: ConversionStatus;

  /** What was paid, in minor units of `currency`; null for leads and customs. */
  @ApiProperty({ ...NULLABLE_AMOUNT, example: 4_200 })
  amount: number | null;

  /** ISO 4217 code of `amount`; null for leads and customs. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'EUR' })
  currency: string | null;

  /** What has been paid back, in minor units of `currency`; null for leads and customs. */
  @ApiProperty({ ...NULLABLE_AMOUNT, example: 0 })
  refundedAmount: number | null;

  /** When it was paid back, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, format: 'date-time', example: null })
  refundedAt: string | null;

  /** `amount` in minor units of `reportingCurrency`, at the rate of the sale's UTC day. */
  @ApiProperty({ ...NULLABLE_AMOUNT, example: 4_553 })
  reportingAmount: number | null;

  /** What counts of it: `reportingAmount` less refunds while the sale is approved, else 0. */
  @ApiProperty({ ...NULLABLE_AMOUNT, example: 4_553 })
  reportingNet: number | null;

  /** The workspace's currency; null for leads and customs. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'USD' })
  reportingCurrency: string | null;

  /** When it happened. */
  @ApiProperty({ format: 'date-time', example: '2026-03-04T12:00:00.000Z' })
  occurredAt: string;

  /** When it was stored. */
  @ApiProperty({ format: 'date-time', example: '2026-03-04T12:00:00.230Z' })
  createdAt: string;

  /** The caller's own flat key-value pairs. */
  @ApiProperty(METADATA_SCHEMA)
  metadata: Metadata;
}

/** A conversion as `POST /track/*` answers it. */
export class TrackedConversionDto extends ConversionDto {
  /** Whether the conversion had been stored before. */
  @ApiProperty({ example: false })
  duplicate: boolean;

  /** The fields of a repeat that the stored conversion has otherwise. */
  @ApiProperty({ type: [String], example: [] })
  differs: string[];
}

/** Which conversions to list. */
export class ListConversionsParams extends PagingParams {
  /** Only leads, sales or customs. */
  @IsOptional()
  @IsIn(CONVERSION_TYPES, { message: `must be one of ${CONVERSION_TYPES.join(', ')}` })
  @ApiPropertyOptional({ enum: CONVERSION_TYPES })
  type?: ConversionType;

  /** Only conversions that stand here. */
  @IsOptional()
  @IsIn(CONVERSION_STATUSES, { message: STATUS_MESSAGE })
  @ApiPropertyOptional({ enum: CONVERSION_STATUSES })
  status?: ConversionStatus;

  /** Only conversions of this customer: `cus_…`, or `ext_` and its externalId. */
  @IsOptional()
  @IsText(1, 260)
  @ApiPropertyOptional({ minLength: 1, maxLength: 260, example: 'ext_user_42' })
  customerId?: string;

  /** Only conversions with this `orderId`. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ minLength: 1, maxLength: 255, example: 'o-1' })
  orderId?: string;

  /** Only conversions that have a customer (`true`) or have none yet (`false`). */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'must be true or false' })
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  stitched?: 'true' | 'false';

  /** Only from this day or instant on; a day means the workspace's time zone. */
  @IsOptional()
  @IsDayOrInstant()
  @ApiPropertyOptional({ ...DAY_OR_INSTANT, example: '2026-03-01' })
  start?: string;

  /** Only up to this day (inclusive) or instant (exclusive). */
  @IsOptional()
  @IsDayOrInstant()
  @ApiPropertyOptional({ ...DAY_OR_INSTANT, example: '2026-03-31' })
  end?: string;
}
