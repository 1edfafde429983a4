import {
  NULLABLE_TEXT,
  OPTIONAL_COUNTRY,
  OPTIONAL_NAME,
  IsCountry,
  IsEventTime,
  IsName,
  IsText,
} from '@app/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

/** One visit through a tracked link. */
export class TrackClickDto {
  /** The caller's id of the click, 1 to 255 characters: a click is stored once. */
  @IsName()
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'clk_1' })
  clickId: string;

  /** The tracked link. */
  @IsName()
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'link_home' })
  linkId: string;

  /** The campaign that the link belongs to. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'spring' })
  campaignId?: string | null;

  /** Where the visitor came from, such as `newsletter`. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'newsletter' })
  source?: string | null;

  /** By which means, such as `email`. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'email' })
  medium?: string | null;

  /** The page that the click came from, up to 2,048 characters. */
  @IsOptional()
  @IsText(1, 2_048)
  @ApiPropertyOptional({ ...OPTIONAL_NAME, maxLength: 2_048, example: 'https://example.org/post' })
  referrer?: string | null;

  /** The visitor's country as ISO 3166-1 alpha-2. */
  @IsOptional()
  @IsCountry()
  @ApiPropertyOptional({ ...OPTIONAL_COUNTRY, example: 'GB' })
  country?: string | null;

  /** Ties the clicks of one visitor together: who claims one of them has touched all. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ ...OPTIONAL_NAME, example: 'vis_7' })
  visitorId?: string | null;

  /** When the click happened (default now). */
  @IsOptional()
  @IsEventTime()
  @ApiPropertyOptional({ ...NULLABLE_TEXT, format: 'date-time', example: '2026-03-01T09:00:00Z' })
  occurredAt?: string | null;
}

/** A stored click. */
export class ClickDto {
  /** The caller's id of the click. */
  @ApiProperty({ example: 'clk_1' })
  clickId: string;

  /** The tracked link. */
  @ApiProperty({ example: 'link_home' })
  linkId: string;

  /** The campaign, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'spring' })
  campaignId: string | null;

  /** The source, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'newsletter' })
  source: string | null;

  /** The medium, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'email' })
  medium: string | null;

  /** The referring page, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: null })
  referrer: string | null;

  /** The visitor's country, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'GB' })
  country: string | null;

  /** The visitor, or null. */
  @ApiProperty({ ...NULLABLE_TEXT, example: 'vis_7' })
  visitorId: string | null;

  /** When the click happened. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' })
  occurredAt: string;

  /** When the click was stored. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.412Z' })
  createdAt: string;

  /** Whether the click had been stored before. */
  @ApiProperty({ example: false })
  duplicate: boolean;

  /** The fields of a repeat that the stored click has otherwise. */
  @ApiProperty({ type: [String], example: [] })
  differs: string[];
}
