import { CONVERSION_STATUSES, CONVERSION_TYPES } from '@app/analytics';
import type { ConversionStatus, ConversionType } from '@app/analytics';
import { METADATA_SCHEMA } from '@app/customers';
import { NULLABLE_TEXT, type Metadata } from '@app/platform';
import { ApiProperty } from '@nestjs/swagger';

const NULLABLE_AMOUNT = { type: 'integer', nullable: true } as const;

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
