import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IntegerParameter } from '../validation/parameters.js';
import { IsText } from '../validation/text.js';

/** Which part of a list, in which direction. */
export class PagingParams {
  /** The page, from 1 (default 1); not together with `cursor`. */
  @IsOptional()
  @IntegerParameter(1)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
  page?: number;

  /** A `nextCursor` of the same list: goes on behind its page. */
  @IsOptional()
  @IsText(1, 4_096)
  @ApiPropertyOptional({ minLength: 1, maxLength: 4_096 })
  cursor?: string;

  /** Records on a page. */
  @IsOptional()
  @IntegerParameter(1, 100)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  limit = 20;

  /** The direction of the sort; ties go by id, in the same direction. */
  @IsOptional()
  @IsIn(['asc', 'desc'], { message: 'must be asc or desc' })
  @ApiPropertyOptional({ enum: ['asc', 'desc'], default: 'desc' })
  sortOrder: 'asc' | 'desc' = 'desc';
}
