import { ServiceUnavailable } from '@app/platform';
import { Public } from '@app/workspaces';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';

/** How a process is. */
export class HealthDto {
  /** Always `ok`: a process that is not well answers 503, or not at all. */
  @ApiProperty({ example: 'ok' })
  status: string;
}

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether the process is alive. */
  @Get('livez')
  @Public()
  @ApiOperation({ operationId: 'health.live' })
  live(): HealthDto {
    return { status: 'ok' };
  }

  /** Whether the process can serve: the database answers and has every migration. */
  @Get('readyz')
  @Public()
  @ApiOperation({ operationId: 'health.ready' })
  async ready(): Promise<HealthDto> {
    const areMissing = await this.dataSource.showMigrations().catch(() => undefined);
    if (areMissing === undefined) throw new ServiceUnavailable('The database is not available.');
    if (areMissing) throw new ServiceUnavailable('Migrations have not been applied.');
    return { status: 'ok' };
  }
}
