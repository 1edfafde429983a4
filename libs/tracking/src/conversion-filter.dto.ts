import { CONVERSION_STATUSES, CONVERSION_TYPES } from '@app/analytics';
import type { ConversionStatus, ConversionType } from '@app/analytics';
import {
  DAY_OR_INSTANT,
  ExportParams,
  IsDayOrInstant,
  IsName,
  IsText,
  PagingParams,
} from '@app/platform';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const STATUS_MESSAGE = `must be one of ${CONVERSION_STATUSES.join(', ')}`;

/** Which conversions: all conditions have to hold. */
export class ConversionFilterParams {
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

/** Which conversions to list. */
export class ListConversionsParams extends IntersectionType(ConversionFilterParams, PagingParams) {}

/** Which conversions to export. */
export class ExportConversionsParams extends IntersectionType(
  ConversionFilterParams,
  ExportParams,
) {}
