import {
  NULLABLE_TEXT,
  OPTIONAL_COUNTRY,
  OPTIONAL_EMAIL,
  IsCountry,
  IsEmailText,
  IsEventTime,
  IsMetadata,
  IsName,
  IsText,
  type Metadata,
} from '@app/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateIf } from 'class-validator';

/** Any JSON scalar a metadata value may be, for the OpenAPI document. */
export const METADATA_SCHEMA = {
  type: 'object' as const,
  additionalProperties: {
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }],
  },
  maxProperties: 50,
  example: { plan: 'pro', seats: 6, trial: false },
};

/** A click that brought or touched a customer. */
export class TouchDto {
  /** The click's id, as the caller sent it. */
  @ApiProperty({ example: 'clk_1' })
  clickId: string;

  /** The tracked link that was clicked. */
  @ApiProperty({ example: 'link_home' })
  linkId: string;

  /** The campaign of the click, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'spring' })
  campaignId: string | null;

  /** The source of the click, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'newsletter' })
  source: string | null;

  /** The medium of the click, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'email' })
  medium: string | null;

  /** The page that the click came from, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'https://example.org/post' })
  referrer: string | null;

  /** When the click happened. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' })
  occurredAt: string;
}

/** A customer: who it is, what brought it, and what it is worth. */
export class CustomerDto {
  /** The customer's id in this service; sorts by creation. */
  @ApiProperty({ example: 'cus_01KAS5E3V7Q1T4M8YB2ZC6D9XF' })
  id: string;

  /** The id that the caller knows the customer by. */
  @ApiProperty({ example: 'user_42' })
  externalId: string;

  /** The email address, lower-cased, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'ada@example.com' })
  email: string | null;

  /** The name, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'Ada' })
  name: string | null;

  /** The address of a picture, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: null })
  avatar: string | null;

  /** The country as ISO 3166-1 alpha-2, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'GB' })
  country: string | null;

  /** The caller's own flat key-value pairs. */
  @ApiProperty(METADATA_SCHEMA)
  metadata: Metadata;

  /** When the customer came to be: the earliest time that the caller or an event gave. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T10:00:00.000Z' })
  createdAt: string;

  /** When the record last changed. */
  @ApiProperty({ format: 'date-time', example: '2026-03-04T12:00:00.000Z' })
  updatedAt: string;

  /** The earliest of `createdAt`, the earliest touch and the first conversion. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' })
  firstSeenAt: string;

  /** The latest touch or conversion, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, format: 'date-time', example: '2026-03-04T12:00:00.000Z' })
  lastActivityAt: string | null;

  /** The touch that brought the customer; null when it had converted before its first click. */
  @ApiProperty({ type: TouchDto, nullable: true })
  firstTouch: TouchDto | null;

  /** How many approved leads the customer has. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 1 })
  leads: number;

  /** How many counting sales the customer has. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 2 })
  sales: number;

  /** Net of the counting sales, in minor units of `currency`. */
  @ApiProperty({ type: 'integer', example: 12_900 })
  ltv: number;

  /** The workspace's reporting currency, ISO 4217. */
  @ApiProperty({ example: 'USD' })
  currency: string;
}

/** The fields that a caller may set; a field left out keeps its value, null clears it. */
class CustomerFields {
  /** Email address; trimmed and lower-cased. Need not be unique. */
  @IsOptional()
  @IsEmailText()
  @ApiPropertyOptional({ ...OPTIONAL_EMAIL, example: 'ada@example.com' })
  email?: string | null;

  /** Name, 1 to 255 characters. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...NULLABLE_TEXT, minLength: 1, maxLength: 255, example: 'Ada' })
  name?: string | null;

  /** Address of a picture, 1 to 2,048 characters. */
  @IsOptional()
  @IsText(1, 2_048)
  @ApiPropertyOptional({ ...NULLABLE_TEXT, minLength: 1, maxLength: 2_048 })
  avatar?: string | null;

  /** Country as ISO 3166-1 alpha-2. */
  @IsOptional()
  @IsCountry()
  @ApiPropertyOptional({ ...OPTIONAL_COUNTRY, example: 'GB' })
  country?: string | null;

  /** A click that the customer claims, also before it arrives. Null changes nothing. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...NULLABLE_TEXT, minLength: 1, maxLength: 255, example: 'clk_1' })
  clickId?: string | null;

  /** Replaces the metadata whole; null empties it. */
  @IsOptional()
  @IsMetadata()
  @ApiPropertyOptional({ ...METADATA_SCHEMA, nullable: true })
  metadata?: Metadata | null;
}

/** A customer to create, or to update by its `externalId`. */
export class UpsertCustomerDto extends CustomerFields {
  /** The id that the caller knows the customer by, 1 to 255 characters. */
  @IsName()
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'user_42' })
  externalId: string;

  /** When the customer came to be (default now); may only move a stored time earlier. */
  @IsOptional()
  @IsEventTime()
  @ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time', example: '2026-03-01T10:00:00Z' })
  createdAt?: string | null;
}

/** Changes to a customer. */
export class UpdateCustomerDto extends CustomerFields {
  /** A new externalId, 1 to 255 characters; it cannot be cleared. */
  @ValidateIf((_dto, value) => value !== undefined)
  @IsName()
  @ApiPropertyOptional({ minLength: 1, maxLength: 255, example: 'user_43' })
  externalId?: string;
}
