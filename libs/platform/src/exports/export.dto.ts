import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsText } from '../validation/text.js';

const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const FORMAT_MESSAGE = `must be one of ${EXPORT_FORMATS.join(', ')}`;

/** How to write an answer that is a file only when it is asked for as one. */
export const FormatParameter = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    IsIn(EXPORT_FORMATS, { message: FORMAT_MESSAGE }),
    ApiPropertyOptional({ enum: EXPORT_FORMATS }),
  );

/** How to write an export, and where to go on. */
export class ExportParams {
  /** `csv` for spreadsheets; `ndjson` for lines that an import takes. */
  @IsIn(EXPORT_FORMATS, { message: FORMAT_MESSAGE })
  @ApiPropertyOptional({ enum: EXPORT_FORMATS, default: 'csv' })
  format: ExportFormat = 'csv';

  /** The `cursor` of the last whole line that was received: goes on behind it, without a header line. */
  @IsOptional()
  @IsText(1, 4_096)
  @ApiPropertyOptional({ maxLength: 4_096 })
  cursor?: string;
}
