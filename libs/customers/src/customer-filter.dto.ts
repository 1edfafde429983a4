import {
  DAY_OR_INSTANT,
  ExportParams,
  IsDayOrInstant,
  IsName,
  IsText,
  PagingParams,
} from '@app/platform';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';

const SearchParameter = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    Transform(({ value }: TransformFnParams): unknown =>
      typeof value === 'string' ? value.trim() || undefined : (value as unknown),
    ),
    IsText(1, 255),
    ApiPropertyOptional({ maxLength: 255, example: 'ada' }),
  );

const TrueOrFalse = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    IsIn(['true', 'false'], { message: 'must be true or false' }),
    ApiPropertyOptional({ enum: ['true', 'false'] }),
  );

/** Which customers: all conditions have to hold. */
export class CustomerFilterParams {
  /**
   * A part of `externalId`, `email` or `name`, in any case, 1 to 255 characters after trimming.
   * `%` and `_` are ordinary characters; a blank search is no search.
   */
  @SearchParameter()
  search?: string;

  /** Only customers first seen from this day or instant on; a day means the workspace's time zone. */
  @IsOptional()
  @IsDayOrInstant()
  @ApiPropertyOptional({ ...DAY_OR_INSTANT, example: '2026-03-01' })
  firstSeenStart?: string;

  /** Only customers first seen up to this day (inclusive) or instant (exclusive). */
  @IsOptional()
  @IsDayOrInstant()
  @ApiPropertyOptional({ ...DAY_OR_INSTANT, example: '2026-03-31' })
  firstSeenEnd?: string;

  /** Only customers whose first touch is of this campaign. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ minLength: 1, maxLength: 255, example: 'spring' })
  campaignId?: string;

  /** Only customers whose first touch has a campaign (`true`), or who have none (`false`). */
  @TrueOrFalse()
  hasCampaign?: 'true' | 'false';

  /** Only customers whose first touch is from this source. */
  @IsOptional()
  @IsName()
  @ApiPropertyOptional({ minLength: 1, maxLength: 255, example: 'newsletter' })
  source?: string;

  /** Only customers whose first touch has a source (`true`), or who have none (`false`). */
  @TrueOrFalse()
  hasSource?: 'true' | 'false';
}

/** Which customers to count. */
export class CountCustomersParams extends CustomerFilterParams {}

/** Which customers to export. */
export class ExportCustomersParams extends IntersectionType(CustomerFilterParams, ExportParams) {}

const CUSTOMER_SORTS = ['createdAt', 'ltv', 'lastActivityAt'] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/** Which customers to list, in which order. */
export class ListCustomersParams extends IntersectionType(CustomerFilterParams, PagingParams) {
  /** The field to sort by; customers without a value come last. */
  @IsOptional()
  @IsIn(CUSTOMER_SORTS, { message: `must be one of ${CUSTOMER_SORTS.join(', ')}` })
  @ApiPropertyOptional({ enum: CUSTOMER_SORTS, default: 'createdAt' })
  sortBy: CustomerSort = 'createdAt';
}
