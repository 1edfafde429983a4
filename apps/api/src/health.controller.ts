import { Draining, Readiness, ServiceUnavailable } from '@app/platform';
import { Public } from '@app/workspaces';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthDto } from './health.dto.js';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly draining: Draining,
  ) {}

  /** Whether the process is alive. */
  @Get('livez')
  @Public()
  @ApiOperation({ operationId: 'health.live' })
  live(): HealthDto {
    return { status: 'ok' };
  }

  /** Whether the process can serve: the database answers, has every migration, and no end has begun. */
  @Get('readyz')
  @Public()
  @ApiOperation({ operationId: 'health.ready' })
  async ready(): Promise<HealthDto> {
    if (this.draining.hasBegun) throw new ServiceUnavailable('The process is about to end.');
    await this.readiness.check();
    return { status: 'ok' };
  }
}
