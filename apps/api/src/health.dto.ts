import { ApiProperty } from '@nestjs/swagger';

/** How a process is. */
export class HealthDto {
  /** Always `ok`: a process that is not well answers 503, or not at all. */
  @ApiProperty({ enum: ['ok'], example: 'ok' })
  status: 'ok';
}
