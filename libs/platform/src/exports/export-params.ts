import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsText } from '../validation/text.js';

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const FORMAT_MESSAGE = `must be one of ${EXPORT_FORMATS.join(', ')}`;

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
